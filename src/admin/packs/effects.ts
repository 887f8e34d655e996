// Runs what the packs ask for. It must not decide anything: state.ts does.

import { runCommonEffect } from '../machine/common-effects';
import type { EffectPorts } from '../machine/ports';
import type { PacksEffect, PacksEvent } from './state';

/** Runs one effect of the packs; its answer comes back as an event. */
export async function runPacksEffect(
  effect: PacksEffect,
  send: (event: PacksEvent) => void,
  ports: EffectPorts,
): Promise<void> {
  switch (effect.type) {
    case 'load-packs':
      send({ type: 'loaded', result: await ports.call('listPacks', {}) });
      return;
    case 'load-pack': {
      const { id } = effect;
      send({ type: 'details-loaded', id, result: await ports.call('getPack', { id }) });
      return;
    }
    case 'add-pack': {
      const { id, values, spaces } = effect;
      send({ type: 'pack-added', result: await ports.call('addPack', { id, values, spaces }) });
      return;
    }
    case 'later':
    case 'cancel':
    case 'flag':
      runCommonEffect(effect, 'packs', send, ports);
  }
}
