// The calls of activity.

import * as v from 'valibot';
import { answer, refuse } from '../answers';
import { inspectEvent } from '../inspect-event';
import { call } from './call';
import type { ActivityApi } from '../api/activity-api';
import type { Calls } from './call';

/** Runs on one page of the activity list. */
const RUNS_PER_PAGE = 25;

export const ACTIVITY_CALLS: Calls<ActivityApi> = {
  listRuns: call(
    v.object({ rule: v.exactOptional(v.string()), cursor: v.exactOptional(v.string()) }),
    async (payload, { ports }) => answer(await ports.runs.list({ ...payload, limit: RUNS_PER_PAGE })),
  ),
  getRun: call(v.object({ id: v.string() }), async ({ id }, { ports }) => {
    const run = await ports.runs.get(id);
    return run === undefined
      ? refuse('not-found', `Failed to find the run "${id}": it is no longer kept.`)
      : answer(run);
  }),
  inspectEvent: call(v.object({ payload: v.unknown() }), ({ payload }, { ports }) =>
    inspectEvent(payload, ports),
  ),
};
