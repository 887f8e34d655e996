// One change of the site: a session in one transaction, with what it has to publish, and, once that has committed,
// the publishing and the jobs it started. Requests and jobs run through it. It must not know HTTP.

import { publishOutgoing, putOutgoing } from './outbox';
import type { Caller, EmitEvent, HostClock } from '../ports';
import type { Store } from '../store/store';
import type { LongTaskRecord } from './model/records';
import type { UserRecord } from './model/user';
import type { Edition, Session, SiteEvent } from './session';
import { toPayload } from './session';
import type { Tables } from './tables';

export interface Site {
  readonly store: Store;
  readonly tables: Tables;
  readonly clock: HostClock;
  readonly emit: EmitEvent;
  readonly edition: Edition;
  readonly schedule: (task: LongTaskRecord) => void;
}

export interface WorkOptions {
  readonly caller: Caller;
  readonly actor: UserRecord;
  readonly baseUrl: string;
  /** Only reads: no transaction is opened, nothing may be published. */
  readonly readOnly: boolean;
}

/** Does `work` in a transaction and answers its result after everything that it published has been emitted. */
export async function doWork<T>(site: Site, options: WorkOptions, work: (session: Session) => T): Promise<T> {
  const nowMs = site.clock.nowMs();
  const nowIso = new Date(nowMs).toISOString();
  const events: SiteEvent[] = [];
  const places: number[] = [];
  const tasks: LongTaskRecord[] = [];
  const session: Session = {
    tables: site.tables,
    actor: options.actor,
    nowMs,
    nowIso,
    baseUrl: options.baseUrl,
    edition: site.edition,
    publish: (event) => void events.push(event),
    defer: (task) => void tasks.push(task),
  };
  const change = (): T => {
    const done = work(session);
    for (const event of events) {
      const payload = toPayload(event, options.actor, nowIso);
      places.push(putOutgoing(site.tables, { payload, cause: options.caller }));
    }
    return done;
  };
  const result = options.readOnly ? work(session) : await site.store.transaction(change);
  for (const task of tasks) site.schedule(task);
  for (const place of places) await publishOutgoing(site, place);
  return result;
}
