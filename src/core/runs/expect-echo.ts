// Enters what a step is about to write into the ledger of echoes. The entry is committed together with the intent of
// the step, before the effect, so that no event can come before its entry.

import { awaitedEchoes } from './echo-keys';
import { ECHO_SECONDS } from './echo';
import { effectKey } from './effect-key';
import { toIso } from './lease';
import type { Actor, Ports } from '../ports';
import type { EchoEntry, EchoRecord } from './echo';
import type { Run, Step } from './run';

/** Entries of one record; more are awaited of one page at a time only by a loop. */
const MAX_ENTRIES = 50;

/** KVS deletes old records up to two days late; this is only how long one must be there. */
const KEEP_MS = 2 * ECHO_SECONDS * 1000;

/** The records of the ledger with the events that `step` will make, to be committed. */
export async function expectEchoes(
  step: Step,
  run: Run,
  actor: Actor,
  { runs, clock }: Pick<Ports, 'runs' | 'clock'>,
): Promise<readonly EchoRecord[]> {
  const nowMs = clock.nowMs();
  const key = effectKey(run.eventKey, run.rule, run.ruleVersion, step.id);
  const cause = {
    root: run.cause?.root ?? run.eventKey,
    path: [...(run.cause?.path ?? []), run.rule],
  };
  return Promise.all(
    awaitedEchoes(step, run).map(async (awaited): Promise<EchoRecord> => {
      const known = await runs.getEcho(awaited.key);
      const before = known?.entries.find((each) => each.effectKey === key);
      const entry: EchoEntry = {
        effectKey: key,
        actor: actor.kind === 'app' ? 'app' : actor.accountId,
        events: awaited.events,
        // Another attempt of the same step: what was heard of the first stays heard.
        usedBy: before?.usedBy ?? [],
        until: toIso(nowMs + ECHO_SECONDS * 1000),
        cause,
      };
      const others = (known?.entries ?? []).filter(
        (each) => each.effectKey !== key && each.until >= toIso(nowMs),
      );
      return {
        v: 1,
        key: awaited.key,
        revision: (known?.revision ?? 0) + 1,
        entries: [...others, entry].slice(-MAX_ENTRIES),
        keepUntil: toIso(nowMs + KEEP_MS),
      };
    }),
  );
}
