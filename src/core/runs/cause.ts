// How an event came about that one of our own actions made: the event at its root and the rules on the way.
// Absent where a person was at the root.

/** What rules did before this, oldest first. */
export interface Cause {
  /** Key of the event that nobody's rule had caused. */
  readonly root: string;
  /** Ids of the rules that acted, from the root on; its length is the depth. */
  readonly path: readonly string[];
}

/** Rules of `chain: true` see events of at most this many rules in a row; deeper ones are `loop-stopped`. */
export const MAX_CHAIN_DEPTH = 5;
