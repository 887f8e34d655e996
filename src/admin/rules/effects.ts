// Runs what the list of rules asks for. It must not decide anything: state.ts does.

import { runCommonEffect } from '../machine/common-effects';
import type { EffectPorts } from '../machine/ports';
import { words } from '../wording';
import type { RulesEffect, RulesEvent } from './state';

/** Runs one effect of the list of rules; its answer comes back as an event. */
export async function runRulesEffect(
  effect: RulesEffect,
  send: (event: RulesEvent) => void,
  ports: EffectPorts,
): Promise<void> {
  switch (effect.type) {
    case 'load-rules': {
      const { request, filter, cursor } = effect;
      const payload = { ...filter, ...(cursor === undefined ? {} : { cursor }) };
      send({ type: 'loaded', request, result: await ports.call('listRules', payload) });
      return;
    }
    case 'load-statistics':
      send({
        type: 'statistics-loaded',
        result: await ports.call('getStatistics', { ids: effect.ids }),
      });
      return;
    case 'set-state':
      send({
        type: 'state-set',
        id: effect.id,
        result: await ports.call('setRuleState', { id: effect.id, state: effect.state }),
      });
      return;
    case 'change-rules': {
      const { ids, change } = effect;
      const result = await ports.call('changeRules', { ids, change });
      send({ type: 'changed', change: change.type, result });
      return;
    }
    case 'move-rule': {
      const { id, direction } = effect;
      const result = await ports.call('moveRule', { id, direction });
      send({ type: 'one-changed', title: words.rules.moved[direction], result });
      return;
    }
    case 'duplicate-rule': {
      const result = await ports.call('duplicateRule', { id: effect.id });
      const name = result.ok ? result.data.rule.name : '';
      send({ type: 'one-changed', title: words.rules.duplicated(name), result });
      return;
    }
    case 'later':
    case 'cancel':
    case 'flag':
      runCommonEffect(effect, 'rules', send, ports);
  }
}
