// Imports a rule file into the running app the way the admin page does: through its resolver, as an admin. Nothing
// goes round the app, so a rule it would refuse is refused here too.

import { readFile } from 'node:fs/promises';
import { isJsonObject } from '../core/json';
import type { JsonObject } from '../core/json';

export type CallResolver = (functionKey: string, payload: JsonObject) => Promise<unknown>;

/** Imports every rule of the file at `path`, each in the state that it names. Throws with all problems. */
export async function importRules(path: string, call: CallResolver): Promise<void> {
  const text = await readFile(path, 'utf8');
  const preview = dataOf(path, await call('previewImport', { text }));
  const entries = Array.isArray(preview['entries']) ? (preview['entries'] as readonly JsonObject[]) : [];
  const ids = entries.filter(({ change }) => change !== 'unchanged').map(({ id }) => String(id));
  if (ids.length > 0) dataOf(path, await call('importRules', { text, ids, keepState: true }));
}

function dataOf(path: string, answer: unknown): JsonObject {
  if (isJsonObject(answer) && answer['ok'] === true && isJsonObject(answer['data'])) return answer['data'];
  const error = isJsonObject(answer) && isJsonObject(answer['error']) ? answer['error'] : {};
  const problems = Array.isArray(error['problems']) ? (error['problems'] as readonly JsonObject[]) : [];
  const lines = problems.map(({ path: where, message }) => `\n  ${String(where)}: ${String(message)}`);
  throw new Error(
    `Failed to import "${path}": ${String(error['message'] ?? 'the app gave no answer')}${lines.join('')}`,
  );
}
