// Tells who listens that something on the host has changed. It must not know what.

export interface Changes {
  /** Rises with every change. */
  seq(): number;
  changed(): void;
  /** Calls `listener` after changes, once for those of the same turn; returns the way out. */
  listen(listener: () => void): () => void;
  /** Resolves at the next change, or after `ms` of real time. */
  next(ms: number): Promise<void>;
}

export function createChanges(): Changes {
  const listeners = new Set<() => void>();
  let seq = 0;
  let announced = 0;

  function announce(): void {
    if (announced === seq) return;
    announced = seq;
    for (const listener of [...listeners]) listener();
  }

  function listen(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    seq: () => seq,
    changed() {
      seq += 1;
      if (listeners.size > 0) setImmediate(announce);
    },
    listen,
    next(ms) {
      return new Promise((resolve) => {
        const finish = (): void => {
          clearTimeout(timer);
          leave();
          resolve();
        };
        const timer = setTimeout(finish, ms);
        const leave = listen(finish);
      });
    },
  };
}
