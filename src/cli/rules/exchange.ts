// `rules -- pull --url URL FILE` and `rules -- push --url URL FILE`: export from and import to a running host, through
// the app's own resolver, as the host's current admin.

import { writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import { UsageError, postToHost, readText } from '../command';
import { describeProblem, readRuleSet } from './read-rules';
import type { ExitCode } from '../command';

/** The admin page's module in manifest.yml. */
const ADMIN_MODULE = 'rulewright-admin';

/** Importing ten thousand rules takes a while. */
const TIMEOUT_MS = 120_000;

const AnswerSchema = v.object({
  value: v.variant('ok', [
    v.object({ ok: v.literal(true), data: v.unknown() }),
    v.object({
      ok: v.literal(false),
      error: v.object({
        message: v.string(),
        problems: v.optional(
          v.array(
            v.object({ path: v.string(), level: v.picklist(['error', 'warning']), message: v.string() }),
          ),
        ),
      }),
    }),
  ]),
});

/** Writes every rule of the host to `file`, in canonical form. */
export async function pull(url: string, file: string): Promise<ExitCode> {
  const { text } = v.parse(v.object({ text: v.string() }), await call(url, 'exportRules', {}));
  await writeFile(file, text);
  console.log(`Wrote ${file}`);
  return 0;
}

/** Imports every rule of `file`, with the states that it names. */
export async function push(url: string, file: string): Promise<ExitCode> {
  const { rules } = await readRuleSet(file);
  const ids = rules.map(({ id }) => id);
  const data = await call(url, 'importRules', { text: await readText(file), ids, keepState: true });
  const { imported } = v.parse(v.object({ imported: v.array(v.string()) }), data);
  console.log(`Imported ${imported.length} ${imported.length === 1 ? 'rule' : 'rules'}`);
  return 0;
}

async function call(url: string, functionKey: string, payload: object): Promise<unknown> {
  const body = { module: ADMIN_MODULE, functionKey, payload };
  const answer = v.safeParse(AnswerSchema, await postToHost(url, '/_host/api/invoke', body, TIMEOUT_MS));
  if (!answer.success)
    throw new UsageError(`Failed to read the answer of ${url}: it is not a Rulewright host.`);
  const { value } = answer.output;
  if (value.ok) return value.data;
  throw new UsageError(
    [value.error.message, ...(value.error.problems ?? []).map(describeProblem)].join('\n'),
  );
}
