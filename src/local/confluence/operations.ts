// All operations of the site, in the order in which routes are tried: fixed names before parameters.

import { v1AttachmentOperations } from './attachments/v1-routes';
import { v2AttachmentOperations } from './attachments/v2-routes';
import { createInlineComment } from './comments/inline-routes';
import { commentOperations, footerCommentOperations } from './comments/routes';
import { versionOperations } from './content/version-routes';
import { customContentOperations } from './custom-content/routes';
import type { Operation } from './http/operation';
import { v1LabelOperations } from './labels/v1-routes';
import { v2LabelOperations } from './labels/v2-routes';
import { likeOperations } from './likes/routes';
import { longTaskOperations } from './long-tasks/routes';
import { permissionOperations } from './permissions/routes';
import { propertyOperations } from './properties/routes';
import { publishingOperations } from './publishing/routes';
import { restrictionOperations } from './restrictions/routes';
import { searchOperations } from './search/routes';
import { contentActions } from './site/content-actions';
import { spaceActions } from './site/space-actions';
import { treeActions } from './site/tree-actions';
import { v1SpaceOperations } from './spaces/v1-routes';
import { v2SpaceOperations } from './spaces/v2-routes';
import { stateOperations } from './states/routes';
import { taskOperations } from './tasks/routes';
import { templateOperations } from './templates/routes';
import { treeItemOperations } from './tree-items/routes';
import { treeOperations } from './tree/routes';
import { v2TreeOperations } from './tree/v2-routes';
import { avatarOperation } from './users/avatar';
import { groupOperations } from './users/group-routes';
import { userOperations } from './users/routes';
import { watchOperations } from './watches/routes';

export const allOperations: readonly Operation[] = [
  ...publishingOperations('page'),
  ...publishingOperations('blogpost'),
  ...footerCommentOperations(),
  createInlineComment,
  ...commentOperations('footer'),
  ...commentOperations('inline'),
  ...v1LabelOperations,
  ...v2LabelOperations,
  ...v1AttachmentOperations,
  ...v2AttachmentOperations,
  ...v1SpaceOperations,
  ...v2SpaceOperations,
  ...propertyOperations,
  ...stateOperations,
  ...restrictionOperations,
  ...permissionOperations,
  ...treeOperations,
  ...v2TreeOperations,
  ...treeItemOperations,
  ...customContentOperations,
  ...versionOperations,
  ...likeOperations,
  ...watchOperations,
  ...taskOperations,
  ...templateOperations,
  ...searchOperations,
  ...userOperations,
  ...groupOperations,
  ...longTaskOperations,
  avatarOperation,
  ...treeActions,
  ...spaceActions,
  ...contentActions,
];
