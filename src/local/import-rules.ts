// Imports a rule file into the running app the way the admin page does: through its resolver, as an admin. Nothing
// goes round the app, so a rule it would refuse is refused here too.

import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { readAdminAnswer } from './admin-answer';
import type { JsonObject } from '../core/json';

export type CallResolver = (functionKey: string, payload: JsonObject) => Promise<unknown>;

const PreviewSchema = v.object({ entries: v.array(v.object({ id: v.string(), change: v.string() })) });

/** Imports every new or changed rule of the file at `path`, each in the state that it names. Throws with all problems. */
export async function importRules(path: string, call: CallResolver): Promise<void> {
  const text = await readFile(path, 'utf8');
  const task = `import "${path}"`;
  const { entries } = readAdminAnswer(await call('previewImport', { text }), PreviewSchema, task);
  const ids = entries.filter(({ change }) => change !== 'unchanged').map(({ id }) => id);
  if (ids.length > 0)
    readAdminAnswer(await call('importRules', { text, ids, keepState: true }), v.unknown(), task);
}
