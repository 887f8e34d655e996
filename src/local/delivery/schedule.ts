// Scheduled triggers: when each runs next, and what it is called with. A run that failed is not retried; the next
// one comes at its time. Pure.

import { handlerContext } from '../runtime/app-context';
import type { ScheduleInterval, ScheduleModule } from '../manifest/manifest';
import type { Installation } from '../runtime/app-context';
import type { InvocationCall } from '../runtime/invocation';
import type { ScheduledWork } from './work';

const MINUTE_MS = 60_000;
const INTERVAL_MS: { readonly [K in ScheduleInterval]: number } = {
  fiveMinute: 5 * MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 24 * 60 * MINUTE_MS,
  week: 7 * 24 * 60 * MINUTE_MS,
};

/** Forge starts a schedule about five minutes after the deployment. [modules/scheduled-trigger] */
const START_DELAY_MS = 5 * MINUTE_MS;

export function firstRun(module: ScheduleModule, nowMs: number): ScheduledWork {
  return {
    kind: 'scheduled',
    id: `scheduled:${module.key}`,
    moduleKey: module.key,
    functionKey: module.function,
    dueMs: nowMs + START_DELAY_MS,
  };
}

/** The run after `work`: at its interval, without making up for runs that fell into a time when the host was off. */
export function nextRun(work: ScheduledWork, interval: ScheduleInterval, nowMs: number): ScheduledWork {
  const step = INTERVAL_MS[interval];
  const missed = Math.max(0, Math.floor((nowMs - work.dueMs) / step));
  return { ...work, dueMs: work.dueMs + (missed + 1) * step };
}

export function scheduleCall(work: ScheduledWork, installation: Installation): InvocationCall {
  return {
    kind: 'scheduled',
    functionKey: work.functionKey,
    moduleKey: work.moduleKey,
    args: [
      { context: { cloudId: installation.cloudId, moduleKey: work.moduleKey } },
      handlerContext(installation),
    ],
  };
}
