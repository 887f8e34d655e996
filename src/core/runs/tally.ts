// What a commit counts. The id of a tally follows from the record that it rides with, so that the same commit tried
// again counts once.

import { hourOf } from './counts';
import { pointsOf } from './points';
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

/** A run that has come to rest. After a replay, only what was tried since counts. */
export function tallyOfRun(run: Run): Tally {
  const { id, revision, outcome, updatedAt, steps } = run;
  const points = pointsOf(run);
  const attempts = steps.map((step) => step.attempts.length - (step.attemptsBefore ?? 0));
  const counts: Counts = {
    [`run:${outcome}`]: 1,
    steps: attempts.filter((count) => count > 0).length,
    attempts: attempts.reduce((sum, count) => sum + count, 0),
    ...(points === 0 ? {} : { points }),
    ...(outcome === 'failed' ? { 'dead-letters': 1 } : {}),
  };
  return { id: `${id}.${revision}`, hour: hourOf(Date.parse(updatedAt)), counts };
}

/** A delivery of an event that is handled already. */
export function tallyOfDuplicate(eventKey: string, owner: string, nowMs: number): Tally {
  return { id: `${eventKey}.again.${owner}`, hour: hourOf(nowMs), counts: { duplicates: 1 } };
}
