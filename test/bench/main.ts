// `npm run bench [-- --json]`: the benchmarks, as tables or as JSON. `--rules=10,100` and `--only=rulewright,hand-written`
// narrow it down; `--stored` and `--matching` run one half.

import { benchMatching, RULE_COUNTS } from './matching-bench';
import { benchStored } from './stored-bench';
import { matchingTable, storedTable } from './tables';

const args = process.argv.slice(2);
const listed = (name: string): readonly string[] | undefined =>
  args
    .find((arg) => arg.startsWith(`--${name}=`))
    ?.slice(name.length + 3)
    .split(',');

const runsMatching = !args.includes('--stored');
const runsStored = !args.includes('--matching');
const sizes = listed('rules')?.map(Number) ?? RULE_COUNTS;

const matching = runsMatching ? await benchMatching(sizes, listed('only')) : [];
const stored = runsStored ? [1000, 10_000].map(benchStored) : [];
const cold = stored.map((each) => each.cold);
const save = stored.map((each) => each.save);

if (args.includes('--json'))
  console.log(JSON.stringify({ matching, cold, save: save.at(-1) ?? null }, null, 2));
else
  console.log([matchingTable(matching), storedTable(cold, save)].filter((text) => text !== '').join('\n\n'));
