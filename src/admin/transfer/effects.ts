// Runs what import and export ask for. It must not decide anything: state.ts does.

import { runCommonEffect } from '../machine/common-effects';
import type { EffectPorts } from '../machine/ports';
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
      send({ type: 'previewed', request, result: await ports.call('previewImport', { text }) });
      return;
    }
    case 'import-rules': {
      const { text, ids, keepState } = effect;
      send({ type: 'imported', result: await ports.call('importRules', { text, ids, keepState }) });
      return;
    }
    case 'export-rules': {
      const { request, ids } = effect;
      const result = await ports.call('exportRules', ids === undefined ? {} : { ids });
      send({
        type: 'exported',
        request,
        result: result.ok
          ? { ok: true, data: { text: result.data.text, count: result.data.rules.length } }
          : result,
      });
      return;
    }
    case 'load-choices':
      send({
        type: 'choices-loaded',
        result: await ports.call('listRules', effect.search === '' ? {} : { search: effect.search }),
      });
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
