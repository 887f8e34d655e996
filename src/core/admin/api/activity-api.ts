// What activity asks of the app: runs, and what the engine says of an event.

import type { Run } from '../../runs/run';
import type { InspectedEvent } from '../inspect-event';
import type { AdminResult, Page } from './result';

export type ActivityApi = {
  listRuns: (payload: { rule?: string; cursor?: string }) => AdminResult<Page<Run>>;
  getRun: (payload: { id: string }) => AdminResult<Run>;
  /** Every rule's verdict for a payload, and the runs that it caused; nothing is done. */
  inspectEvent: (payload: { payload: unknown }) => AdminResult<InspectedEvent>;
};
