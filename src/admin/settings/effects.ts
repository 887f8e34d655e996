// Runs what the settings ask for. It must not decide anything: state.ts does.

import { runConnectionsEffect } from '../connections/effects';
import { runCommonEffect } from '../machine/common-effects';
import type { EffectPorts } from '../machine/ports';
import type { SettingsEffect, SettingsEvent } from './state';

/** Runs one effect of the settings; its answer comes back as an event. */
export async function runSettingsEffect(
  effect: SettingsEffect,
  send: (event: SettingsEvent) => void,
  ports: EffectPorts,
): Promise<void> {
  switch (effect.type) {
    case 'load-settings':
      send({ type: 'loaded', result: await ports.call('getSettings', {}) });
      return;
    case 'save-settings':
      send({ type: 'saved', result: await ports.call('saveSettings', { settings: effect.settings }) });
      return;
    case 'check-people': {
      const { accountIds } = effect;
      send({ type: 'people-checked', result: await ports.call('checkPeople', { accountIds }) });
      return;
    }
    case 'connections':
      return runConnectionsEffect(effect.effect, (event) => send({ type: 'connections', event }), ports);
    case 'later':
    case 'cancel':
    case 'flag':
      runCommonEffect(effect, 'settings', send, ports);
  }
}
