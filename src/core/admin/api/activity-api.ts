// What activity and "Why not?" ask of the app: runs, recorded events, and what the engine says of them.

import type { FilteredPage } from '../activity/filtered-page';
import type { HourPoint } from '../activity/hours';
import type { EventFilter, SeenEvent } from '../activity/list-events';
import type { RunFilter } from '../../runs/run-filter';
import type { OpenedRun } from '../activity/open-run';
import type { ExplainedVerdicts } from '../explain-verdicts';
import type { InspectedEvent } from '../inspect-event';
import type { FoundContent } from '../viewer/viewer';
import type { Repeated } from '../../runs/replay-runs';
import type { Run } from '../../runs/run';
import type { AdminResult } from './result';

/** What may be done with runs that failed. */
export type RunDeed = 'replay' | 'dismiss';

/** Which dead letters something is done with; `cursor` is of an earlier answer. */
export type WhichLetters = { ids: readonly string[] } | (Omit<RunFilter, 'outcome'> & { cursor?: string });

export type ActivityApi = {
  /** Runs without what they write, newest first. */
  listRuns: (payload: RunFilter & { cursor?: string }) => AdminResult<FilteredPage<Run>>;
  getRun: (payload: { id: string }) => AdminResult<Run>;
  /** One run with what its steps did, the rule as it was, and the chain that led to it. */
  openRun: (payload: { id: string }) => AdminResult<OpenedRun>;
  /** Events, runs and failures of the last hours. */
  listHours: (payload: { hours: number }) => AdminResult<readonly HourPoint[]>;
  /** Has dead letters tried again: those named, or all that the filter fits, some a call. */
  replayRuns: (payload: WhichLetters) => AdminResult<Repeated>;
  /** Takes dead letters off the list without doing anything. */
  dismissRuns: (payload: WhichLetters & { reason?: string }) => AdminResult<Repeated>;
  /** Recorded events, newest first. */
  listEvents: (payload: EventFilter & { cursor?: string }) => AdminResult<FilteredPage<SeenEvent>>;
  /** Every rule's verdict on a recorded event. */
  whyNot: (payload: { eventKey: string; cursor?: string }) => AdminResult<ExplainedVerdicts>;
  /** Every rule's verdict on the next change of a page. */
  whyNotNext: (payload: { content: string; cursor?: string }) => AdminResult<ExplainedVerdicts>;
  /** Pages and blog posts that the admin can see. */
  findContent: (payload: { text: string }) => AdminResult<readonly FoundContent[]>;
  /** Every rule's verdict for a payload, and the runs that it caused; nothing is done. */
  inspectEvent: (payload: { payload: unknown }) => AdminResult<InspectedEvent>;
};
