// Tells who listens that something on the host has changed. It must not know what.

export interface Changes {
  /** Rises with every change. */
  seq(): number;
  changed(): void;
  /** Calls `listener` after changes, once for those of the same turn; returns the way out. */
  listen(listener: () => void): () => void;
  /** Resolves at the next change, or after `ms` of real time, or at once when the host is closed. */
  next(ms: number): Promise<void>;
  isClosed(): boolean;
  /** Ends all waiting. */
  close(): void;
}

export function createChanges(): Changes {
  const listeners = new Set<() => void>();
  let seq = 0;
  let announced = 0;
  let closed = false;

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
    isClosed: () => closed,
    close() {
      closed = true;
      seq += 1;
      announce();
    },
    changed() {
      seq += 1;
      if (listeners.size > 0) setImmediate(announce);
    },
    listen,
    next(ms) {
      if (closed) return Promise.resolve();
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
