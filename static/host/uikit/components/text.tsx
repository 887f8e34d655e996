// Text, Strong, Em, Strike, Code and headings.

import AtlaskitHeading from '@atlaskit/heading';
import { Text as AtlaskitText } from '@atlaskit/primitives';
import type { ComponentProps } from 'react';
import { drawChildren } from '../draw';
import { givenProps } from '../node-props';
import type { NodeProps } from '../node-props';

type TextProps = ComponentProps<typeof AtlaskitText>;
type HeadingProps = ComponentProps<typeof AtlaskitHeading>;

/** Draws `Text`; `as="strike"` is UI Kit's own addition to Atlaskit's. */
export function Text({ node }: NodeProps) {
  const isStruck = node.props['as'] === 'strike';
  const props = givenProps<TextProps>(node, ['align', 'color', 'maxLines', 'size', 'weight', 'testId']);
  const as = isStruck ? {} : givenProps<TextProps>(node, ['as']);
  const inside = drawChildren(node);
  return (
    <AtlaskitText as="p" {...props} {...as}>
      {isStruck ? <s>{inside}</s> : inside}
    </AtlaskitText>
  );
}

/** Draws `Strong`. */
export function Strong({ node }: NodeProps) {
  return <strong>{drawChildren(node)}</strong>;
}

/** Draws `Em`. */
export function Em({ node }: NodeProps) {
  return <em>{drawChildren(node)}</em>;
}

/** Draws `Strike`. */
export function Strike({ node }: NodeProps) {
  return <s>{drawChildren(node)}</s>;
}

/** Draws `Code`. */
export function Code({ node }: NodeProps) {
  return (
    <code className="uikit-code" data-testid={node.props['testId']}>
      {drawChildren(node)}
    </code>
  );
}

/** Draws `Heading`. */
export function Heading({ node }: NodeProps) {
  const props = givenProps<HeadingProps>(node, ['as', 'color', 'id', 'testId']);
  const size = givenProps<HeadingProps>(node, ['size']).size ?? 'medium';
  return (
    <AtlaskitHeading {...props} size={size}>
      {drawChildren(node)}
    </AtlaskitHeading>
  );
}
