// Timers by key: a later one with the same key takes the place of the one that waits.

import type { EffectPorts } from './ports';

/** Timers of the browser. */
export function createTimers(): EffectPorts['timers'] {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const cancel = (key: string): void => {
    clearTimeout(waiting.get(key));
    waiting.delete(key);
  };
  return {
    cancel,
    set(key, ms, then) {
      cancel(key);
      waiting.set(
        key,
        setTimeout(() => {
          waiting.delete(key);
          then();
        }, ms),
      );
    },
  };
}
