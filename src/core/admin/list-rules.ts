// The list of rules as the page shows it, a page at a time. It reads no runs, so that it is there at once however many
// rules there are; what they did is told by rule-statistics.ts.

import { ANY_EVENT } from '../runs/judge-rule';
import { answer } from './answers';
import type { Ports } from '../ports';
import type { Rule, StoredRule } from '../rules/rule';
import type { RuleFilter, RuleList, RuleSummary } from './api/rules-api';
import type { AdminResult } from './api/result';

/** Rules on one page of the list. */
export const RULES_PER_PAGE = 25;

/** More would make the fields to filter by unwieldy. */
const MAX_CHOICES = 100;

/** One page of the rules that meet the filter, by priority. */
export async function listRules(
  { cursor, ...filter }: RuleFilter & { readonly cursor?: string },
  ports: Ports,
): Promise<AdminResult<RuleList>> {
  const all = await ports.rules.snapshot();
  const rules = all.filter(({ rule }) => meets(rule, filter)).sort(byPriority);
  const start = cursor === undefined ? 0 : Number.parseInt(cursor, 10) || 0;
  const shown = rules.slice(start, start + RULES_PER_PAGE);
  const end = start + shown.length;
  return answer({
    items: shown.map(summarise),
    matching: rules.length,
    total: all.length,
    labels: mostFrequent(all.flatMap(({ rule }) => rule.labels ?? [])),
    spaces: mostFrequent(all.flatMap(({ rule }) => rule.scope?.spaces ?? [])),
    ...(end < rules.length ? { cursor: String(end) } : {}),
  });
}

/** The order in which rules run, and are listed. */
export function byPriority(a: StoredRule, b: StoredRule): number {
  return a.rule.priority - b.rule.priority || a.rule.name.localeCompare(b.rule.name);
}

function meets(rule: Rule, { search = '', event, action, space, state, label }: RuleFilter): boolean {
  const needle = search.trim().toLowerCase();
  const spaces = rule.scope?.spaces ?? [];
  return (
    [rule.id, rule.name, ...(rule.labels ?? [])].some((text) => text.toLowerCase().includes(needle)) &&
    (event === undefined || rule.when.some((id) => id === event || id === ANY_EVENT)) &&
    (action === undefined || rule.then.some((step) => step.action === action)) &&
    (space === undefined ||
      (spaces.length === 0 ? rule.scope?.excludeSpaces?.includes(space) !== true : spaces.includes(space))) &&
    (state === undefined || rule.state === state) &&
    (label === undefined || rule.labels?.includes(label) === true)
  );
}

function summarise({ rule, version, updatedAt, updatedBy }: StoredRule): RuleSummary {
  const { id, name, description, state, offReason, offUntil, owner, priority, when, then, scope, labels } =
    rule;
  return {
    id,
    name,
    state,
    priority,
    when,
    actions: then.map(({ action }) => action),
    spaces: scope?.spaces ?? [],
    labels: labels ?? [],
    version,
    updatedAt,
    updatedBy,
    ...(description === undefined ? {} : { description }),
    ...(offReason === undefined ? {} : { offReason }),
    ...(offUntil === undefined ? {} : { offUntil }),
    ...(owner === undefined ? {} : { owner }),
  };
}

function mostFrequent(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || a.localeCompare(b))
    .slice(0, MAX_CHOICES)
    .map(([text]) => text);
}
