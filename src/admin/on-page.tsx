// The entry of the view "Automation" on a page, named in manifest.yml: puts the parts together and renders. Nothing else.

import ForgeReconciler from '@forge/react';
import { createCaller } from './bridge-call';
import { Alive } from './machine/alive';
import { createStore } from './machine/store';
import { runOnPageEffect } from './on-page/effects';
import { firstOnPage, reduceOnPage } from './on-page/state';
import { OnPageView } from './on-page/view';
import { EVENT_OPTIONS } from './shared/event-options';
import type { PageViewApi } from '../core/admin/viewer/page-api';

const call = createCaller<PageViewApi>();
const store = createStore({
  first: firstOnPage(),
  reduce: reduceOnPage,
  run: (effect, send) => void runOnPageEffect(effect, send, call),
});

ForgeReconciler.render(
  <Alive store={store}>
    {(state) => <OnPageView state={state} send={store.send} events={EVENT_OPTIONS} />}
  </Alive>,
);
