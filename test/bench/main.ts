// `npm run bench [-- --json]`: the benchmarks, as tables or as JSON.

import { benchMatching, RULE_COUNTS } from './matching-bench';
import type { MatchingResult } from './matching-bench';

const args = process.argv.slice(2);
const sizes = args
  .find((arg) => arg.startsWith('--rules='))
  ?.slice('--rules='.length)
  .split(',')
  .map(Number);
const contenders = args
  .find((arg) => arg.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');

const matching = await benchMatching(sizes ?? RULE_COUNTS, contenders);
if (args.includes('--json')) console.log(JSON.stringify({ matching }, null, 2));
else console.log(matchingTable(matching));

function matchingTable(results: readonly MatchingResult[]): string {
  const counts = [...new Set(results.map(({ rules }) => rules))];
  const names = [...new Set(results.map(({ contender }) => contender))];
  const of = (contender: string, rules: number): MatchingResult | undefined =>
    results.find((each) => each.contender === contender && each.rules === rules);
  const rows = names.map((name) => {
    const rates = counts.map((rules) => {
      const rate = of(name, rules)?.eventsPerSecond ?? Number.NaN;
      const ours = of('rulewright', rules)?.eventsPerSecond ?? Number.NaN;
      return `${Math.round(rate).toLocaleString('en')} (${(ours / rate).toPrecision(3)}×)`;
    });
    const largest = of(name, counts.at(-1) ?? 0);
    return `| ${[name, ...rates, `${largest?.setupMs.toFixed(0)} ms`, `${largest?.heapMB.toFixed(1)} MB`].join(' | ')} |`;
  });
  const head = [
    'events/s (ours is … times as fast)',
    ...counts.map((rules) => `${rules} rules`),
    'set-up',
    'heap',
  ];
  return [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows].join('\n');
}
