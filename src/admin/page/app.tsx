// Binds the page's store to React, and what the browser reports to the store.

import { useEffect, useSyncExternalStore } from 'react';
import type { Store } from '../machine/store';
import type { EventOption } from '../shared/event-options';
import type { FrameReport } from '../../core/admin/frame-protocol';
import type { PageEvent, PageState } from './state';
import { PageView } from './view';

/** What the page hears of the outside; each answers what stops it. */
export interface Ears {
  readonly onFrameReport: (hear: (report: FrameReport) => void) => () => void;
  readonly onVisibility: (hear: (visible: boolean) => void) => () => void;
}

/** The page, alive. */
export function App(props: {
  readonly store: Store<PageState, PageEvent>;
  readonly ears: Ears;
  readonly events: readonly EventOption[];
}) {
  const { store, ears, events } = props;
  const state = useSyncExternalStore(store.subscribe, store.getState);
  useEffect(() => {
    const deafen = [
      ears.onFrameReport((report) => store.send({ area: 'page', event: { type: 'frame-reported', report } })),
      ears.onVisibility((visible) => store.send({ area: 'page', event: { type: 'visibility', visible } })),
    ];
    store.start();
    return () => {
      for (const stop of deafen) stop();
    };
  }, [store, ears]);
  return <PageView state={state} send={store.send} events={events} />;
}
