// Binds a store to React: starts it once it is on screen, and draws what its state says. It must not know any state.

import { useEffect, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { Store } from './store';

/** What `children` draws of the store's state, drawn anew at each change. */
export function Alive<State, Event>(props: {
  readonly store: Store<State, Event>;
  readonly children: (state: State) => ReactNode;
}) {
  const { store, children } = props;
  const state = useSyncExternalStore(store.subscribe, store.getState);
  useEffect(() => store.start(), [store]);
  return children(state);
}
