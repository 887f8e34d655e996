// Jobs that Confluence does after it has answered. Their effects happen when host time reaches their end;
// see runner.ts. A restart of the host does not lose one.

import type { JsonValue } from '../../../core/json';
import { badRequest } from '../http/refusal';
import type { LongTaskRecord } from '../model/records';
import type { Session } from '../session';
import { newUuid } from '../session';
import { listAll } from '../tables';
import type { Tables } from '../tables';

/** How long a job takes, in host time. Confluence gives no number; it is long enough to meet a second job. */
const DURATION_MS = 500;

export interface NewLongTask {
  readonly kind: LongTaskRecord['kind'];
  readonly subjectIds: readonly string[];
  readonly settings: JsonValue;
}

/** Stores a job that will run once the request has been answered. */
export function startLongTask(session: Session, task: NewLongTask): LongTaskRecord {
  const record: LongTaskRecord = {
    ...task,
    id: newUuid(session.tables),
    startedMs: session.nowMs,
    finishesMs: session.nowMs + DURATION_MS,
    finished: false,
    successful: false,
    message: '',
    actorId: session.actor.accountId,
  };
  session.tables.longTasks.put(record.id, record);
  session.defer(record);
  return record;
}

/** Refuses a second job of a kind that the site does one at a time. */
export function checkNoneRuns(tables: Tables, kind: LongTaskRecord['kind']): void {
  const running = listAll(tables.longTasks).some((task) => task.kind === kind && !task.finished);
  if (running) {
    throw badRequest(
      'There is already an archival job running for this tenant. Try again when it has finished',
    );
  }
}
