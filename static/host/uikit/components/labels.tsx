// Lozenge, Badge, Tag, TagGroup: small things that say a word.

import AtlaskitBadge from '@atlaskit/badge';
import AtlaskitLozenge from '@atlaskit/lozenge';
import AtlaskitTag from '@atlaskit/tag';
import AtlaskitTagGroup from '@atlaskit/tag-group';
import type { ComponentProps } from 'react';
import { drawChildren, drawSlot, nodeText } from '../draw';
import { givenProps, handlerOf, numberProp, textProp } from '../node-props';
import type { NodeProps } from '../node-props';

type LozengeProps = ComponentProps<typeof AtlaskitLozenge>;
type BadgeProps = ComponentProps<typeof AtlaskitBadge>;
type TagProps = ComponentProps<typeof AtlaskitTag>;

/** Draws `Lozenge`. */
export function Lozenge({ node }: NodeProps) {
  return (
    <AtlaskitLozenge {...givenProps<LozengeProps>(node, ['appearance', 'isBold', 'maxWidth', 'testId'])}>
      {drawChildren(node)}
    </AtlaskitLozenge>
  );
}

/** Draws `Badge`; a number is cut off at `max`, which Atlaskit does for numbers only. */
export function Badge({ node }: NodeProps) {
  const text = nodeText(node);
  const value = text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
  return (
    <AtlaskitBadge
      {...givenProps<BadgeProps>(node, ['appearance', 'testId'])}
      max={numberProp(node, 'max') ?? 99}
    >
      {value}
    </AtlaskitBadge>
  );
}

/** Draws `Tag`. */
export function Tag({ node }: NodeProps) {
  const props = givenProps<TagProps>(node, ['appearance', 'color', 'href', 'testId']);
  const text = textProp(node, 'text') ?? '';
  const before = drawSlot(node.props['elemBefore']);
  const removed = handlerOf(node, 'onAfterRemoveAction');
  // Atlaskit's default is a removable tag; UI Kit's too, when a name for the button is given.
  const isRemovable =
    node.props['isRemovable'] !== false && textProp(node, 'removeButtonLabel') !== undefined;
  if (!isRemovable && removed === undefined)
    return <AtlaskitTag {...props} text={text} elemBefore={before} isRemovable={false} />;
  return (
    <AtlaskitTag
      {...props}
      text={text}
      elemBefore={before}
      removeButtonLabel={textProp(node, 'removeButtonLabel') ?? `Remove ${text}`}
      onBeforeRemoveAction={() => {
        const before = node.props['onBeforeRemoveAction'];
        return typeof before === 'function' ? Boolean(Reflect.apply(before, undefined, [])) : true;
      }}
      onAfterRemoveAction={(removedText) => removed?.(removedText)}
    />
  );
}

/** Draws `TagGroup`. */
export function TagGroup({ node }: NodeProps) {
  return (
    <AtlaskitTagGroup {...givenProps<ComponentProps<typeof AtlaskitTagGroup>>(node, ['alignment'])}>
      {drawChildren(node)}
    </AtlaskitTagGroup>
  );
}
