// The events that an app's windows on one page send each other (`events` of @forge/bridge). No window is special:
// a sender that listens hears itself, as on Forge.

/** Calls of listeners by event name. */
export interface EventBus {
  readonly on: (event: string, listener: (payload: unknown) => void) => { unsubscribe: () => void };
  readonly emit: (event: string, payload: unknown) => void;
}

/** A bus without listeners. */
export function createEventBus(): EventBus {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  return {
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set);
      set.add(listener);
      return { unsubscribe: () => void set.delete(listener) };
    },
    emit(event, payload) {
      const set = listeners.get(event);
      for (const listener of [...(set ?? [])]) {
        try {
          // Windows get copies, so that none can change what another holds.
          listener(structuredClone(payload));
        } catch {
          // A window that is gone throws when it is called; the others must still hear.
          set?.delete(listener);
        }
      }
    },
  };
}
