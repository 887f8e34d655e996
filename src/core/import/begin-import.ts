// Begins an import: works out every change, cuts them into slices and stores those. Nothing of the rules is changed yet;
// advance-import.ts does that.

import { KVS_LIMITS } from '../limits';
import { sliceWrites } from '../rules/rule-writes';
import { err, ok } from '../result';
import { arriving, compareImport, copyOf } from './plan-import';
import type { Ports, RuleWrite } from '../ports';
import type { Result } from '../result';
import type { Rule, StoredRule } from '../rules/rule';
import type { ImportJob } from './import-job';
import type { ImportChoice } from './plan-import';

type ImportPorts = Pick<Ports, 'rules' | 'history' | 'imports' | 'clock' | 'random'>;

/** What is imported, and how. */
export interface ImportOrder {
  readonly rules: readonly Rule[];
  readonly choices: readonly (ImportChoice & {
    /** The version that the choice was made upon, 0 for none; absent: whatever is there. */
    readonly version?: number;
  })[];
  readonly keepState: boolean;
  readonly by: string;
}

/** The names of the rules that somebody changed since the choices were made, or the import that has begun. */
export async function beginImport(
  order: ImportOrder,
  ports: ImportPorts,
): Promise<Result<{ readonly job: ImportJob; readonly ids: readonly string[] }, readonly string[]>> {
  const present = new Map((await ports.rules.all()).map((stored) => [stored.rule.id, stored]));
  const outdated = order.choices.filter(
    ({ id, version }) => version !== undefined && version !== (present.get(id)?.version ?? 0),
  );
  if (outdated.length > 0) return err(outdated.map(({ id }) => present.get(id)?.rule.name ?? id));

  const writes = await planWrites(order, present, ports);
  const slices = sliceWrites(writes);
  const token = Math.floor(ports.random.next() * Number.MAX_SAFE_INTEGER).toString(36);
  const id = `${ports.clock.nowMs().toString(36)}-${token}`;
  for (const [index, slice] of slices.entries()) await ports.imports.putSlice(id, index, slice);
  const job: ImportJob = {
    v: 1,
    id,
    revision: 1,
    state: 'writing',
    by: order.by,
    touchedAt: new Date(ports.clock.nowMs()).toISOString(),
    slices: slices.length,
    written: 0,
    rules: writes.length,
    rulesWritten: 0,
  };
  const stored = await ports.imports.put(job);
  if (!stored.ok) throw new Error(`Failed to begin an import: its id "${id}" is in use.`);
  return ok({ job, ids: writes.flatMap(({ after }) => after?.rule.id ?? []) });
}

/** One change for each choice that changes something. */
async function planWrites(
  { rules, choices, keepState, by }: ImportOrder,
  present: ReadonlyMap<string, StoredRule>,
  ports: ImportPorts,
): Promise<readonly RuleWrite[]> {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const taken = new Set([...present.keys(), ...byId.keys()]);
  const planned = choices.flatMap(({ id, how }): { rule: Rule; before: StoredRule | undefined }[] => {
    const rule = byId.get(id);
    if (rule === undefined) return [];
    if (how === 'copy') {
      const copy = copyOf(rule, (other) => taken.has(other));
      taken.add(copy.id);
      return [{ rule: arriving(copy, undefined, keepState), before: undefined }];
    }
    const before = present.get(id);
    const arrived = arriving(rule, before?.rule, keepState);
    return compareImport(arrived, before).change === 'unchanged' ? [] : [{ rule: arrived, before }];
  });
  const added = planned.filter(({ before }) => before === undefined).map(({ rule }) => rule.id);
  const deleted = await deletedVersions(added, ports);
  const updatedAt = new Date(ports.clock.nowMs()).toISOString();
  return planned.map(({ rule, before }): RuleWrite => {
    const version = (before?.version ?? deleted.get(rule.id) ?? 0) + 1;
    return { before, after: { v: 1, rule, version, updatedAt, updatedBy: by, asImported: true } };
  });
}

async function deletedVersions(
  rules: readonly string[],
  ports: ImportPorts,
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (let start = 0; start < rules.length; start += KVS_LIMITS.MAX_BATCH_KEYS) {
    const some = await ports.history.deletedVersions(rules.slice(start, start + KVS_LIMITS.MAX_BATCH_KEYS));
    for (const [rule, version] of some) found.set(rule, version);
  }
  return found;
}
