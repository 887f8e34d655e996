// What activity asks of the app: runs, and what the engine says of an event.

import type { Repeated } from '../../runs/replay-runs';
import type { Run } from '../../runs/run';
import type { InspectedEvent } from '../inspect-event';
import type { AdminResult, Page } from './result';

export type ActivityApi = {
  listRuns: (payload: { rule?: string; cursor?: string }) => AdminResult<Page<Run>>;
  getRun: (payload: { id: string }) => AdminResult<Run>;
  /** Every rule's verdict for a payload, and the runs that it caused; nothing is done. */
  inspectEvent: (payload: { payload: unknown }) => AdminResult<InspectedEvent>;
  /** Has dead letters tried again: those named, or all of a rule, or on one content, or every one. */
  replayRuns: (payload: {
    ids?: readonly string[];
    rule?: string;
    subject?: string;
  }) => AdminResult<Repeated>;
  /** Takes dead letters off the list without doing anything. */
  dismissRuns: (payload: {
    ids?: readonly string[];
    rule?: string;
    subject?: string;
    reason?: string;
  }) => AdminResult<Repeated>;
};
