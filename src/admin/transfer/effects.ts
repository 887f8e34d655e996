// Runs what import and export ask for. It must not decide anything: the states do.

import { runCommonEffect } from '../machine/common-effects';
import type { EffectPorts } from '../machine/ports';
import { incoming, outgoing } from './state';
import { textParts } from './text-parts';
import type { ImportSource } from '../../core/admin/api/exchange-api';
import type { AdminResult } from '../../core/admin/api/result';
import type { TransferEffect, TransferEvent } from './state';

/** Runs one effect of import and export; its answer comes back as an event. */
export async function runTransferEffect(
  effect: TransferEffect,
  send: (event: TransferEvent) => void,
  ports: EffectPorts,
): Promise<void> {
  switch (effect.type) {
    case 'preview-import': {
      const { request, text } = effect;
      const sent = await sendText(text, ports);
      const source = sent.ok ? sent.data : { text };
      const result = sent.ok ? await ports.call('previewImport', sent.data) : sent;
      send(incoming({ type: 'previewed', request, source, result }));
      return;
    }
    case 'start-import': {
      const { source, choices, keepState } = effect;
      const result = await ports.call('startImport', { source, choices, keepState });
      send(incoming({ type: 'import-moved', result }));
      return;
    }
    case 'continue-import':
      send(
        incoming({
          type: 'import-moved',
          result: await ports.call('continueImport', { id: effect.id }),
        }),
      );
      return;
    case 'export-rules': {
      const { request, choice } = effect;
      const result = await ports.call('exportRules', choice);
      send(
        outgoing({
          type: 'exported',
          request,
          result: result.ok
            ? { ok: true, data: { text: result.data.text, count: result.data.rules.length } }
            : result,
        }),
      );
      return;
    }
    case 'load-choices':
      send(
        outgoing({
          type: 'choices-loaded',
          result: await ports.call('listRules', effect.search === '' ? {} : { search: effect.search }),
        }),
      );
      return;
    case 'show-files':
      ports.frame({ type: 'show-files' });
      return;
    case 'download':
      ports.frame({ type: 'download', name: effect.name, text: effect.text });
      return;
    case 'later':
    case 'cancel':
    case 'flag':
      runCommonEffect(effect, 'transfer', send, ports);
  }
}

/** Sends a text that is too large for one call in parts, and answers how the app finds it. */
async function sendText(text: string, ports: EffectPorts): Promise<AdminResult<ImportSource>> {
  const parts = textParts(text);
  if (parts.length <= 1) return { ok: true, data: { text } };
  const id = `text-${Date.now().toString(36)}`;
  for (const [part, piece] of parts.entries()) {
    const sent = await ports.call('stageImport', { id, part, text: piece });
    if (!sent.ok) return sent;
  }
  return { ok: true, data: { id, parts: parts.length } };
}
