// The admin page's entry, named in manifest.yml: puts the parts together and renders. Nothing else.

import ForgeReconciler from '@forge/react';
import { ears, ports } from './bridge';
import { createStore } from './machine/store';
import { App } from './page/app';
import { runPageEffect } from './page/effects';
import { firstPage, reducePage } from './page/reduce';
import { EVENT_OPTIONS } from './shared/event-options';

const store = createStore({
  first: firstPage(),
  reduce: reducePage,
  run: (effect, send) => void runPageEffect(effect, send, ports),
});

ForgeReconciler.render(<App store={store} ears={ears} events={EVENT_OPTIONS} />);
