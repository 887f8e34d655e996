// The entry of the view "Automation" in the settings of a space, named in manifest.yml: puts the parts together and
// renders. Nothing else.

import ForgeReconciler from '@forge/react';
import { createCaller } from './bridge-call';
import { runInSpaceEffect } from './in-space/effects';
import { firstInSpace, reduceInSpace } from './in-space/state';
import { InSpaceView } from './in-space/view';
import { Alive } from './machine/alive';
import { createStore } from './machine/store';
import { createTimers } from './machine/timers';
import { EVENT_OPTIONS } from './shared/event-options';
import type { SpaceViewApi } from '../core/admin/viewer/space-api';

const ports = { call: createCaller<SpaceViewApi>(), timers: createTimers() };
const store = createStore({
  first: firstInSpace(),
  reduce: reduceInSpace,
  run: (effect, send) => void runInSpaceEffect(effect, send, ports),
});

ForgeReconciler.render(
  <Alive store={store}>
    {(state) => <InSpaceView state={state} send={store.send} events={EVENT_OPTIONS} />}
  </Alive>,
);
