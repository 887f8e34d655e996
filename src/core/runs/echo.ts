// The ledger of echoes: what our own writes will come back as. An event that answers to an entry was not made by the
// person that it names, even where the write was made in that person's name.

import type { Cause } from './cause';

/** One write whose events are awaited. */
export interface EchoEntry {
  /** The step that wrote. */
  readonly effectKey: string;
  /** `app`, or the account in whose name it was written. */
  readonly actor: string;
  /** Events that the write makes at most. */
  readonly events: number;
  /** Keys of the events that were recognised so far; one that is delivered again is recognised again. */
  readonly usedBy: readonly string[];
  /** After this, events count as somebody else's. */
  readonly until: string;
  readonly cause: Cause;
}

/** All that is awaited of one kind on one thing. */
export interface EchoRecord {
  readonly v: 1;
  /** `label:12345`: what was written, and on what. */
  readonly key: string;
  readonly revision: number;
  readonly entries: readonly EchoEntry[];
  readonly keepUntil: string;
}

/** How long an event of ours is awaited. */
export const ECHO_SECONDS = 600;
