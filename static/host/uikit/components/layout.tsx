// Stack, Inline, Box, Bleed and Pressable: the primitives that place things.

/* eslint-disable @typescript-eslint/no-deprecated -- xcss's successor is compiled ahead of time; an app's styles arrive at run time */

import {
  Bleed as AtlaskitBleed,
  Box as AtlaskitBox,
  Inline as AtlaskitInline,
  Pressable as AtlaskitPressable,
  Stack as AtlaskitStack,
  xcss,
} from '@atlaskit/primitives';
import type { ComponentProps } from 'react';
import { drawChildren } from '../draw';
import type { DocNode } from '../forge-doc';
import { givenHandlers, givenProps } from '../node-props';
import type { NodeProps } from '../node-props';

type StackProps = ComponentProps<typeof AtlaskitStack>;
type InlineProps = ComponentProps<typeof AtlaskitInline>;
type BleedProps = ComponentProps<typeof AtlaskitBleed>;
type BoxProps = ComponentProps<typeof AtlaskitBox>;
type PressableProps = ComponentProps<typeof AtlaskitPressable>;

const PADDINGS = [
  'padding',
  'paddingBlock',
  'paddingBlockEnd',
  'paddingBlockStart',
  'paddingInline',
  'paddingInlineEnd',
  'paddingInlineStart',
] as const;

/** Draws `Stack`. */
export function Stack({ node }: NodeProps) {
  return (
    <AtlaskitStack
      {...givenProps<StackProps>(node, ['alignBlock', 'alignInline', 'grow', 'space', 'spread', 'testId'])}
    >
      {drawChildren(node)}
    </AtlaskitStack>
  );
}

/** Draws `Inline`. */
export function Inline({ node }: NodeProps) {
  const props = givenProps<InlineProps>(node, [
    'alignBlock',
    'alignInline',
    'grow',
    'rowSpace',
    'separator',
    'shouldWrap',
    'space',
    'spread',
    'testId',
  ]);
  return <AtlaskitInline {...props}>{drawChildren(node)}</AtlaskitInline>;
}

/** Draws `Bleed`. */
export function Bleed({ node }: NodeProps) {
  return (
    <AtlaskitBleed {...givenProps<BleedProps>(node, ['all', 'block', 'inline', 'testId'])}>
      {drawChildren(node)}
    </AtlaskitBleed>
  );
}

/** Draws `Box`. */
export function Box({ node }: NodeProps) {
  return (
    <AtlaskitBox
      {...givenProps<BoxProps>(node, ['backgroundColor', ...PADDINGS, 'role', 'testId'])}
      {...styles(node)}
    >
      {drawChildren(node)}
    </AtlaskitBox>
  );
}

/** Draws `Pressable`. */
export function Pressable({ node }: NodeProps) {
  return (
    <AtlaskitPressable
      backgroundColor="color.background.neutral.subtle"
      {...givenProps<PressableProps>(node, ['backgroundColor', ...PADDINGS, 'isDisabled', 'testId'])}
      {...givenHandlers(node, ['onClick'])}
      {...styles(node)}
    >
      {drawChildren(node)}
    </AtlaskitPressable>
  );
}

/** The element's `xcss`, with token names turned into the tokens' variables by Atlaskit's own `xcss`. */
function styles(node: DocNode): { xcss?: ReturnType<typeof xcss> } {
  const given = node.props['xcss'];
  if (typeof given !== 'object' || given === null) return {};
  // A copy, because xcss writes into what it is given.
  return { xcss: xcss(structuredClone(given)) };
}
