// The calls of import and export.

import * as v from 'valibot';
import { exportRules, importRules, previewImport } from '../exchange-rules';
import { call } from './call';
import type { ExchangeApi } from '../api/exchange-api';
import type { Calls } from './call';

export const EXCHANGE_CALLS: Calls<ExchangeApi> = {
  exportRules: call(v.object({ ids: v.exactOptional(v.array(v.string())) }), ({ ids }, { ports }) =>
    exportRules(ids, ports),
  ),
  previewImport: call(v.object({ text: v.string() }), ({ text }, { ports }) => previewImport(text, ports)),
  importRules: call(
    v.object({ text: v.string(), ids: v.array(v.string()), keepState: v.exactOptional(v.boolean()) }),
    importRules,
  ),
};
