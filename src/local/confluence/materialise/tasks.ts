// The task of a payload: its record, and the body of the page that holds it. The two must agree, or the next edit of
// the page would change the task.

import { shortTextAt } from '../../../core/events/read-payload';
import type { JsonObject } from '../../../core/json';
import type { ContentRecord } from '../model/content';
import type { TaskRecord } from '../model/records';
import type { Tables } from '../tables';
import { isUsableId, reserveId } from './ids';

/** The text of a task; no payload holds it. */
const TASK_TEXT = 'Task';

/** Storage format of a page with that one task; empty when the payload does not say enough. */
export function bodyOfTask(task: JsonObject): string {
  const read = readTask(task);
  if (read === undefined) return '';
  const uuid = read.uuid === undefined ? '' : `<ac:task-uuid>${read.uuid}</ac:task-uuid>`;
  return `<ac:task-list><ac:task><ac:task-id>${read.id}</ac:task-id>${uuid}<ac:task-status>${read.status}</ac:task-status><ac:task-body>${read.body}</ac:task-body></ac:task></ac:task-list>`;
}

/** Keeps the task of a page whose body was made by {@link bodyOfTask}. */
export function putTask(tables: Tables, task: JsonObject, content: ContentRecord): void {
  const read = readTask(task);
  if (read === undefined || tables.tasks.get(read.id) !== undefined) return;
  const { id, status, body, assignedTo, dueAt } = read;
  const { createdAt, createdBy, version } = content;
  const record: TaskRecord = {
    id,
    localId: id,
    uuid: read.uuid ?? id,
    contentId: content.id,
    status,
    body,
    createdBy,
    createdAt,
    updatedAt: version.when,
    ...(assignedTo === undefined ? {} : { assignedTo }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(status === 'complete' ? { completedBy: version.by, completedAt: version.when } : {}),
  };
  tables.tasks.put(id, record);
  tables.index.put(['task', content.id, id], id);
  reserveId(tables, id);
}

function readTask(
  task: JsonObject,
): (Pick<TaskRecord, 'id' | 'status' | 'body' | 'assignedTo' | 'dueAt'> & { uuid?: string }) | undefined {
  const id = shortTextAt(task, 'id');
  if (!isUsableId(id)) return undefined;
  const uuid = shortTextAt(task, 'uuid');
  const assignedTo = shortTextAt(task, 'assignee');
  const day = dayOf(shortTextAt(task, 'dueDate'));
  const person = isUsableId(assignedTo)
    ? ` <ac:link><ri:user ri:account-id="${assignedTo}" /></ac:link>`
    : '';
  return {
    id,
    ...(isUsableId(uuid) ? { uuid } : {}),
    status: shortTextAt(task, 'status') === 'complete' ? 'complete' : 'incomplete',
    body: `${TASK_TEXT}${person}${day === undefined ? '' : ` <time datetime="${day}" />`}`,
    ...(isUsableId(assignedTo) ? { assignedTo } : {}),
    ...(day === undefined ? {} : { dueAt: new Date(day).toISOString() }),
  };
}

/** `YYYY-MM-DD`: tasks are due on a day. */
function dayOf(text: string | undefined): string | undefined {
  const ms = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
