// Every action kind. Adding a kind is adding a file and a line to the list here.

import { commentAdd } from './comment-add';
import { commentInline } from './comment-inline';
import { commentReply } from './comment-reply';
import { commentResolve } from './comment-resolve';
import { flowDelay } from './flow-delay';
import { flowLog } from './flow-log';
import { flowStop } from './flow-stop';
import { forEach } from './for-each';
import { labelAdd } from './label-add';
import { labelRemove } from './label-remove';
import { labelReplace } from './label-replace';
import { notifyMention } from './notify-mention';
import { notifySlack } from './notify-slack';
import { notifyTeams } from './notify-teams';
import { notifyWebhook } from './notify-webhook';
import { pageArchive } from './page-archive';
import { pageBody } from './page-body';
import { pageCopy } from './page-copy';
import { pageCreate } from './page-create';
import { pageMove } from './page-move';
import { pageOwner } from './page-owner';
import { pageTitle } from './page-title';
import { pageTrash } from './page-trash';
import { propertySet } from './property-set';
import { restrictionAdd } from './restriction-add';
import { restrictionRemove } from './restriction-remove';
import { restrictionReplace } from './restriction-replace';
import { setVariable } from './set-variable';
import { statusClear } from './status-clear';
import { statusSet } from './status-set';
import { taskComplete } from './task-complete';
import { watchAdd } from './watch-add';
import { watchRemove } from './watch-remove';

/** In the order in which the page offers them. */
const LIST = [
  labelAdd,
  labelRemove,
  labelReplace,
  commentAdd,
  commentReply,
  commentInline,
  commentResolve,
  notifyMention,
  pageCreate,
  pageCopy,
  pageTitle,
  pageBody,
  pageMove,
  pageOwner,
  pageArchive,
  pageTrash,
  statusSet,
  statusClear,
  propertySet,
  restrictionAdd,
  restrictionRemove,
  restrictionReplace,
  watchAdd,
  watchRemove,
  taskComplete,
  notifyWebhook,
  notifySlack,
  notifyTeams,
  flowStop,
  flowDelay,
  flowLog,
  setVariable,
  forEach,
] as const;

type Listed = (typeof LIST)[number];
export type ActionKind = Listed['kind'];

export const ACTION_KINDS: readonly ActionKind[] = LIST.map(({ kind }) => kind);

/** Total: every kind has its action. */
export const ACTIONS = Object.fromEntries(LIST.map((action) => [action.kind, action])) as {
  readonly [K in ActionKind]: Extract<Listed, { readonly kind: K }>;
};

/** True for a kind that this version knows. */
export function isActionKind(kind: string): kind is ActionKind {
  return Object.hasOwn(ACTIONS, kind);
}
