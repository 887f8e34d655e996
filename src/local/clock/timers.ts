// The timers of one clock in the order in which they fall due; equal times keep the order of their making.
// It must not read any time.

export interface Timer {
  readonly atMs: number;
  readonly work: () => Promise<void> | void;
}

export interface Timers {
  add(timer: Timer): void;
  remove(timer: Timer): void;
  /** The one that falls due first. */
  first(): Timer | undefined;
  clear(): void;
}

export function createTimers(): Timers {
  let timers: Timer[] = [];
  return {
    add(timer) {
      timers.splice(firstLaterThan(timers, timer.atMs), 0, timer);
    },
    remove(timer) {
      const index = timers.indexOf(timer);
      if (index >= 0) timers.splice(index, 1);
    },
    first: () => timers[0],
    clear() {
      timers = [];
    },
  };
}

function firstLaterThan(timers: readonly Timer[], atMs: number): number {
  let low = 0;
  let high = timers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const timer = timers[middle];
    if (timer !== undefined && timer.atMs <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
