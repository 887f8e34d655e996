// What an admin does with single rules: read, save, turn on and off, delete.
// Saving over a version that somebody else has changed is refused, never merged.

import { findConflicts } from '../rules/rule-graph';
import { problemsOf } from '../rules/rule-problems';
import { removeRule, storeRule } from '../rules/store-rule';
import { err } from '../result';
import { answer, refuse } from './answers';
import type { Ports } from '../ports';
import type { Problem } from '../result';
import type { Rule, RuleState, StoredRule } from '../rules/rule';
import type { AdminResult } from './api/result';
import type { Asked } from './calls/call';

/** The rule is safe; the sweep makes it count. */
const NOT_INDEXED: Problem = {
  path: '',
  level: 'warning',
  message: 'The rule is saved, but the store is too busy for more: it takes effect within five minutes.',
};

export async function getRule(id: string, ports: Ports): Promise<AdminResult<StoredRule>> {
  const stored = await ports.rules.get(id);
  return stored === undefined ? noSuchRule(id) : answer(stored);
}

/** Saves a new rule, or a change to the version that was read. */
export async function saveRule(
  input: unknown,
  expectedVersion: number | undefined,
  { by, ports }: Asked,
): Promise<AdminResult<{ stored: StoredRule; warnings: readonly Problem[] }>> {
  const { rule, problems } = problemsOf(input);
  if (rule === undefined || problems.some(({ level }) => level === 'error')) {
    return refuse(
      'invalid',
      'Failed to save the rule: it has problems. Correct them and save again.',
      problems,
    );
  }
  const version = expectedVersion ?? 0;
  const before = version === 0 ? undefined : await ports.rules.get(rule.id);
  const last = version === 0 ? await lastDeleted(rule.id, ports) : version;
  const stored = toStored(rule, last + 1, by, ports);
  const unchanged = version === 0 || before?.version === version;
  const written = unchanged ? await storeRule(before, stored, ports) : err('conflict' as const);
  if (written.ok) {
    const conflicts = await conflictsOf(rule, ports);
    const late = written.value.indexed ? [] : [NOT_INDEXED];
    return answer({ stored, warnings: [...problems, ...conflicts, ...late] });
  }
  return version === 0
    ? refuse(
        'conflict',
        `Failed to create the rule: there is a rule with the id "${rule.id}". Choose another id.`,
      )
    : refuse(
        'conflict',
        `Failed to save "${rule.name}": somebody else has changed it since you opened it. Compare and decide.`,
      );
}

/** What the rule and the other live rules do to each other, as warnings. */
async function conflictsOf(rule: Rule, { rules, clock }: Ports): Promise<readonly Problem[]> {
  if (rule.state !== 'live') return [];
  const others = (await rules.snapshot()).map((stored) => stored.rule).filter(({ id }) => id !== rule.id);
  return findConflicts([...others, rule], clock.nowMs(), rule.id).map(({ message }) => ({
    path: 'then',
    level: 'warning',
    message,
  }));
}

export async function setRuleState(
  { id, state, reason }: { readonly id: string; readonly state: RuleState; readonly reason?: string },
  { by, ports }: Asked,
): Promise<AdminResult<StoredRule>> {
  const current = await ports.rules.get(id);
  if (current === undefined) return noSuchRule(id);
  const { offReason, ...rest } = current.rule;
  const rule: Rule = {
    ...rest,
    state,
    ...(state === 'off' && reason !== undefined ? { offReason: reason } : {}),
  };
  return replaceRule(current, rule, { by, ports });
}

/** Puts `rule` in the place of `current` where that does not change what it does: its state, its priority, its owner. */
export async function replaceRule(
  current: StoredRule,
  rule: Rule,
  { by, ports }: Asked,
): Promise<AdminResult<StoredRule>> {
  const { asImported } = current;
  const stored = {
    ...toStored(rule, current.version + 1, by, ports),
    ...(asImported === undefined ? {} : { asImported }),
  };
  const written = await storeRule(current, stored, ports);
  return written.ok ? answer(stored) : changedJustNow(rule);
}

export async function deleteRule(id: string, { by, ports }: Asked): Promise<AdminResult<{ id: string }>> {
  const current = await ports.rules.get(id);
  if (current === undefined) return noSuchRule(id);
  const at = new Date(ports.clock.nowMs()).toISOString();
  const removed = await removeRule(current, { at, by }, ports);
  return removed.ok ? answer({ id }) : changedJustNow(current.rule);
}

/** The version of the last rule of this id that was deleted, so that a new one counts on from there; 0 for none. */
export async function lastDeleted(id: string, { history }: Pick<Ports, 'history'>): Promise<number> {
  return (await history.deletedVersions([id])).get(id) ?? 0;
}

/** A rule with the record of its change. */
export function toStored(
  rule: Rule,
  version: number,
  by: string,
  { clock }: Pick<Ports, 'clock'>,
): StoredRule {
  return { v: 1, rule, version, updatedAt: new Date(clock.nowMs()).toISOString(), updatedBy: by };
}

function changedJustNow({ name }: Rule): AdminResult<never> {
  return refuse(
    'conflict',
    `Failed to change "${name}": somebody else changed it just now. Reload and try again.`,
  );
}

export function noSuchRule(id: string): AdminResult<never> {
  return refuse('not-found', `Failed to find the rule "${id}": it has been deleted. Reload the list.`);
}
