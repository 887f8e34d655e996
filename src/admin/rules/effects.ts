// Runs what the list of rules asks for. It must not decide anything: state.ts does.

import { runCommonEffect } from '../machine/common-effects';
import type { EffectPorts } from '../machine/ports';
import type { RulesEffect, RulesEvent } from './state';

/** Runs one effect of the list of rules; its answer comes back as an event. */
export async function runRulesEffect(
  effect: RulesEffect,
  send: (event: RulesEvent) => void,
  ports: EffectPorts,
): Promise<void> {
  switch (effect.type) {
    case 'load-rules': {
      const { request, search, cursor } = effect;
      const result = await ports.call('listRules', {
        ...(search === '' ? {} : { search }),
        ...(cursor === undefined ? {} : { cursor }),
      });
      send({ type: 'loaded', request, result });
      return;
    }
    case 'set-state':
      send({
        type: 'state-set',
        id: effect.id,
        result: await ports.call('setRuleState', { id: effect.id, state: effect.state }),
      });
      return;
    case 'delete-rule':
      send({ type: 'deleted', result: await ports.call('deleteRule', { id: effect.id }) });
      return;
    case 'later':
    case 'cancel':
    case 'flag':
      runCommonEffect(effect, 'rules', send, ports);
  }
}
