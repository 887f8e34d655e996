// Runs jobs when host time reaches their end, each in one transaction, as the account that asked for it.
// It must not decide what a job does; the resources give it the work for each kind.

import type { HostClock } from '../../ports';
import { Refusal } from '../http/refusal';
import type { LongTaskRecord } from '../model/records';
import type { Session } from '../session';
import type { Tables } from '../tables';
import { listAll } from '../tables';

/** What a job of each kind does. A {@link Refusal} thrown by it ends the job as failed, with nothing done. */
export type LongTaskWork = {
  readonly [K in LongTaskRecord['kind']]: (session: Session, task: LongTaskRecord) => void;
};

/** Runs `work` in one transaction in the name of an account, and publishes what it published. */
export type RunAs = (accountId: string, work: (session: Session) => void) => Promise<void>;

export interface LongTaskRunner {
  /** Sees to it that the job runs at its time. */
  schedule(task: LongTaskRecord): void;
  /** Schedules what was not finished when the site was closed. */
  resume(): void;
  /** Cancels what has not run yet; it stays stored. */
  dispose(): void;
}

export function createLongTaskRunner(
  tables: Tables,
  clock: HostClock,
  runAs: RunAs,
  work: LongTaskWork,
): LongTaskRunner {
  const cancellations = new Map<string, () => void>();

  async function run(task: LongTaskRecord): Promise<void> {
    cancellations.delete(task.id);
    try {
      await runAs(task.actorId, (session) => {
        work[task.kind](session, task);
        finish(session.tables, task, true, '');
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await runAs(task.actorId, (session) => {
        finish(session.tables, task, false, error.message);
      });
    }
  }

  function schedule(task: LongTaskRecord): void {
    cancellations.set(
      task.id,
      clock.at(task.finishesMs, () => run(task)),
    );
  }

  return {
    schedule,
    resume: () => {
      for (const task of listAll(tables.longTasks)) if (!task.finished) schedule(task);
    },
    dispose: () => {
      for (const cancel of cancellations.values()) cancel();
      cancellations.clear();
    },
  };
}

function finish(tables: Tables, task: LongTaskRecord, successful: boolean, message: string): void {
  tables.longTasks.put(task.id, { ...task, finished: true, successful, message });
}
