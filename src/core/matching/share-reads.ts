// Reads each slot at most once for an event, however many tests are about it. It must not hold on to an event.

import type { Slot } from './slot';

/** Shared reads of one bucket. */
export interface SharedReads {
  /** Another event comes: nothing that was read counts any more. */
  readonly begin: () => void;
  /** Reads `slot` through what is shared. */
  readonly readerOf: (slot: Slot) => Slot['read'];
}

export function shareReads(): SharedReads {
  const turn = { number: 0 };
  const readers = new Map<string, Slot['read']>();
  return {
    begin() {
      turn.number++;
    },
    readerOf({ key, read }) {
      const known = readers.get(key);
      if (known !== undefined) return known;
      let [readAt, value]: [number, unknown] = [0, null];
      const reader: Slot['read'] = (event) => {
        if (readAt !== turn.number) {
          value = read(event);
          readAt = turn.number;
        }
        return value;
      };
      readers.set(key, reader);
      return reader;
    },
  };
}
