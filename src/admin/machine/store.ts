// Holds the state of the page, applies events through a pure reducer and hands effects to a runner.
// It must not know what any state or effect means.

import type { Transition } from './transition';

/** A running state machine, in the shape that React's `useSyncExternalStore` wants. */
export interface Store<State, Event> {
  readonly getState: () => State;
  /** Applies one event; effects run after the state has changed and listeners know. */
  readonly send: (event: Event) => void;
  /** Calls `listener` after every change; returns what stops it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Runs the effects of the first transition. Call once. */
  readonly start: () => void;
}

/** Makes a store that begins with `first` and has not run its effects yet. */
export function createStore<State, Event, Effect>(options: {
  readonly first: Transition<State, Effect>;
  readonly reduce: (state: State, event: Event) => Transition<State, Effect>;
  readonly run: (effect: Effect, send: (event: Event) => void) => void;
}): Store<State, Event> {
  let state = options.first.state;
  const listeners = new Set<() => void>();

  function send(event: Event): void {
    const transition = options.reduce(state, event);
    if (transition.state !== state) {
      state = transition.state;
      for (const listener of [...listeners]) listener();
    }
    for (const effect of transition.effects) options.run(effect, send);
  }

  return {
    getState: () => state,
    send,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {
      for (const effect of options.first.effects) options.run(effect, send);
    },
  };
}
