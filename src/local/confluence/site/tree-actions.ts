// Site actions in the tree: live docs, the order of children, moving and copying what REST cannot move or copy.

import * as v from 'valibot';

import { nextVersion, saveContent } from '../content/store';
import { childrenOf } from '../content/tree';
import { contentUpdatedEvent } from '../events/content-events';
import type { Operation } from '../http/operation';
import { NO_CONTENT, ok, param } from '../http/operation';
import { parseBody } from '../http/parse-body';
import { badRequest } from '../http/refusal';
import type { ContentRecord, PageRecord, TreeRecord } from '../model/content';
import { isTreeRecord } from '../model/content';
import { without } from '../model/without';
import { requireAnyContent, requireEditable, spaceOf } from '../permissions/require';
import { saveUpdate } from '../publishing/write';
import type { Session } from '../session';
import { BodyWriteSchema, toBody } from '../storage-format/body';
import { syncTasks } from '../tasks/sync';
import { copyItem } from '../tree/copy';
import { moveItem, pageIds, publishOrder } from '../tree/move';
import { hostOperation } from './host-operation';
import { editable, visible } from './content-actions';

const SessionSchema = v.object({ title: v.optional(v.string()), body: v.optional(BodyWriteSchema) });
const OrderSchema = v.object({ order: v.array(v.string()) });
const MoveSchema = v.object({ position: v.picklist(['before', 'after', 'append']), targetId: v.string() });
const CopySchema = v.object({ parentId: v.optional(v.string()), title: v.optional(v.string()) });

const CONTENT = '/_host/site/{collection}/{id}';

export const treeActions: readonly Operation[] = [
  hostOperation('POST', '/_host/site/pages/{id}/edit-session', (input, session) => {
    const page = requireLiveDoc(session, param(input, 'id'));
    const { title, body } = parseBody(input, SessionSchema);
    const after = saveUpdate(session, {
      ...page,
      ...(title === undefined ? {} : { title }),
      ...(body === undefined ? {} : { body: toBody(body) }),
      version: nextVersion(session, page),
    });
    syncTasks(session, after);
    return NO_CONTENT;
  }),
  hostOperation('POST', '/_host/site/pages/{id}/publish', (input, session) => {
    const page = requireLiveDoc(session, param(input, 'id'));
    const bare = without(page, 'subType', 'started') as PageRecord;
    const after: PageRecord = { ...bare, version: nextVersion(session, page) };
    saveContent(session.tables, after);
    session.publish(contentUpdatedEvent(session.tables, after, 'published'));
    return NO_CONTENT;
  }),
  hostOperation('PUT', '/_host/site/pages/{id}/children-order', (input, session) => {
    const parent = requireEditable(session, param(input, 'id'), ['page']);
    reorder(session, parent, parseBody(input, OrderSchema).order);
    return NO_CONTENT;
  }),
  hostOperation('POST', `${CONTENT}/move`, (input, session) => {
    const { position, targetId } = parseBody(input, MoveSchema);
    const target = requireTree(requireAnyContent(session, targetId));
    moveItem(session, requireTree(editable(input, session)), position, target);
    return NO_CONTENT;
  }),
  hostOperation('POST', `${CONTENT}/copy`, (input, session) => {
    const origin = requireTree(visible(input, session));
    const { parentId = origin.parentId, title = `Copy of ${origin.title}` } = parseBody(input, CopySchema);
    const all = { copyAttachments: true, copyPermissions: false, copyProperties: true, copyLabels: true };
    const target = {
      space: spaceOf(session, origin),
      title,
      ...(parentId === undefined ? {} : { parentId }),
    };
    return ok({ id: copyItem(session, origin, target, all).id });
  }),
];

function requireLiveDoc(session: Session, id: string): PageRecord {
  const page = requireEditable(session, id, ['page']);
  if (page.subType !== 'live') throw badRequest('The page is not a live doc');
  return page;
}

function requireTree(content: ContentRecord): TreeRecord {
  if (!isTreeRecord(content) || content.status !== 'current')
    throw badRequest('The content is not in the tree');
  return content;
}

/** `order` names all children; whatever is left out keeps its place behind them. */
function reorder(session: Session, parent: PageRecord, order: readonly string[]): void {
  const children = childrenOf(session.tables, parent.id);
  const stranger = order.find((id) => !children.some((child) => child.id === id));
  if (stranger !== undefined) throw badRequest(`The content ${stranger} is not a child of the page`);
  const before = pageIds(children);
  const named = order.flatMap((id) => children.filter((child) => child.id === id));
  const rest = children.filter(({ id }) => !order.includes(id));
  for (const [position, child] of [...named, ...rest].entries()) {
    if (child.position !== position) saveContent(session.tables, { ...child, position });
  }
  publishOrder(session, parent, before);
}
