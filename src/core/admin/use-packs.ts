// The packs that ship with the app, for the admin page: list, read, adapt, add. Adding goes the way of every import.

import { readInWords } from '../conditions/read-in-words';
import { fieldNames } from '../events/field-names';
import { adaptPack, adjustablesOf } from '../packs/adapt-pack';
import { PACK_IDS, readPack } from '../packs/packs';
import { canonicalRuleSet } from '../rules/canonical-rule-set';
import { runRuleTests } from '../rules/run-rule-tests';
import { answer, refuse } from './answers';
import { importRules } from './exchange-rules';
import type { Adaptation } from '../packs/adapt-pack';
import type { Ports } from '../ports';
import type { Rule } from '../rules/rule';
import type { PackDetails, PackRule, PackSummary } from './api/packs-api';
import type { AdminResult } from './api/result';
import type { Asked } from './calls/call';

/** Every pack, with how much of it is here. */
export async function listPacks(ports: Ports): Promise<AdminResult<{ packs: readonly PackSummary[] }>> {
  const present = await presentIds(ports);
  const packs = PACK_IDS.flatMap((id): PackSummary[] => {
    const pack = readPack(id);
    if (pack === undefined) return [];
    const { name = id, description = '', rules } = pack;
    const here = rules.filter((rule) => present.has(rule.id)).length;
    return [{ id, name, description, rules: rules.length, present: here }];
  });
  return answer({ packs });
}

/** One pack, to be read. */
export async function getPack(id: string, ports: Ports): Promise<AdminResult<PackDetails>> {
  const pack = readPack(id);
  if (pack === undefined) return noSuchPack(id);
  const present = await presentIds(ports);
  const { name = id, description = '' } = pack;
  return answer({
    id,
    name,
    description,
    rules: pack.rules.map((rule) => toPackRule(rule, present)),
    adjustables: adjustablesOf(pack),
    tests: runRuleTests(pack, ports.clock.nowMs()),
    text: canonicalRuleSet(pack),
  });
}

/** Adds what is not here yet. */
export async function addPack(
  { id, values, spaces }: { readonly id: string } & Adaptation,
  asked: Asked,
): Promise<AdminResult<{ added: readonly string[] }>> {
  const pack = readPack(id);
  if (pack === undefined) return noSuchPack(id);
  const present = await presentIds(asked.ports);
  const ids = pack.rules.map((rule) => rule.id).filter((rule) => !present.has(rule));
  const { tests: _tests, ...adapted } = adaptPack(pack, { values, spaces });
  const imported = await importRules({ text: canonicalRuleSet(adapted), ids }, asked);
  return imported.ok ? answer({ added: imported.data.imported }) : imported;
}

function toPackRule(rule: Rule, present: ReadonlySet<string>): PackRule {
  const { id, name, description = '', when, then } = rule;
  return {
    id,
    name,
    description,
    when,
    ...(rule.if === undefined ? {} : { condition: readInWords(rule.if, fieldNames(rule.when)) }),
    actions: then.map(({ action }) => action),
    present: present.has(id),
  };
}

async function presentIds({ rules }: Ports): Promise<ReadonlySet<string>> {
  return new Set((await rules.snapshot()).map(({ rule }) => rule.id));
}

function noSuchPack(id: string): AdminResult<never> {
  return refuse(
    'not-found',
    `Failed to find the pack "${id}": this version of the app has none of that name.`,
  );
}
