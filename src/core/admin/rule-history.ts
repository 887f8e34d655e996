// Earlier versions of a rule for the admin page: list, compare, restore. Restoring saves a new version; it takes nothing
// away, and it does not turn a rule on.

import { diffLines } from '../history/diff-lines';
import { canonicalRule } from '../rules/canonical-rule-set';
import { checkRule } from '../rules/check-rule';
import { diffRules } from '../rules/diff-rules';
import { inStateOf } from '../rules/in-state-of';
import { storeRule } from '../rules/store-rule';
import { answer, refuse } from './answers';
import { lastDeleted, noSuchRule, toStored } from './manage-rules';
import type { Ports } from '../ports';
import type { Rule, StoredRule } from '../rules/rule';
import type { RuleHistory, VersionComparison, VersionSummary } from './api/history-api';
import type { AdminResult } from './api/result';
import type { Asked } from './calls/call';

const VERSIONS_PER_PAGE = 10;

/** One page of versions, newest first; the first page begins with the present one. */
export async function getHistory(
  { rule: id, cursor }: { readonly rule: string; readonly cursor?: string },
  { history, rules }: Ports,
): Promise<AdminResult<RuleHistory>> {
  const [present, page] = await Promise.all([
    rules.get(id),
    history.versions({ rule: id, limit: VERSIONS_PER_PAGE, ...(cursor === undefined ? {} : { cursor }) }),
  ]);
  const first = cursor === undefined && present !== undefined ? [present] : [];
  const versions = [...first, ...page.items];
  const newest = present ?? versions[0];
  if (newest === undefined) return noSuchRule(id);
  // The version before the last of this page begins the next one; asked for alone, it tells what changed.
  const oldest = versions.at(-1);
  const before =
    oldest === undefined || page.cursor === undefined
      ? undefined
      : await history.version(id, oldest.version - 1);
  return answer({
    rule: id,
    name: newest.rule.name,
    items: versions.map((stored, index) => summarise(stored, versions[index + 1] ?? before)),
    ...(present === undefined ? {} : { present: present.version }),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  });
}

function summarise(stored: StoredRule, before: StoredRule | undefined): VersionSummary {
  const { rule, version, updatedAt: at, updatedBy: by } = stored;
  return {
    version,
    name: rule.name,
    state: rule.state,
    at,
    by,
    ...(before === undefined ? {} : { differences: diffRules(before.rule, rule) }),
  };
}

/** What restoring an earlier version would change. */
export async function compareVersion(
  { rule: id, version }: { readonly rule: string; readonly version: number },
  ports: Ports,
): Promise<AdminResult<VersionComparison>> {
  const [earlier, present] = await Promise.all([ports.history.version(id, version), ports.rules.get(id)]);
  if (earlier === undefined) return noSuchVersion(id, version);
  const restored = inStateOf(earlier.rule, present?.rule);
  return answer({
    earlier,
    ...(present === undefined ? {} : { present }),
    differences: present === undefined ? [] : diffRules(present.rule, restored),
    lines: diffLines(present === undefined ? '' : canonicalRule(present.rule), canonicalRule(restored)),
  });
}

/** Saves an earlier version as a new one. */
export async function restoreVersion(
  {
    rule: id,
    version,
    expectedVersion,
  }: { readonly rule: string; readonly version: number; readonly expectedVersion: number },
  { by, ports }: Asked,
): Promise<AdminResult<StoredRule>> {
  const [earlier, present] = await Promise.all([ports.history.version(id, version), ports.rules.get(id)]);
  if (earlier === undefined) return noSuchVersion(id, version);
  if ((present?.version ?? 0) !== expectedVersion) return changedSince(earlier.rule);
  const rule = inStateOf(earlier.rule, present?.rule);
  const problems = checkRule(rule).filter(({ level }) => level === 'error');
  if (problems.length > 0) {
    return refuse(
      'invalid',
      `Failed to restore "${rule.name}": this version has problems by now. Edit the rule instead.`,
      problems,
    );
  }
  const last = present?.version ?? (await lastDeleted(id, ports));
  const stored = toStored(rule, last + 1, by, ports);
  const written = await storeRule(present, stored, ports, 'restored');
  return written.ok ? answer(stored) : changedSince(rule);
}

function changedSince({ name }: Rule): AdminResult<never> {
  return refuse(
    'conflict',
    `Failed to restore "${name}": somebody else changed the rule since you looked. Look at its history again.`,
  );
}

function noSuchVersion(id: string, version: number): AdminResult<never> {
  return refuse('not-found', `Failed to find version ${version} of the rule "${id}": it is no longer kept.`);
}
