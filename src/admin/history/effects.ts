// Runs what the history of a rule asks for. It must not decide anything: state.ts does.

import { runCommonEffect } from '../machine/common-effects';
import type { EffectPorts } from '../machine/ports';
import type { HistoryEffect, HistoryEvent } from './state';

/** Runs one effect of a rule's history; its answer comes back as an event. */
export async function runHistoryEffect(
  effect: HistoryEffect,
  send: (event: HistoryEvent) => void,
  ports: EffectPorts,
): Promise<void> {
  switch (effect.type) {
    case 'load-history': {
      const { request, rule, cursor } = effect;
      const payload = { rule, ...(cursor === undefined ? {} : { cursor }) };
      send({ type: 'loaded', request, result: await ports.call('getHistory', payload) });
      return;
    }
    case 'compare-version': {
      const { rule, version } = effect;
      send({ type: 'compared', version, result: await ports.call('compareVersion', { rule, version }) });
      return;
    }
    case 'restore-version': {
      const { rule, version, expectedVersion } = effect;
      const result = await ports.call('restoreVersion', { rule, version, expectedVersion });
      send({ type: 'restored', result });
      return;
    }
    case 'later':
    case 'cancel':
    case 'flag':
      runCommonEffect(effect, 'history', send, ports);
  }
}
