// The calls of activity and of "Why not?".

import * as v from 'valibot';
import { CHART_HOURS, hoursUntilNow } from '../activity/hours';
import { listEvents } from '../activity/list-events';
import { listRuns } from '../activity/list-runs';
import { openRun } from '../activity/open-run';
import { whyNot, whyNotNext } from '../activity/why-not';
import { answer, refuse } from '../answers';
import { inspectEvent } from '../inspect-event';
import { RUN_OUTCOMES } from '../../runs/run';
import { dismissRuns, replayRuns } from '../../runs/replay-runs';
import { call } from './call';
import type { ActivityApi } from '../api/activity-api';
import type { AdminResult } from '../api/result';
import type { DeadLetters } from '../../runs/replay-runs';
import type { RunFilter } from '../../runs/run-filter';
import type { Calls } from './call';

const Text = v.exactOptional(v.string());
const Id = v.object({ id: v.string() });
/** What runs and events may be narrowed by, and where the page starts. */
const PAGED = { eventType: Text, subject: Text, space: Text, from: Text, to: Text, cursor: Text };
/** Longest text that is searched for. */
const SearchText = v.pipe(v.string(), v.maxLength(200));

/** Which dead letters: by their ids, or all that the filter fits. */
const DEAD_LETTERS = {
  ...PAGED,
  ids: v.exactOptional(v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(500))),
  rule: Text,
};

function whichOf({ ids, ...filter }: { ids?: readonly string[] } & RunFilter): DeadLetters {
  return ids === undefined ? filter : { ids };
}

export const ACTIVITY_CALLS: Calls<ActivityApi> = {
  listRuns: call(
    v.object({ ...PAGED, rule: Text, outcome: v.exactOptional(v.picklist(RUN_OUTCOMES)) }),
    async ({ cursor, ...filter }, { ports }) => answer(await listRuns(filter, cursor, ports)),
  ),
  getRun: call(Id, async ({ id }, { ports }) => {
    const run = await ports.runs.get(id);
    return run === undefined
      ? refuse('not-found', `Failed to find the run "${id}": it is no longer kept.`)
      : answer(run);
  }),
  openRun: call(Id, ({ id }, { ports }) => openRun(id, ports)),
  listHours: call(v.object({ hours: v.picklist(CHART_HOURS) }), async ({ hours }, { ports }) =>
    answer(await hoursUntilNow(hours, ports)),
  ),
  replayRuns: call(v.object(DEAD_LETTERS), async (which, { ports }) =>
    answer(await replayRuns(whichOf(which), ports)),
  ),
  dismissRuns: call(
    v.object({ ...DEAD_LETTERS, reason: v.exactOptional(v.pipe(v.string(), v.maxLength(500))) }),
    async ({ reason = '', ...which }, { ports }) => answer(await dismissRuns(whichOf(which), reason, ports)),
  ),
  listEvents: call(v.object(PAGED), async ({ cursor, ...filter }, { ports }) =>
    answer(await listEvents(filter, cursor, ports)),
  ),
  whyNot: call(v.object({ eventKey: v.string(), cursor: Text }), ({ eventKey, cursor }, { ports }) =>
    whyNot(eventKey, cursor, ports),
  ),
  whyNotNext: call(v.object({ content: v.string(), cursor: Text }), (payload, { viewer, ports }) =>
    viewer === undefined ? unseen() : whyNotNext(payload.content, payload.cursor, viewer, ports),
  ),
  findContent: call(v.object({ text: SearchText }), async ({ text }, { viewer }) =>
    viewer === undefined ? unseen() : answer(await viewer.findContent(undefined, text)),
  ),
  inspectEvent: call(v.object({ payload: v.unknown() }), ({ payload }, { ports }) =>
    inspectEvent(payload, ports),
  ),
};

function unseen(): AdminResult<never> {
  return refuse('failed', 'Failed to ask Confluence what you may see: nobody is signed in.');
}
