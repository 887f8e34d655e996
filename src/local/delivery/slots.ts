// Bounds how many things run at the same time: a named counter with a line in front of it.
// It must not know what runs.

import type { Activity } from '../clock/activity';

export interface Slots {
  /** Waits until fewer than `limit` hold `key`, then holds it; returns the release. */
  take(key: string, limit: number): Promise<() => void>;
}

export function createSlots(activity: Activity): Slots {
  const lines = new Map<string, { held: number; waiting: (() => void)[] }>();

  return {
    async take(key, limit) {
      const line = lines.get(key) ?? { held: 0, waiting: [] };
      lines.set(key, line);
      while (line.held >= limit) {
        // Who stands in line is at rest: otherwise a stepped clock would wait for it while the holder sleeps.
        await activity.sleeping(new Promise<void>((resolve) => line.waiting.push(resolve)));
      }
      line.held += 1;
      return () => {
        line.held -= 1;
        line.waiting.shift()?.();
        if (line.held === 0 && line.waiting.length === 0) lines.delete(key);
      };
    },
  };
}
