// REST v1 for long tasks: how far a job is.

import type { Operation } from '../http/operation';
import { ok, param } from '../http/operation';
import { v1Page } from '../http/paging';
import { Refusal } from '../http/refusal';
import { listAll } from '../tables';
import { longTaskJson } from './json';

const SCOPES = [['read:confluence-space.summary'], ['read:content.metadata:confluence']];
/** v1 gives 100 tasks unless asked. [Confluence REST v1 description] */
const DEFAULT_LIMIT = 100;

export const longTaskOperations: readonly Operation[] = [
  {
    id: 'getTasks',
    method: 'GET',
    path: '/wiki/rest/api/longtask',
    version: 1,
    scopes: SCOPES,
    perform: (input, session) => {
      const tasks = listAll(session.tables.longTasks);
      return ok(
        v1Page(input, session, tasks, (task) => longTaskJson(session, task), { fallback: DEFAULT_LIMIT }),
      );
    },
  },
  {
    id: 'getTask',
    method: 'GET',
    path: '/wiki/rest/api/longtask/{id}',
    version: 1,
    scopes: SCOPES,
    perform: (input, session) => {
      const task = session.tables.longTasks.get(param(input, 'id'));
      if (task === undefined)
        throw new Refusal(404, `No long running task found with id: ${param(input, 'id')}`);
      const self = `${session.baseUrl}/rest/api/longtask/${task.id}`;
      return ok({
        ...longTaskJson(session, task),
        _links: { self, base: session.baseUrl, context: '/wiki' },
      });
    },
  },
];
