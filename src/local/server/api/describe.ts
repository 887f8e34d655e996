// The parts of the host in the words of docs/host-api.md.

import { eventTypeOf } from '../../delivery/event-type';
import type { Clock } from '../../clock/clock';
import type { Work } from '../../delivery/work';
import type { SiteUser } from '../../services';

export function describeClock(clock: Clock): Readonly<Record<string, unknown>> {
  const nowMs = clock.nowMs();
  const nextDueMs = clock.nextDueMs();
  return {
    mode: clock.mode,
    nowMs,
    iso: new Date(nowMs).toISOString(),
    offsetMs: clock.offsetMs(),
    ...(nextDueMs === undefined ? {} : { nextDueMs }),
  };
}

export function describeUser(user: SiteUser): Readonly<Record<string, unknown>> {
  return { ...user, publicName: user.displayName };
}

export function describeWork(work: Work): Readonly<Record<string, unknown>> {
  return {
    id: work.id,
    kind: work.kind,
    dueMs: work.dueMs,
    what: whatOf(work),
    function: work.functionKey,
    attempt: (work.retry?.count ?? 0) + 1,
    ...(work.retry === undefined ? {} : { retryReason: work.retry.reason }),
  };
}

function whatOf(work: Work): string {
  if (work.kind === 'event') return eventTypeOf(work.payload);
  return work.kind === 'queue' ? `queue ${work.queue}` : `schedule ${work.moduleKey}`;
}
