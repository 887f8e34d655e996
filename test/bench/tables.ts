// The benchmarks' results as Markdown tables, for people and for docs/performance.md.

import type { MatchingResult } from './matching-bench';
import type { ColdResult, SaveResult } from './stored-bench';

/** Events a second by contender and number of rules, with how many times as fast ours is. */
export function matchingTable(results: readonly MatchingResult[]): string {
  if (results.length === 0) return '';
  const counts = [...new Set(results.map(({ rules }) => rules))];
  const names = [...new Set(results.map(({ contender }) => contender))];
  const of = (contender: string, rules: number): MatchingResult | undefined =>
    results.find((each) => each.contender === contender && each.rules === rules);
  const rows = names.map((name) => {
    const rates = counts.map((rules) => {
      const { eventsPerSecond, rulewrightIsFaster } = of(name, rules) ?? {};
      return `${round(eventsPerSecond)} (${rulewrightIsFaster?.toPrecision(3) ?? '?'}×)`;
    });
    const largest = of(name, counts.at(-1) ?? 0);
    return [name, ...rates, `${round(largest?.setupMs)} ms`, `${largest?.heapMB.toFixed(1)} MB`];
  });
  const head = ['events/s (rulewright is … as fast)', ...counts.map((rules) => `${round(rules)} rules`)];
  return table([...head, 'set-up', 'heap'], rows);
}

/** What the stored index costs, by number of rules. */
export function storedTable(cold: readonly ColdResult[], save: readonly SaveResult[]): string {
  if (cold.length === 0) return '';
  const head = [
    'rules',
    'cold event',
    'without rehearsal',
    'without index',
    'matches',
    'read units',
    'at most',
    'saving a rule',
    'the first',
    'parts',
  ];
  const rows = cold.map((each, index) => {
    const saved = save[index];
    return [
      round(each.rules),
      `${each.ms.toFixed(2)} ms`,
      `${each.unrehearsedMs.toFixed(2)} ms`,
      `${each.withoutIndexMs.toFixed(2)} ms`,
      String(each.matches),
      String(each.readUnits),
      String(each.largestReadUnits),
      `${saved?.ms.toFixed(1)} ms`,
      `${saved?.firstMs.toFixed(1)} ms`,
      String(saved?.parts),
    ];
  });
  return table(head, rows);
}

function round(value: number | undefined): string {
  return Math.round(value ?? Number.NaN).toLocaleString('en');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
