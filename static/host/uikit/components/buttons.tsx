// Button, LoadingButton, LinkButton, ButtonGroup and Link.

import ButtonGroupBase from '@atlaskit/button/button-group';
import AtlaskitButton, { LinkButton as AtlaskitLinkButton } from '@atlaskit/button/new';
import type { ComponentProps } from 'react';
import { useNavigateTo } from '../../bridge/navigation';
import { drawChildren } from '../draw';
import type { DocNode } from '../forge-doc';
import { givenHandlers, givenProps, isSet, textProp } from '../node-props';
import type { NodeProps } from '../node-props';
import { glyphComponent } from './icon';

type ButtonProps = ComponentProps<typeof AtlaskitButton>;
type LinkButtonProps = ComponentProps<typeof AtlaskitLinkButton>;

const HANDLERS = ['onClick', 'onBlur', 'onFocus'] as const;

/** Draws `Button` and `LoadingButton`, which differ in `isLoading` only. */
export function Button({ node }: NodeProps) {
  const props = givenProps<ButtonProps>(node, [
    'autoFocus',
    'isDisabled',
    'isSelected',
    'isLoading',
    'shouldFitContainer',
    'testId',
    'type',
  ]);
  return (
    <AtlaskitButton {...props} {...look(node)} {...icons(node)} {...givenHandlers(node, HANDLERS)}>
      {drawChildren(node)}
    </AtlaskitButton>
  );
}

/** Draws `LinkButton`. */
export function LinkButton({ node }: NodeProps) {
  const navigateTo = useNavigateTo();
  const href = textProp(node, 'href') ?? '';
  const isNewTab = node.props['target'] === '_blank';
  const props = givenProps<LinkButtonProps>(node, [
    'autoFocus',
    'isDisabled',
    'isSelected',
    'shouldFitContainer',
    'target',
    'testId',
  ]);
  const handlers = givenHandlers(node, HANDLERS);
  return (
    <AtlaskitLinkButton
      {...props}
      {...look(node)}
      {...handlers}
      href={href}
      onClick={(event) => {
        handlers.onClick?.(event);
        if (isNewTab || event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        navigateTo(href);
      }}
    >
      {drawChildren(node)}
    </AtlaskitLinkButton>
  );
}

/** Draws `ButtonGroup`. */
export function ButtonGroup({ node }: NodeProps) {
  return (
    <ButtonGroupBase {...givenProps<ComponentProps<typeof ButtonGroupBase>>(node, ['label', 'titleId'])}>
      {drawChildren(node)}
    </ButtonGroupBase>
  );
}

/** Draws `Link`. */
export function Link({ node }: NodeProps) {
  const navigateTo = useNavigateTo();
  const href = textProp(node, 'href') ?? '';
  if (isSet(node, 'openNewTab')) {
    return (
      <a href={href} target="_blank" rel="noreferrer">
        {drawChildren(node)}
      </a>
    );
  }
  return (
    <a
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        navigateTo(href);
      }}
    >
      {drawChildren(node)}
    </a>
  );
}

/** UI Kit still has names of Atlaskit's earlier buttons; these are their successors. */
function look(node: DocNode): Pick<ButtonProps, 'appearance' | 'spacing'> {
  const { appearance, spacing } = node.props;
  const isTextLike = appearance === 'link' || appearance === 'subtle-link';
  return {
    ...(isTextLike
      ? { appearance: 'subtle' as const }
      : givenProps<Pick<ButtonProps, 'appearance'>>(node, ['appearance'])),
    ...(spacing === 'none' || spacing === 'compact' ? { spacing: 'compact' as const } : {}),
  };
}

function icons(node: DocNode): Pick<ButtonProps, 'iconBefore' | 'iconAfter'> {
  const before = textProp(node, 'iconBefore');
  const after = textProp(node, 'iconAfter');
  return {
    ...(before === undefined ? {} : { iconBefore: glyphComponent(before) }),
    ...(after === undefined ? {} : { iconAfter: glyphComponent(after) }),
  };
}
