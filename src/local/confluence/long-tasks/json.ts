// Long tasks as v1 shows them.

import type { JsonObject } from '../../../core/json';
import type { LongTaskRecord } from '../model/records';
import type { Session } from '../session';

/** Translation keys of the jobs' names. */
const NAMES: { readonly [K in LongTaskRecord['kind']]: string } = {
  archive: 'bulk.archive.pages',
  copy: 'copy.page.hierarchy',
  'delete-space': 'com.atlassian.confluence.spaces.deletespace',
};

/** What the request that starts a job answers. */
export function longTaskLink(task: LongTaskRecord): JsonObject {
  return { id: task.id, links: { status: `/rest/api/longtask/${task.id}` } };
}

export function longTaskJson(session: Session, task: LongTaskRecord): JsonObject {
  const end = task.finished ? task.finishesMs : session.nowMs;
  const messages = task.message === '' ? [] : [{ translation: task.message, args: [] }];
  return {
    id: task.id,
    name: { key: NAMES[task.kind], args: [] },
    elapsedTime: Math.max(0, end - task.startedMs),
    percentageComplete: task.finished ? 100 : 0,
    successful: task.successful,
    finished: task.finished,
    messages,
    status: task.finished ? (task.successful ? 'SUCCESS' : 'FAILED') : 'RUNNING',
    errors: task.finished && !task.successful ? messages : [],
  };
}
