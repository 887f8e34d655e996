// The events of tasks (the check boxes in pages and blog posts).
// An earlier edition of Atlassian's page says that they carry the content alone, so `task` is optional.

import type { JsonObject } from '../../json';
import type { CatalogueEvent, EventField } from './catalogue-event';
import { allOptional, authoredFields, commonFields, field, notificationFields, spaceFields } from './fields';
import { sampleContent, samplePayload } from './samples';
import { CONTENT_ALL } from './scopes';

export const TASK_EVENTS: readonly CatalogueEvent[] = [
  taskEvent('created', 'Task created', 'A task was added to a page, blog post or live doc.'),
  taskEvent(
    'updated',
    'Task updated',
    'A task was ticked or unticked, or its text, assignee or due date changed.',
    { oldTask: sampleTask('incomplete') },
    taskFields('oldTask', 'the task before the change'),
  ),
  taskEvent('removed', 'Task removed', 'A task was removed from a page, blog post or live doc.'),
];

function taskEvent(
  action: string,
  name: string,
  when: string,
  payload: JsonObject = {},
  moreFields: readonly EventField[] = [],
): CatalogueEvent {
  const id = `avi:confluence:${action}:task`;
  return {
    id,
    spellings: [],
    name,
    when,
    group: 'Tasks',
    subject: 'task',
    scopes: [CONTENT_ALL],
    fields: [
      ...commonFields({ actor: true }),
      ...spaceFields('space'),
      ...notificationFields(),
      ...taskFields('task', 'the task'),
      ...moreFields,
      ...authoredFields('content', 'the page that the task is on', ['page', 'blogpost']),
    ],
    beside: [],
    example: { condition: { '==': [{ var: 'task.status' }, 'complete'] }, meaning: 'the task is ticked' },
    sample: samplePayload(id, {
      suppressNotifications: false,
      task: sampleTask(action === 'updated' ? 'complete' : 'incomplete'),
      ...payload,
      content: sampleContent('page'),
    }),
    noisy: false,
  };
}

function taskFields(path: string, what: string): readonly EventField[] {
  return allOptional([
    field(`${path}.id`, 'string', `id of ${what}`),
    field(`${path}.uuid`, 'string', `UUID of ${what}`),
    field(`${path}.status`, 'string', '`complete` or `incomplete`', ['complete', 'incomplete']),
    field(`${path}.statusAsString`, 'string', '`CHECKED` or `UNCHECKED`', ['CHECKED', 'UNCHECKED']),
    field(`${path}.assignee`, 'string', `account id of the user to whom ${what} is assigned`),
    field(`${path}.dueDate`, 'date', `when ${what} is due`),
  ]);
}

function sampleTask(status: 'complete' | 'incomplete'): JsonObject {
  return {
    id: 1,
    uuid: 'e0a0e71d-5575-4185-bf33-61364fb0960e',
    status,
    statusAsString: status === 'complete' ? 'CHECKED' : 'UNCHECKED',
    assignee: '4ad9aa0c52dc1b420a791d12',
    dueDate: '2021-02-21T07:00:00Z',
  };
}
