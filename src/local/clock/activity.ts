// Knows what the host is doing at this moment, so that a stepped clock moves on only when everything has come to
// rest. A piece of work that only sleeps on host time counts as at rest. It must not know what the work is.

import { AsyncLocalStorage } from 'node:async_hooks';

/** One piece of work: an invocation with its requests, or what a timer started. */
interface Task {
  /** Requests of it that are being answered. */
  parts: number;
  /** How many of them sleep on host time. */
  asleep: number;
}

export interface Activity {
  /** Runs `work` as a new piece of work that counts until it settles. */
  track<T>(work: () => Promise<T>): Promise<T>;
  /** Runs `work` within the piece of work that it was called in, or as a new one. `work` is told which. */
  join<T>(work: (task: Task) => Promise<T>): Promise<T>;
  /** Runs `work` as one part of `task`, as a request that an invocation waits for. */
  part<T>(task: Task, work: () => Promise<T>): Promise<T>;
  /** Waits for `wait`; meanwhile the calling part counts as at rest. */
  sleeping<T>(wait: Promise<T>): Promise<T>;
  /** Resolves when every piece of work has settled or sleeps. */
  whenIdle(): Promise<void>;
}

export function createActivity(): Activity {
  const scope = new AsyncLocalStorage<Task>();
  const tasks = new Set<Task>();
  let waiters: (() => void)[] = [];

  // Deferred by a turn: what settles often starts the next piece at once.
  function changed(): void {
    if (waiters.length > 0) setImmediate(releaseWaiters);
  }
  function releaseWaiters(): void {
    if (![...tasks].every(isAtRest)) return;
    const released = waiters;
    waiters = [];
    for (const release of released) release();
  }

  async function track<T>(work: (task: Task) => Promise<T>): Promise<T> {
    const task: Task = { parts: 0, asleep: 0 };
    tasks.add(task);
    try {
      return await scope.run(task, () => work(task));
    } finally {
      tasks.delete(task);
      changed();
    }
  }

  return {
    track,
    join(work) {
      const task = scope.getStore();
      return task !== undefined && tasks.has(task) ? work(task) : track(work);
    },
    async part(task, work) {
      task.parts += 1;
      try {
        return await scope.run(task, work);
      } finally {
        task.parts -= 1;
        changed();
      }
    },
    async sleeping(wait) {
      const task = scope.getStore();
      if (task === undefined) return wait;
      task.asleep += 1;
      changed();
      try {
        return await wait;
      } finally {
        task.asleep -= 1;
      }
    },
    whenIdle() {
      return new Promise((resolve) => {
        waiters.push(resolve);
        changed();
      });
    },
  };
}

function isAtRest(task: Task): boolean {
  return task.asleep > 0 && task.asleep >= task.parts;
}
