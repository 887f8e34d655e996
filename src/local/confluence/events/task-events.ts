// Events of tasks: the task, the task as it was, and the page or blog post that holds it.

import type { JsonObject } from '../../../core/json';
import type { ContentRecord } from '../model/content';
import type { TaskRecord } from '../model/records';
import type { SiteEvent } from '../session';
import type { Tables } from '../tables';
import { contentJson } from './parts';

/** `before` is given for an update only. */
export function taskEvent(
  tables: Tables,
  verb: 'created' | 'updated' | 'removed',
  task: TaskRecord,
  content: ContentRecord,
  before?: TaskRecord,
): SiteEvent {
  return {
    eventType: `avi:confluence:${verb}:task`,
    suppressNotifications: false,
    task: taskJson(task),
    ...(before === undefined ? {} : { oldTask: taskJson(before) }),
    content: contentJson(tables, content),
  };
}

function taskJson(task: TaskRecord): JsonObject {
  return {
    id: Number(task.id),
    uuid: task.uuid,
    status: task.status,
    statusAsString: task.status === 'complete' ? 'CHECKED' : 'UNCHECKED',
    ...(task.assignedTo === undefined ? {} : { assignee: task.assignedTo }),
    ...(task.dueAt === undefined ? {} : { dueDate: task.dueAt }),
  };
}
