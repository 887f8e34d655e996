// What rules did lately: what the sweep has folded, and what has been counted since. Two reads for a page of rules, however
// many runs there are.

import { addRuleTallies } from '../runs/rule-counts';
import { MAX_RULES_READ } from '../run-ports';
import { answer } from './answers';
import type { Ports } from '../ports';
import type { RuleSums } from '../runs/rule-counts';
import type { RuleStatistics } from './api/rules-api';
import type { AdminResult } from './api/result';

const DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Tallies that are not folded yet; when there are more, the sweep makes up for it within five minutes. */
const MAX_TALLIES = 100;

/** What each of these rules did in the last seven days. */
export async function getStatistics(
  ids: readonly string[],
  ports: Pick<Ports, 'counts' | 'clock'>,
): Promise<AdminResult<{ statistics: Readonly<Record<string, RuleStatistics>> }>> {
  const sums = await sumsOfRules(ids, ports);
  const nowMs = ports.clock.nowMs();
  const statistics = ids.map((id) => [id, toStatistics(sums.get(id), nowMs)] as const);
  return answer({ statistics: Object.fromEntries(statistics) });
}

/** The sums of those of at most `MAX_RULES_READ` rules that have ended a run. */
export async function sumsOfRules(
  ids: readonly string[],
  { counts }: Pick<Ports, 'counts'>,
): Promise<ReadonlyMap<string, RuleSums>> {
  if (ids.length === 0) return new Map();
  const [known, tallies] = await Promise.all([
    counts.getRules(ids.slice(0, MAX_RULES_READ)),
    counts.listTallies(MAX_TALLIES),
  ]);
  const since = tallies.flatMap(({ rules = [] }) => rules);
  const sums = ids.map((id) => {
    const added = since.filter(({ rule }) => rule === id);
    return [
      id,
      addRuleTallies(
        known.find(({ rule }) => rule === id),
        added,
      ),
    ] as const;
  });
  return new Map(sums.flatMap(([id, sum]) => (sum === undefined ? [] : [[id, sum] as const])));
}

/** The last seven days, in UTC, today the last. */
function toStatistics(sums: RuleSums | undefined, nowMs: number): RuleStatistics {
  const days = Array.from({ length: DAYS }, (_, index) => {
    const day = new Date(nowMs - (DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10);
    return sums?.days[day] ?? { runs: 0, failed: 0 };
  });
  if (sums === undefined) return { days };
  const { id, at, outcome } = sums.last;
  return { days, lastRun: { id, at, outcome } };
}
