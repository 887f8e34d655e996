// Drives a world to its end: one entry of the timeline, then everything that the engine's promises do because of it,
// then the next. So the order of all that happens is the timeline's, never the machine's.

/** Resolved for ever: what follows it comes after the microtasks that are queued already. */
const READY = Promise.resolve();

/**
 * Calls `step` until it answers false. Between two calls every microtask has run: a tick that a microtask asks for comes
 * after the whole queue of microtasks.
 */
export function drive(step: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const turn = (): void => {
      try {
        if (!step()) {
          resolve();
          return;
        }
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
        return;
      }
      void READY.then(arm);
    };
    const arm = (): void => {
      process.nextTick(turn);
    };
    arm();
  });
}
