// List, ListItem, Breadcrumbs, Pagination.

import AtlaskitBreadcrumbs, { BreadcrumbsItem as AtlaskitBreadcrumbsItem } from '@atlaskit/breadcrumbs';
import AtlaskitPagination from '@atlaskit/pagination';
import type { ComponentProps } from 'react';
import { useNavigateTo } from '../../bridge/navigation';
import { drawChildren } from '../draw';
import { givenHandlers, givenProps, handlerOf, textProp } from '../node-props';
import type { NodeProps } from '../node-props';

type BreadcrumbsProps = ComponentProps<typeof AtlaskitBreadcrumbs>;
type PaginationProps = ComponentProps<typeof AtlaskitPagination>;

/** Draws `List`. */
export function List({ node }: NodeProps) {
  return node.props['type'] === 'ordered' ? (
    <ol className="uikit-list">{drawChildren(node)}</ol>
  ) : (
    <ul className="uikit-list">{drawChildren(node)}</ul>
  );
}

/** Draws `ListItem`. */
export function ListItem({ node }: NodeProps) {
  return <li>{drawChildren(node)}</li>;
}

/** Draws `Breadcrumbs`. */
export function Breadcrumbs({ node }: NodeProps) {
  const props = givenProps<BreadcrumbsProps>(node, [
    'defaultExpanded',
    'ellipsisLabel',
    'isExpanded',
    'itemsAfterCollapse',
    'itemsBeforeCollapse',
    'label',
    'maxItems',
    'testId',
  ]);
  return (
    <AtlaskitBreadcrumbs {...props} {...givenHandlers(node, ['onExpand'])}>
      {drawChildren(node)}
    </AtlaskitBreadcrumbs>
  );
}

/** Draws `BreadcrumbsItem`. */
export function BreadcrumbsItem({ node }: NodeProps) {
  const navigateTo = useNavigateTo();
  const href = textProp(node, 'href');
  const clicked = handlerOf(node, 'onClick');
  return (
    <AtlaskitBreadcrumbsItem
      {...givenProps<ComponentProps<typeof AtlaskitBreadcrumbsItem>>(node, ['href', 'testId'])}
      text={textProp(node, 'text') ?? ''}
      onClick={(event) => {
        clicked?.(event);
        if (href === undefined) return;
        event.preventDefault();
        navigateTo(href);
      }}
    />
  );
}

/** Draws `Pagination`. */
export function Pagination({ node }: NodeProps) {
  const given = node.props['pages'];
  const pages: unknown[] = Array.isArray(given) ? given : [];
  const props = givenProps<PaginationProps>(node, [
    'defaultSelectedIndex',
    'label',
    'max',
    'nextLabel',
    'pageLabel',
    'previousLabel',
    'selectedIndex',
    'testId',
  ]);
  return <AtlaskitPagination {...props} {...givenHandlers(node, ['onChange'])} pages={pages} />;
}
