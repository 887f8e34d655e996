// Runs what the view of health asks for. It must not decide anything: state.ts does.

import type { EffectPorts } from '../machine/ports';
import type { HealthEffect, HealthEvent } from './state';

/** Runs one effect; its answer comes back as an event. */
export async function runHealthEffect(
  effect: HealthEffect,
  send: (event: HealthEvent) => void,
  ports: EffectPorts,
): Promise<void> {
  switch (effect.type) {
    case 'load-sizes':
      send({ type: 'sizes-loaded', result: await ports.call('getSizes', {}) });
      return;
    case 'check-rules': {
      const { cursor } = effect;
      const result = await ports.call('checkHealth', cursor === undefined ? {} : { cursor });
      send({ type: 'checked', result });
    }
  }
}
