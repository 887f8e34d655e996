// Runs what the rule editor asks for. It must not decide anything: reduce.ts does.

import { ACTION_FORMS } from '../../core/actions/forms';
import { problemsOf } from '../../core/rules/rule-problems';
import { runCommonEffect } from '../machine/common-effects';
import { runTryEffect } from './try/effects';
import type { EffectPorts } from '../machine/ports';
import type { EditorEffect, EditorEvent } from './state';

/** Runs one effect of the editor; its answer comes back as an event. */
export async function runEditorEffect(
  effect: EditorEffect,
  send: (event: EditorEvent) => void,
  ports: EffectPorts,
): Promise<void> {
  switch (effect.type) {
    case 'load-rule':
      send({ type: 'loaded', result: await ports.call('getRule', { id: effect.id }) });
      return;
    case 'check-rule': {
      const { request, purpose, rule } = effect;
      send({ type: 'checked', request, purpose, problems: problemsOf(rule).problems });
      return;
    }
    case 'save-rule': {
      const { rule, expectedVersion } = effect;
      const payload = expectedVersion === undefined ? { rule } : { rule, expectedVersion };
      send({ type: 'saved', result: await ports.call('saveRule', payload) });
      return;
    }
    case 'load-theirs':
      send({ type: 'theirs-loaded', result: await ports.call('getRule', { id: effect.id }) });
      return;
    case 'show-json':
      ports.frame({
        type: 'show-editor',
        session: effect.session,
        text: effect.text,
        events: ports.events.map(({ id, name }) => ({ value: id, detail: name })),
        actions: ACTION_FORMS.map(({ kind, label }) => ({ value: kind, detail: label })),
      });
      return;
    case 'try':
      await runTryEffect(effect.effect, (event) => send({ type: 'try', event }), ports);
      return;
    case 'later':
    case 'cancel':
    case 'flag':
      runCommonEffect(effect, 'editor', send, ports);
  }
}
