// task.complete: ticks the task that the event is about, or takes the tick away.

import * as v from 'valibot';
import { defineAction } from './action';

export const taskComplete = defineAction({
  kind: 'task.complete',
  once: 'idempotent',
  appliesTo: ['task'],
  reads: [],
  writes: ['task'],
  causes: ['updated:task'],
  scopes: ['write:task:confluence'],
  points: 1,
  form: {
    label: 'Tick the task',
    group: 'Status and properties',
    summary: 'Ticks the task that the event is about, or takes the tick away.',
    fields: [
      {
        name: 'status',
        label: 'The task is then',
        input: {
          type: 'choice',
          options: [
            { value: 'complete', label: 'Complete' },
            { value: 'incomplete', label: 'Incomplete' },
          ],
        },
        initial: 'complete',
      },
    ],
    example: { status: 'complete' },
  },
  parameters: v.strictObject({ status: v.optional(v.picklist(['complete', 'incomplete']), 'complete') }),
  effect: v.object({ taskId: v.string(), status: v.picklist(['complete', 'incomplete']) }),
  plan({ status }, { subject }) {
    if (subject.kind !== 'task' || subject.id === '') {
      return { kind: 'skip', reason: `A ${subject.kind} is no task that could be ticked.` };
    }
    return { kind: 'effect', effect: { taskId: subject.id, status } };
  },
  async perform({ taskId, status }, { confluence, as }) {
    await confluence.setTaskStatus(taskId, status, as);
    return `Task ${taskId} is ${status}.`;
  },
  preview: ({ taskId, status }) => `make task ${taskId} ${status}`,
});
