// The real engine of src/core behind the handlers of the simulated platform, as src/forge calls it.

import { consumeRuns } from '../../../src/core/runs/consume-runs';
import { dispatchEvent } from '../../../src/core/runs/dispatch-event';
import { sweep } from '../../../src/core/runs/sweep';
import type { Engine } from '../platform/engine';

export const OURS: Engine = {
  onEvent: (payload, retry, ports) =>
    dispatchEvent(retry === undefined ? { payload } : { payload, retry }, ports),
  onQueue: (runs, _retry, ports) => consumeRuns(runs, ports),
  async onSchedule(ports) {
    await sweep(ports);
  },
};
