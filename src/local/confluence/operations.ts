// All operations of the site, in the order in which routes are tried: fixed names before parameters.

import { commentOperations, footerCommentOperations } from './comments/routes';
import type { Operation } from './http/operation';
import { v1LabelOperations } from './labels/v1-routes';
import { v2LabelOperations } from './labels/v2-routes';
import { longTaskOperations } from './long-tasks/routes';
import { publishingOperations } from './publishing/routes';
import { v1SpaceOperations } from './spaces/v1-routes';
import { v2SpaceOperations } from './spaces/v2-routes';
import { userOperations } from './users/routes';

export const allOperations: readonly Operation[] = [
  ...publishingOperations('page'),
  ...publishingOperations('blogpost'),
  ...footerCommentOperations(),
  ...commentOperations('footer'),
  ...v1LabelOperations,
  ...v2LabelOperations,
  ...v1SpaceOperations,
  ...v2SpaceOperations,
  ...userOperations,
  ...longTaskOperations,
];
