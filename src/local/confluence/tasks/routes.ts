// REST v2 for tasks: list, read, complete. There is no way to create one but to write it into a page.

import * as v from 'valibot';

import type { JsonObject } from '../../../core/json';
import type { Input, Operation } from '../http/operation';
import { listParam, ok, param } from '../http/operation';
import { v2Page } from '../http/paging';
import { parseBody } from '../http/parse-body';
import { badRequest, notFound } from '../http/refusal';
import type { TaskRecord } from '../model/records';
import { canEdit, canView } from '../permissions/access';
import type { Published } from '../publishing/write';
import type { Session } from '../session';
import { bodyJson, readBodyFormat } from '../storage-format/body';
import { listAll } from '../tables';
import { setTaskStatus } from './complete';

const UpdateSchema = v.object({ status: v.picklist(['complete', 'incomplete']) });

const READ = [['read:task:confluence'], ['read:inlinetask:confluence']];
const WRITE = [['write:task:confluence'], ['write:inlinetask:confluence']];

export const taskOperations: readonly Operation[] = [
  {
    id: 'getTasks',
    method: 'GET',
    path: '/wiki/api/v2/tasks',
    version: 2,
    scopes: READ,
    perform: (input, session) => {
      const format = readBodyFormat(input.query, 'list');
      const found = listAll(session.tables.tasks)
        .map((task) => ({ task, content: session.tables.content.get(task.contentId) }))
        .flatMap(({ task, content }) => (isPublished(content) ? [{ task, content }] : []))
        .filter(({ content }) => content.status === 'current')
        .filter(({ content }) => canView(session.tables, session.actor.accountId, content))
        .filter(({ task, content }) => matches(input, task, content));
      return v2Page(input, session, found, ({ task, content }) => taskJson(task, content, format));
    },
  },
  {
    id: 'getTaskById',
    method: 'GET',
    path: '/wiki/api/v2/tasks/{id}',
    version: 2,
    scopes: READ,
    perform: (input, session) => {
      const { task, content } = requireTask(session, param(input, 'id'));
      return ok(taskJson(task, content, readBodyFormat(input.query, 'single')));
    },
  },
  {
    id: 'updateTask',
    method: 'PUT',
    path: '/wiki/api/v2/tasks/{id}',
    version: 2,
    scopes: WRITE,
    perform: (input, session) => {
      const { task, content } = requireTask(session, param(input, 'id'));
      const { status } = parseBody(input, UpdateSchema);
      if (!canEdit(session.tables, session.actor.accountId, content)) throw notFound();
      const after = setTaskStatus(session, content, task, status);
      return ok(taskJson(after, content, readBodyFormat(input.query, 'single')));
    },
  },
];

function requireTask(
  session: Session,
  id: string,
): { readonly task: TaskRecord; readonly content: Published } {
  const task = session.tables.tasks.get(id);
  const content = task === undefined ? undefined : session.tables.content.get(task.contentId);
  if (task === undefined || !isPublished(content)) throw notFound();
  if (!canView(session.tables, session.actor.accountId, content)) throw notFound();
  return { task, content };
}

function isPublished(content: unknown): content is Published {
  const type = (content as Partial<Published> | undefined)?.type;
  return type === 'page' || type === 'blogpost';
}

/** Filters that name a field of the task or of what holds it. */
function matches(input: Input, task: TaskRecord, content: Published): boolean {
  const among = (name: string, value: string | undefined): boolean => {
    const asked = listParam(input, name);
    return asked.length === 0 || (value !== undefined && asked.includes(value));
  };
  return (
    among('task-id', task.id) &&
    among('status', task.status) &&
    among('space-id', content.spaceId) &&
    among('page-id', content.type === 'page' ? content.id : undefined) &&
    among('blogpost-id', content.type === 'blogpost' ? content.id : undefined) &&
    among('created-by', task.createdBy) &&
    among('assigned-to', task.assignedTo) &&
    among('completed-by', task.completedBy) &&
    within(input, 'created-at', task.createdAt) &&
    within(input, 'due-at', task.dueAt) &&
    within(input, 'completed-at', task.completedAt)
  );
}

/** `<name>-from` and `<name>-to` are epoch milliseconds, both included. */
function within(input: Input, name: string, value: string | undefined): boolean {
  const [from, to] = ['from', 'to'].map((end) => {
    const text = input.query.get(`${name}-${end}`);
    if (text !== null && !/^\d+$/.test(text))
      throw badRequest(`Invalid value for query parameter '${name}-${end}'`);
    return text === null ? undefined : Number(text);
  });
  if (from === undefined && to === undefined) return true;
  if (value === undefined) return false;
  const atMs = Date.parse(value);
  return (from === undefined || atMs >= from) && (to === undefined || atMs <= to);
}

/** A task as v2 shows it; fields without a value are left out. */
function taskJson(task: TaskRecord, content: Published, format: string | undefined): JsonObject {
  const { id, localId, status, createdBy, createdAt, updatedAt } = task;
  const { assignedTo, completedBy, completedAt, dueAt } = task;
  return {
    id,
    localId,
    spaceId: content.spaceId,
    [content.type === 'page' ? 'pageId' : 'blogPostId']: content.id,
    status,
    body: bodyJson({ storage: task.body }, format),
    createdBy,
    createdAt,
    updatedAt,
    ...(assignedTo === undefined ? {} : { assignedTo }),
    ...(completedBy === undefined ? {} : { completedBy }),
    ...(completedAt === undefined ? {} : { completedAt }),
    ...(dueAt === undefined ? {} : { dueAt }),
  };
}
