// Runs what trying a rule asks for: most of it here in the page, because the engine's verdicts are pure.

import { fieldNames } from '../../../core/events/field-names';
import { parseEvent } from '../../../core/events/parse-event';
import { fetchableFieldsOf } from '../../../core/fields/fetchable-fields';
import { parseRule } from '../../../core/rules/parse-rule-set';
import { tryRule } from '../../../core/runs/try-rule';
import { runBacktest } from './run-backtest';
import type { JsonValue } from '../../../core/json';
import type { Trial } from '../../../core/runs/try-rule';
import type { EffectPorts } from '../../machine/ports';
import type { TryEffect, TryEvent } from './state';

/** Runs one effect; its answer comes back as an event. */
export async function runTryEffect(
  effect: TryEffect,
  send: (event: TryEvent) => void,
  ports: EffectPorts,
): Promise<void> {
  switch (effect.type) {
    case 'try-rule':
      send({ type: 'tried', trial: tryHere(effect.rule, effect.payload) });
      return;
    case 'look-up': {
      const { rule, payload } = effect;
      send({ type: 'looked-up', result: await ports.call('tryRule', { rule, payload }) });
      return;
    }
    case 'load-recorded':
      send({
        type: 'recorded-loaded',
        result: await ports.call('listRecordedEvents', { when: effect.when }),
      });
      return;
    case 'backtest':
      await runBacktest(effect, (backtest) => send({ type: 'backtest-moved', backtest }), ports);
  }
}

/** The rule's verdict without asking the app; `undefined` when the rule has errors. */
function tryHere(input: unknown, payload: JsonValue): Trial | undefined {
  const parsed = parseRule(input);
  if (!parsed.ok) return undefined;
  const rule = parsed.value;
  const event = parseEvent(payload);
  const unread = fetchableFieldsOf(event);
  return tryRule(rule, event, { nowMs: Date.now(), unread, nameOf: fieldNames(rule.when) });
}
