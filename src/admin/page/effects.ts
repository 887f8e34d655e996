// Hands each effect to the runner of its part, and its answer back as that part's event.

import { runActivityEffect } from '../activity/effects';
import { runHealthEffect } from '../health/effects';
import { runHistoryEffect } from '../history/effects';
import { runEditorEffect } from '../editor/effects';
import { runPacksEffect } from '../packs/effects';
import { runRulesEffect } from '../rules/effects';
import { runSettingsEffect } from '../settings/effects';
import { runTransferEffect } from '../transfer/effects';
import { runWhyNotEffect } from '../why-not/effects';
import type { EffectPorts } from '../machine/ports';
import type { PageEffect, PageEvent } from './state';

/** Runs one effect of the page. Resolves when its answer has been sent. */
export async function runPageEffect(
  effect: PageEffect,
  send: (event: PageEvent) => void,
  ports: EffectPorts,
): Promise<void> {
  switch (effect.area) {
    case 'rules':
      return runRulesEffect(effect.effect, (event) => send({ area: 'rules', event }), ports);
    case 'activity':
      return runActivityEffect(effect.effect, (event) => send({ area: 'activity', event }), ports);
    case 'whyNot':
      return runWhyNotEffect(effect.effect, (event) => send({ area: 'whyNot', event }), ports);
    case 'transfer':
      return runTransferEffect(effect.effect, (event) => send({ area: 'transfer', event }), ports);
    case 'settings':
      return runSettingsEffect(effect.effect, (event) => send({ area: 'settings', event }), ports);
    case 'packs':
      return runPacksEffect(effect.effect, (event) => send({ area: 'packs', event }), ports);
    case 'health':
      return runHealthEffect(effect.effect, (event) => send({ area: 'health', event }), ports);
    case 'changes': {
      const { request, cursor } = effect.effect;
      const result = await ports.call('listChanges', cursor === undefined ? {} : { cursor });
      send({ area: 'changes', event: { type: 'loaded', request, result } });
      return;
    }
    case 'history':
      return runHistoryEffect(effect.effect, (event) => send({ area: 'history', event }), ports);
    case 'editor':
      return runEditorEffect(effect.effect, (event) => send({ area: 'editor', event }), ports);
  }
}
