// Every action kind, in a total map. Adding a kind is adding a file and a line here.

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
import type { Action } from './action';

export const ACTION_KINDS = [
  'label.add',
  'label.remove',
  'label.replace',
  'comment.add',
  'comment.reply',
  'comment.inline',
  'comment.resolve',
  'notify.mention',
  'page.create',
  'page.copy',
  'page.title',
  'page.body',
  'page.move',
  'page.owner',
  'page.archive',
  'page.trash',
  'status.set',
  'status.clear',
  'property.set',
  'restriction.add',
  'restriction.remove',
  'restriction.replace',
  'watch.add',
  'watch.remove',
  'task.complete',
  'notify.webhook',
  'notify.slack',
  'notify.teams',
  'flow.stop',
  'flow.delay',
  'flow.log',
  'set.variable',
  'forEach',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export const ACTIONS: { readonly [K in ActionKind]: Action & { readonly kind: K } } = {
  'label.add': labelAdd,
  'label.remove': labelRemove,
  'label.replace': labelReplace,
  'comment.add': commentAdd,
  'comment.reply': commentReply,
  'comment.inline': commentInline,
  'comment.resolve': commentResolve,
  'notify.mention': notifyMention,
  'page.create': pageCreate,
  'page.copy': pageCopy,
  'page.title': pageTitle,
  'page.body': pageBody,
  'page.move': pageMove,
  'page.owner': pageOwner,
  'page.archive': pageArchive,
  'page.trash': pageTrash,
  'status.set': statusSet,
  'status.clear': statusClear,
  'property.set': propertySet,
  'restriction.add': restrictionAdd,
  'restriction.remove': restrictionRemove,
  'restriction.replace': restrictionReplace,
  'watch.add': watchAdd,
  'watch.remove': watchRemove,
  'task.complete': taskComplete,
  'notify.webhook': notifyWebhook,
  'notify.slack': notifySlack,
  'notify.teams': notifyTeams,
  'flow.stop': flowStop,
  'flow.delay': flowDelay,
  'flow.log': flowLog,
  'set.variable': setVariable,
  forEach,
};

/** True for a kind that this version knows. */
export function isActionKind(kind: string): kind is ActionKind {
  return Object.hasOwn(ACTIONS, kind);
}
