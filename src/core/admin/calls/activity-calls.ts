// The calls of activity.

import * as v from 'valibot';
import { answer, refuse } from '../answers';
import { inspectEvent } from '../inspect-event';
import { dismissRuns, replayRuns } from '../../runs/replay-runs';
import { call } from './call';
import type { ActivityApi } from '../api/activity-api';
import type { DeadLetters } from '../../runs/replay-runs';
import type { Calls } from './call';

/** Runs on one page of the activity list. */
const RUNS_PER_PAGE = 25;

/** Which dead letters: by their ids, or all that the rest fits. */
const DEAD_LETTERS = {
  ids: v.exactOptional(v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(500))),
  rule: v.exactOptional(v.string()),
  subject: v.exactOptional(v.string()),
};

function whichOf(which: { ids?: readonly string[]; rule?: string; subject?: string }): DeadLetters {
  const { ids, ...filter } = which;
  return ids === undefined ? filter : { ids };
}

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
  replayRuns: call(v.object(DEAD_LETTERS), async (which, { ports }) =>
    answer(await replayRuns(whichOf(which), ports)),
  ),
  dismissRuns: call(
    v.object({ ...DEAD_LETTERS, reason: v.exactOptional(v.pipe(v.string(), v.maxLength(500))) }),
    async ({ reason = '', ...which }, { ports }) => answer(await dismissRuns(whichOf(which), reason, ports)),
  ),
  inspectEvent: call(v.object({ payload: v.unknown() }), ({ payload }, { ports }) =>
    inspectEvent(payload, ports),
  ),
};
