// Folds tallies into the hours that they belong to, and into what their rules did. A fold is one commit that needs every
// tally to be there still, so two sweeps at a time count nothing twice.

import { addCounts, COUNT_DAYS, withinRoom } from './counts';
import { HAND_OVER_RESERVE_MS, toIso } from './lease';
import { addRuleTallies, withoutOldDays } from './rule-counts';
import { MAX_FOLD_WRITES } from '../run-ports';
import type { Ports } from '../ports';
import type { Counts, HourCounts, Tally } from './counts';
import type { RuleCounts } from './rule-counts';

/** Tallies read by one request. */
const TALLIES_PER_READ = 96;

/** Reads of one sweep; far more than an installation writes between two. */
const READS = 60;

const DAY_MS = 86_400_000;

/** Folds what there is; answers how many tallies. */
export async function foldCounts(ports: Pick<Ports, 'counts' | 'clock' | 'invocation'>): Promise<number> {
  let folded = 0;
  for (let read = 0; read < READS; read += 1) {
    if (ports.invocation.remainingMs() < 2 * HAND_OVER_RESERVE_MS) break;
    const tallies = await ports.counts.listTallies(TALLIES_PER_READ);
    const before = folded;
    for (const hour of new Set(tallies.map((tally) => tally.hour))) {
      const ofHour = tallies.filter((tally) => tally.hour === hour);
      for (const some of foldsOf(ofHour)) folded += await fold(hour, some, ports);
    }
    if (tallies.length < TALLIES_PER_READ || folded === before) break;
  }
  return folded;
}

/** The tallies of one hour in folds of what one commit takes: the hour, every rule that they count, and themselves. */
function foldsOf(tallies: readonly Tally[]): readonly (readonly Tally[])[] {
  const folds: Tally[][] = [];
  let some: Tally[] = [];
  let rules = new Set<string>();
  for (const tally of tallies) {
    const next = new Set([...rules, ...rulesOf([tally])]);
    if (some.length > 0 && 1 + some.length + 1 + next.size > MAX_FOLD_WRITES) {
      folds.push(some);
      some = [];
      rules = new Set(rulesOf([tally]));
    } else rules = next;
    some.push(tally);
  }
  return some.length === 0 ? folds : [...folds, some];
}

function rulesOf(tallies: readonly Tally[]): readonly string[] {
  return [...new Set(tallies.flatMap(({ rules = [] }) => rules.map(({ rule }) => rule)))];
}

async function fold(
  hour: string,
  tallies: readonly Tally[],
  { counts, clock }: Pick<Ports, 'counts' | 'clock'>,
): Promise<number> {
  const nowMs = clock.nowMs();
  const keepUntil = toIso(nowMs + COUNT_DAYS * DAY_MS);
  const ids = rulesOf(tallies);
  const [known, knownRules] = await Promise.all([
    counts.getHour(hour),
    ids.length === 0 ? [] : counts.getRules(ids),
  ]);
  const next: HourCounts = {
    v: 1,
    hour,
    revision: (known?.revision ?? 0) + 1,
    counts: withinRoom(
      tallies.reduce<Counts>((sum, tally) => addCounts(sum, tally.counts), known?.counts ?? {}),
    ),
    keepUntil,
  };
  const rules = ids.flatMap((rule): readonly RuleCounts[] => {
    const before = knownRules.find((each) => each.rule === rule);
    const added = tallies.flatMap((tally) => (tally.rules ?? []).filter((each) => each.rule === rule));
    const sums = addRuleTallies(before, added);
    if (sums === undefined) return [];
    const { days, last } = withoutOldDays(sums, nowMs);
    return [{ v: 1, rule, revision: (before?.revision ?? 0) + 1, days, last, keepUntil }];
  });
  const folded = await counts.fold(
    next,
    rules,
    tallies.map(({ id }) => id),
  );
  return folded.ok ? tallies.length : 0;
}
