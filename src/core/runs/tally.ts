// What a commit counts. The id of a tally follows from the record that it rides with, so that the same commit tried
// again counts once.

import { attemptsSinceReplay } from './attempts-of';
import { addCounts, hourOf } from './counts';
import { pointsOf } from './points';
import { ruleTallyOf } from './rule-counts';
import { isRunFinal } from './run';
import type { CountName, Counts, Tally } from './counts';
import type { EventRecord } from './event-record';
import type { Run } from './run';

/** An event and its verdicts, counted with the write that makes its record final. */
export function tallyOfEvent({ eventKey, revision, seenAt, verdicts }: EventRecord): Tally {
  const counts: Partial<Record<CountName, number>> = { events: 1 };
  for (const { rule, verdict, limited } of verdicts) {
    const name = `verdict:${verdict}` as const;
    counts[name] = (counts[name] ?? 0) + 1;
    if (limited === true && verdict === 'acts') counts[`rule:${rule}`] = 1;
  }
  return { id: `${eventKey}.${revision}`, hour: hourOf(Date.parse(seenAt)), counts };
}

/**
 * The begin of runs: the event with the last of them, and those that are at rest from the beginning; undefined when
 * there is nothing to count.
 */
export function tallyOfBegin(event: EventRecord, runs: readonly Run[], isLast: boolean): Tally | undefined {
  const ended = runs.filter(isRunFinal).map(tallyOfRun);
  const [first, ...others] = isLast ? [tallyOfEvent(event), ...ended] : ended;
  if (first === undefined) return undefined;
  const rules = ended.flatMap((tally) => tally.rules ?? []);
  return {
    ...tallyOfEvent(event),
    counts: others.reduce<Counts>((sum, { counts }) => addCounts(sum, counts), first.counts),
    ...(rules.length === 0 ? {} : { rules }),
  };
}

/** A run that has come to rest. After a replay, only what was tried since counts. */
export function tallyOfRun(run: Run): Tally {
  const { id, revision, outcome, updatedAt, steps } = run;
  const points = pointsOf(run);
  const attempts = steps.map(attemptsSinceReplay);
  const counts: Counts = {
    [`run:${outcome}`]: 1,
    steps: attempts.filter((count) => count > 0).length,
    attempts: attempts.reduce((sum, count) => sum + count, 0),
    ...(points === 0 ? {} : { points }),
    ...(outcome === 'failed' ? { 'dead-letters': 1 } : {}),
  };
  const hour = hourOf(Date.parse(updatedAt));
  return { id: `${id}.${revision}`, hour, counts, rules: [ruleTallyOf(run)] };
}

/** A failed run that an admin dismisses: what had been tried was counted when it failed. */
export function tallyOfDismissal(run: Run): Tally {
  return { ...tallyOfRun(run), counts: { 'run:cancelled': 1 }, rules: [ruleTallyOf(run, true)] };
}

/** A delivery of an event that is handled already. */
export function tallyOfDuplicate(eventKey: string, owner: string, nowMs: number): Tally {
  return { id: `${eventKey}.again.${owner}`, hour: hourOf(nowMs), counts: { duplicates: 1 } };
}
