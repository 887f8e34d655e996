// Runs what the view "Automation" on a page asks for. It must not decide anything: state.ts does.

import type { PageViewApi } from '../../core/admin/viewer/page-api';
import type { Caller } from '../machine/ports';
import type { OnPageEffect, OnPageEvent } from './state';

/** Runs one effect; its answer comes back as an event. */
export async function runOnPageEffect(
  effect: OnPageEffect,
  send: (event: OnPageEvent) => void,
  call: Caller<PageViewApi>,
): Promise<void> {
  switch (effect.type) {
    case 'load-outlook':
      send({ type: 'outlook-loaded', result: await call('pageOutlook', {}) });
      return;
    case 'load-runs': {
      const { request, cursor } = effect;
      send({ type: 'runs-loaded', request, result: await call('pageRuns', pageOf(cursor)) });
      return;
    }
    case 'load-verdicts': {
      const { request, cursor } = effect;
      send({ type: 'verdicts-loaded', request, result: await call('pageVerdicts', pageOf(cursor)) });
    }
  }
}

function pageOf(cursor: string | undefined): { cursor?: string } {
  return cursor === undefined ? {} : { cursor };
}
