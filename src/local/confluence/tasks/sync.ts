// Keeps the tasks of a page or blog post in step with the task lists in its body, and publishes what changed.
// It must not change the body; see complete.ts for a task ticked by REST.

import type { BlogPostRecord, PageRecord } from '../model/content';
import type { TaskRecord } from '../model/records';
import { without } from '../model/without';
import { taskEvent } from '../events/task-events';
import type { Session } from '../session';
import { newId, newUuid } from '../session';
import { findElements, parseStorage, textOf } from '../storage-format/parse';
import type { XmlElement } from '../storage-format/parse';
import { serialise } from '../storage-format/serialise';
import type { Tables } from '../tables';
import { listIndex } from '../tables';

/** What a task list in a body says about one task. */
interface WrittenTask {
  readonly localId: string;
  readonly uuid?: string;
  readonly status: 'complete' | 'incomplete';
  readonly body: string;
  readonly assignedTo?: string;
  readonly dueAt?: string;
}

/** Creates, updates and removes the records of the tasks in `content`'s body. */
export function syncTasks(session: Session, content: PageRecord | BlogPostRecord): void {
  const written = content.status === 'current' ? readTasks(content.body.storage) : [];
  const known = tasksOf(session.tables, content.id);
  for (const task of written) {
    const before = known.find(({ localId }) => localId === task.localId);
    if (before === undefined) createTask(session, content, task);
    else updateTask(session, content, before, task);
  }
  for (const task of known) {
    if (!written.some(({ localId }) => localId === task.localId)) removeTask(session, content, task);
  }
}

/** The tasks of a content, as they are kept. */
function tasksOf(tables: Tables, contentId: string): readonly TaskRecord[] {
  return listIndex(tables, ['task', contentId]).flatMap(({ value }) => tables.tasks.get(String(value)) ?? []);
}

function createTask(session: Session, content: PageRecord | BlogPostRecord, task: WrittenTask): void {
  const { tables, nowIso, actor } = session;
  const { uuid, ...rest } = task;
  const record: TaskRecord = {
    ...rest,
    id: newId(tables),
    uuid: uuid ?? newUuid(tables),
    contentId: content.id,
    createdBy: actor.accountId,
    createdAt: nowIso,
    updatedAt: nowIso,
    ...completion(session, task.status),
  };
  tables.tasks.put(record.id, record);
  tables.index.put(['task', content.id, record.localId], record.id);
  session.publish(taskEvent(tables, 'created', record, content));
}

function updateTask(
  session: Session,
  content: PageRecord | BlogPostRecord,
  before: TaskRecord,
  task: WrittenTask,
): void {
  const same =
    before.status === task.status &&
    before.body === task.body &&
    before.assignedTo === task.assignedTo &&
    before.dueAt === task.dueAt;
  if (same) return;
  const kept = without(before, 'assignedTo', 'dueAt');
  storeUpdate(session, content, before, { ...kept, ...without(task, 'uuid') });
}

/** Stores a changed task and publishes it; completion follows from its status. */
export function storeUpdate(
  session: Session,
  content: PageRecord | BlogPostRecord,
  before: TaskRecord,
  changed: TaskRecord,
): TaskRecord {
  const { completedBy, completedAt, ...rest } = changed;
  const stays = before.status === changed.status;
  const done = stays
    ? {
        ...(completedBy === undefined ? {} : { completedBy }),
        ...(completedAt === undefined ? {} : { completedAt }),
      }
    : completion(session, changed.status);
  const after: TaskRecord = { ...rest, ...done, updatedAt: session.nowIso };
  session.tables.tasks.put(after.id, after);
  session.publish(taskEvent(session.tables, 'updated', after, content, before));
  return after;
}

function removeTask(session: Session, content: PageRecord | BlogPostRecord, task: TaskRecord): void {
  session.tables.tasks.remove(task.id);
  session.tables.index.remove(['task', content.id, task.localId]);
  session.publish(taskEvent(session.tables, 'removed', task, content));
}

function completion(
  session: Session,
  status: TaskRecord['status'],
): Pick<TaskRecord, 'completedBy' | 'completedAt'> {
  return status === 'complete' ? { completedBy: session.actor.accountId, completedAt: session.nowIso } : {};
}

function readTasks(storage: string): readonly WrittenTask[] {
  // Most bodies have no task; reading the mark-up only when one is named keeps saving cheap.
  if (!storage.includes('<ac:task>')) return [];
  return findElements(parseStorage(storage), 'ac:task').map((task, index) => readTask(task, index));
}

function readTask(task: XmlElement, index: number): WrittenTask {
  // A nested list has tasks of its own, so parts are looked for among the direct children only.
  const part = (name: string): readonly XmlElement[] =>
    task.children.filter((child): child is XmlElement => child.kind === 'element' && child.name === name);
  const text = (name: string): string => textOf(part(name)).trim();
  const body = part('ac:task-body').flatMap((element) => element.children);
  const assignedTo = findElements(body, 'ri:user')[0]?.attributes['ri:account-id'];
  const day = findElements(body, 'time')[0]?.attributes['datetime'];
  const dueMs = day === undefined ? Number.NaN : Date.parse(day);
  const uuid = text('ac:task-uuid');
  return {
    localId: text('ac:task-id') || String(index + 1),
    ...(uuid === '' ? {} : { uuid }),
    status: text('ac:task-status') === 'complete' ? 'complete' : 'incomplete',
    body: serialise(body),
    ...(assignedTo === undefined ? {} : { assignedTo }),
    ...(Number.isNaN(dueMs) ? {} : { dueAt: new Date(dueMs).toISOString() }),
  };
}
