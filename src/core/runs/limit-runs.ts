// The limits of single rules, `limits.runsPerHour`: a rule that has run so often in this hour gets the verdict
// `budget-exhausted`. Its runs are counted with the event that began them. It must not turn anything off: see
// pause-exhausted.ts.

import { hourOf } from './counts';
import { hourSoFar } from './hour-so-far';
import type { ParsedEvent } from '../events/event';
import type { Ports } from '../ports';
import type { StoredRule } from '../rules/rule';
import type { Counts } from './counts';
import type { RuleVerdict } from './verdict';

interface JudgedRule {
  readonly stored: StoredRule;
  readonly verdict: RuleVerdict;
}

/** The same rules; those that act and have a limit are marked, or exhausted. Reads nothing where there is none. */
export async function limitRuns(
  judged: readonly JudgedRule[],
  event: ParsedEvent,
  ports: Pick<Ports, 'runs' | 'counts' | 'clock' | 'log'>,
): Promise<readonly JudgedRule[]> {
  if (!judged.some((each) => limitOf(each) !== undefined)) return judged;
  const hour = hourOf(ports.clock.nowMs());
  const counts = await countsOrNone(hour, ports);
  const begun = ({ stored: { rule } }: JudgedRule): number => counts[`rule:${rule.id}`] ?? 0;
  const isExhausted = (each: JudgedRule): boolean => begun(each) >= (limitOf(each) ?? Infinity);
  // An event that somebody has claimed was judged then, and may be among those that are counted.
  const known = judged.some(isExhausted) && (await ports.runs.getEvent(event.key)) !== undefined;
  return judged.map((each): JudgedRule => {
    const limit = limitOf(each);
    if (limit === undefined) return each;
    if (known || !isExhausted(each)) return { ...each, verdict: { ...each.verdict, limited: true } };
    const why = `The rule has run ${begun(each)} times since ${hour.slice(11)}:00 UTC, and at most ${limit} runs an hour are allowed to it.`;
    return { ...each, verdict: { rule: each.stored.rule.id, verdict: 'budget-exhausted', why } };
  });
}

/** Not knowing keeps no rule from acting. */
async function countsOrNone(hour: string, ports: Pick<Ports, 'counts' | 'log'>): Promise<Counts> {
  try {
    return await hourSoFar(hour, ports);
  } catch (error) {
    ports.log.error('Failed to read how often rules have run', { cause: String(error) });
    return {};
  }
}

function limitOf({ stored, verdict }: JudgedRule): number | undefined {
  return verdict.verdict === 'acts' ? stored.rule.limits?.runsPerHour : undefined;
}
