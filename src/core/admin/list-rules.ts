// The list of rules as the page shows it, a page at a time.

import { answer } from './answers';
import type { Ports } from '../ports';
import type { StoredRule } from '../rules/rule';
import type { AdminResult, Page } from './api/result';
import type { RuleSummary } from './api/rules-api';

/** Rules on one page of the list. */
const RULES_PER_PAGE = 25;

/** One page of the rules whose name, id or label contains `search`, by priority. */
export async function listRules(
  { search, cursor }: { readonly search?: string; readonly cursor?: string },
  ports: Ports,
): Promise<AdminResult<Page<RuleSummary>>> {
  const needle = search?.trim().toLowerCase() ?? '';
  const rules = [...(await ports.rules.snapshot())]
    .filter(({ rule }) =>
      [rule.id, rule.name, ...(rule.labels ?? [])].some((text) => text.toLowerCase().includes(needle)),
    )
    .sort((a, b) => a.rule.priority - b.rule.priority || a.rule.name.localeCompare(b.rule.name));
  const start = cursor === undefined ? 0 : Number.parseInt(cursor, 10) || 0;
  const shown = rules.slice(start, start + RULES_PER_PAGE);
  const items = await Promise.all(shown.map((stored) => summarise(stored, ports)));
  const end = start + shown.length;
  return answer(end < rules.length ? { items, cursor: String(end) } : { items });
}

async function summarise(
  { rule, version, updatedAt, updatedBy }: StoredRule,
  ports: Ports,
): Promise<RuleSummary> {
  const [last] = (await ports.runs.list({ rule: rule.id, limit: 1 })).items;
  return {
    id: rule.id,
    name: rule.name,
    state: rule.state,
    priority: rule.priority,
    when: rule.when,
    actions: rule.then.map(({ action }) => action),
    spaces: rule.scope?.spaces ?? [],
    version,
    updatedAt,
    updatedBy,
    ...(last === undefined ? {} : { lastRun: { at: last.startedAt, outcome: last.outcome } }),
  };
}
