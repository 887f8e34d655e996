// What a reducer of the page returns: the next state, and the effects to run, as data.
// It must not run anything.

/** The outcome of one event: the state that follows and what is to be done because of it. */
export interface Transition<State, Effect> {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** A transition to `state` that asks for `effects`, in order. */
export function next<State, Effect>(state: State, ...effects: readonly Effect[]): Transition<State, Effect> {
  return { state, effects };
}

/** Effects that every part of the page may ask for. */
export type CommonEffect<Event> =
  /** Sends `event` after `ms`; a later one with the same key takes its place. */
  | { readonly type: 'later'; readonly key: string; readonly ms: number; readonly event: Event }
  /** Forgets what waits under `key`. */
  | { readonly type: 'cancel'; readonly key: string }
  | {
      readonly type: 'flag';
      readonly tone: 'success' | 'error' | 'info';
      readonly title: string;
      readonly description?: string;
    };
