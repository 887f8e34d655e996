// Export and import of rule sets as the admin page asks for them. An import is read whole before anything is written;
// core/import carries it out, all or nothing.

import { advanceImport, isImportAtRest } from '../import/advance-import';
import { beginImport } from '../import/begin-import';
import { compareImport } from '../import/plan-import';
import { readImport } from '../import/read-import';
import { canonicalRuleSet } from '../rules/canonical-rule-set';
import { runRuleTests } from '../rules/run-rule-tests';
import { answer, refuse } from './answers';
import type { ImportJob } from '../import/import-job';
import type { ImportOrder } from '../import/begin-import';
import type { ReadImport } from '../import/read-import';
import type { Ports } from '../ports';
import type { Problem } from '../result';
import type { Rule } from '../rules/rule';
import type { ImportPreview, ImportProgress, ImportSource } from './api/exchange-api';
import type { AdminResult } from './api/result';
import type { Asked } from './calls/call';

/** The rules that are named, have one of the labels, or all of them, as canonical JSON. */
export async function exportRules(
  { ids, labels }: { readonly ids?: readonly string[]; readonly labels?: readonly string[] },
  ports: Ports,
): Promise<AdminResult<{ text: string; rules: readonly Rule[] }>> {
  const rules = (await ports.rules.snapshot())
    .map(({ rule }) => rule)
    .filter((rule) => ids?.includes(rule.id) ?? true)
    .filter((rule) => labels?.some((label) => rule.labels?.includes(label)) ?? true)
    // By id, so that two exports of the same rules are the same text.
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return answer({ text: canonicalRuleSet({ format: 'rulewright', version: 1, rules }), rules });
}

/** Keeps one part of a text that is too large for one call, for a day. */
export async function stageImport(
  { id, part, text }: { readonly id: string; readonly part: number; readonly text: string },
  { by, ports }: Asked,
): Promise<AdminResult<{ part: number }>> {
  await ports.imports.putText(stageKey(by, id), part, text);
  return answer({ part });
}

/** What importing would do, rule by rule; changes nothing. */
export async function previewImport(source: ImportSource, asked: Asked): Promise<AdminResult<ImportPreview>> {
  const { ports } = asked;
  const read = await readSource(source, asked);
  if (!read.ok) return read;
  const { ruleSet, invalid, warnings } = read.data;
  const present = new Map((await ports.rules.snapshot()).map((stored) => [stored.rule.id, stored]));
  const entries = ruleSet.rules.map((rule): ImportPreview['entries'][number] => {
    const current = present.get(rule.id);
    const version = current?.version ?? 0;
    return { id: rule.id, name: rule.name, version, ...compareImport(rule, current) };
  });
  const refused = invalid.map(({ id, name, problems }): ImportPreview['entries'][number] => {
    return { id, name, version: 0, change: 'invalid', differences: [], problems };
  });
  const tests = runRuleTests(ruleSet, ports.clock.nowMs());
  return answer({ entries: [...entries, ...refused], warnings, tests });
}

/** Begins an import by the choices made on a preview. Continue it until it is at rest. */
export async function startImport(
  {
    source,
    choices,
    keepState,
  }: { readonly source: ImportSource } & Pick<ImportOrder, 'choices' | 'keepState'>,
  asked: Asked,
): Promise<AdminResult<ImportProgress>> {
  const read = await readSource(source, asked);
  if (!read.ok) return read;
  const { ruleSet, invalid } = read.data;
  const broken = invalid.filter(({ id }) => choices.some((choice) => choice.id === id));
  if (broken.length > 0) return refuseInvalid(broken.flatMap(({ problems }) => problems));
  const begun = await begin({ rules: ruleSet.rules, choices, keepState, by: asked.by }, asked);
  return begun.ok ? answer(toProgress(begun.data.job)) : begun;
}

/** Carries an import on, and says how far it is. */
export async function continueImport(id: string, { ports }: Asked): Promise<AdminResult<ImportProgress>> {
  const job = await ports.imports.get(id);
  if (job === undefined) return refuse('not-found', 'Failed to find this import: it is no longer kept.');
  return answer(toProgress(await advanceImport(job, ports)));
}

/** Imports the named rules of a text in one call; a text with any invalid rule is refused as a whole. */
export async function importRules(
  {
    text,
    ids,
    keepState = false,
  }: { readonly text: string; readonly ids: readonly string[]; readonly keepState?: boolean },
  asked: Asked,
): Promise<AdminResult<{ imported: readonly string[] }>> {
  const { by, ports } = asked;
  const read = await readSource({ text }, asked);
  if (!read.ok) return read;
  const { ruleSet, invalid } = read.data;
  if (invalid.length > 0) return refuseInvalid(invalid.flatMap(({ problems }) => problems));
  const choices = ids.map((id) => ({ id, how: 'take' as const }));
  const begun = await begin({ rules: ruleSet.rules, choices, keepState, by }, asked);
  if (!begun.ok) return begun;
  let { job } = begun.data;
  while (!isImportAtRest(job)) job = await advanceImport(job, ports);
  return job.state === 'done'
    ? answer({ imported: ids.filter((id) => ruleSet.rules.some((rule) => rule.id === id)) })
    : refuse(
        'conflict',
        `Failed to import: ${job.reason ?? 'it was undone'}. Nothing was imported. Try again.`,
      );
}

async function begin(
  order: ImportOrder,
  { ports }: Asked,
): Promise<AdminResult<{ readonly job: ImportJob }>> {
  const begun = await beginImport(order, ports);
  if (begun.ok) return answer(begun.value);
  return refuse(
    'conflict',
    `Failed to import: ${begun.error.map((name) => `"${name}"`).join(', ')} changed since the preview. Nothing was imported. Look at the preview again.`,
  );
}

async function readSource(source: ImportSource, { by, ports }: Asked): Promise<AdminResult<ReadImport>> {
  let text = source.text;
  if (source.text === undefined) {
    const { id, parts } = source;
    const read = await Promise.all(
      [...Array(parts).keys()].map((part) => ports.imports.getText(stageKey(by, id), part)),
    );
    if (read.includes(undefined)) {
      return refuse('not-found', 'Failed to read the rule set: a part of it has not arrived. Send it again.');
    }
    text = read.join('');
  }
  const read = readImport(text ?? '');
  return read.ok ? answer(read.value) : refuseInvalid(read.error);
}

/** Parts of one person's text cannot be read or written by another. */
function stageKey(by: string, id: string): string {
  return `${by}:${id}`;
}

function toProgress({ id, state, rules, rulesWritten, reason }: ImportJob): ImportProgress {
  return { id, state, rules, rulesWritten, ...(reason === undefined ? {} : { reason }) };
}

function refuseInvalid(problems: readonly Problem[]): AdminResult<never> {
  return refuse(
    'invalid',
    'Failed to read the rule set: it has problems. Nothing was changed. Correct them and import again.',
    problems,
  );
}
