// One line of the change log: who did what to the rules or the settings, and when.
// It must not hold the rules themselves; earlier versions of a rule are kept beside (see RuleStore).

import * as v from 'valibot';
import { canonicalJson } from '../rules/canonical-json';
import { diffRules } from '../rules/diff-rules';
import type { StoredRule } from '../rules/rule';

/** What can be done. `state`: turned on, off or to shadow; `order`: another priority. */
const CHANGE_KINDS = [
  'created',
  'changed',
  'state',
  'order',
  'deleted',
  'restored',
  'imported',
  'import-undone',
  'settings',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** More would make a list of changes long; the versions themselves say all. */
const MAX_WORDS = 6;
const MAX_WORD_LENGTH = 300;

const ChangeRecordSchema = v.object({
  v: v.literal(1),
  id: v.string(),
  at: v.string(),
  /** The account that did it. */
  by: v.string(),
  kind: v.picklist(CHANGE_KINDS),
  /** Absent when it concerns several rules or none. */
  rule: v.exactOptional(v.object({ id: v.string(), name: v.string(), version: v.number() })),
  /** What is different, each a clause. */
  words: v.array(v.string()),
});
export type ChangeRecord = v.InferOutput<typeof ChangeRecordSchema>;

/** Throws when the record is not one of version 1. */
export function parseChangeRecord(record: unknown): ChangeRecord {
  return v.parse(ChangeRecordSchema, record);
}

/** What replacing `before` by `after` is called in the log; a kind that the two do not show may be given. */
export function describeRuleChange(
  before: StoredRule | undefined,
  after: StoredRule,
  kind: ChangeKind = kindOf(before, after),
): ChangeRecord {
  const { rule, version, updatedAt, updatedBy } = after;
  const words = before === undefined ? [] : diffRules(before.rule, rule);
  return {
    v: 1,
    id: `${updatedAt}:${rule.id}:${version}`,
    at: updatedAt,
    by: updatedBy,
    kind,
    rule: { id: rule.id, name: rule.name, version },
    words: shorten(words),
  };
}

/** What deleting a rule is called in the log. */
export function describeDeletion(before: StoredRule, at: string, by: string): ChangeRecord {
  const { rule, version } = before;
  return {
    v: 1,
    id: `${at}:${rule.id}:deleted`,
    at,
    by,
    kind: 'deleted',
    rule: { id: rule.id, name: rule.name, version },
    words: [],
  };
}

/** At most so many words, and none longer than a few lines. */
export function shorten(words: readonly string[]): string[] {
  const shown = words.slice(0, MAX_WORDS).map((word) => {
    return word.length > MAX_WORD_LENGTH ? `${word.slice(0, MAX_WORD_LENGTH)}…` : word;
  });
  const rest = words.length - shown.length;
  return rest > 0 ? [...shown, `and ${rest} more`] : shown;
}

function kindOf(before: StoredRule | undefined, after: StoredRule): ChangeKind {
  if (before === undefined) return 'created';
  if (before.rule.priority !== after.rule.priority && sameBut(before, after, ['priority'])) return 'order';
  return sameBut(before, after, ['state', 'offReason', 'offUntil']) ? 'state' : 'changed';
}

/** Whether two versions of a rule differ in these members at most. */
function sameBut(one: StoredRule, other: StoredRule, members: readonly string[]): boolean {
  const rest = ({ rule }: StoredRule) =>
    canonicalJson(Object.fromEntries(Object.entries(rule).filter(([key]) => !members.includes(key))));
  return rest(one) === rest(other);
}
