// The calls of import and export.

import * as v from 'valibot';
import {
  continueImport,
  exportRules,
  importRules,
  previewImport,
  stageImport,
  startImport,
} from '../exchange-rules';
import { call } from './call';
import type { ExchangeApi } from '../api/exchange-api';
import type { Calls } from './call';

/** Parts of 10 MB of text, with room. */
const MAX_PARTS = 100;

/** It becomes part of a key. */
const StageId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/));
const Part = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_PARTS));
const Ids = v.array(v.string());

const Source = v.union([
  v.object({ text: v.string() }),
  v.object({ id: StageId, parts: v.pipe(Part, v.minValue(1)) }),
]);
const Choice = v.object({
  id: v.string(),
  how: v.picklist(['take', 'copy']),
  version: v.number(),
});

export const EXCHANGE_CALLS: Calls<ExchangeApi> = {
  exportRules: call(
    v.object({ ids: v.exactOptional(Ids), labels: v.exactOptional(Ids) }),
    (payload, { ports }) => exportRules(payload, ports),
  ),
  stageImport: call(v.object({ id: StageId, part: Part, text: v.string() }), stageImport),
  previewImport: call(Source, previewImport),
  startImport: call(
    v.object({ source: Source, choices: v.array(Choice), keepState: v.boolean() }),
    startImport,
  ),
  continueImport: call(v.object({ id: v.string() }), ({ id }, asked) => continueImport(id, asked)),
  importRules: call(
    v.object({ text: v.string(), ids: Ids, keepState: v.exactOptional(v.boolean()) }),
    importRules,
  ),
};
