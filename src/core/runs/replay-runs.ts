// Replay and dismissal of dead letters, one or many. A replay tries again what failed and what was skipped because of
// it, with the effects as they were planned and under the same effect keys, so that what was done is not done again.

import { commitOwn } from './commit-own';
import { GRACE_MS, LEASE_MS, toIso } from './lease';
import { isRepeatable } from './is-repeatable';
import { cancelRun, notTriedAfter } from './settle-run';
import { isStepFinal } from './run';
import { tallyOfRun } from './tally';
import { err, ok } from '../result';
import type { Ports } from '../ports';
import type { Result } from '../result';
import type { Run, Step } from './run';

/** Which dead letters are meant. */
export type DeadLetters =
  | { readonly ids: readonly string[] }
  /** Every one, or those of a rule, or those on one content. */
  | { readonly rule?: string; readonly subject?: string };

/** What became of them. `more`: there are others, for another call. */
export interface Repeated {
  readonly done: readonly string[];
  readonly refused: readonly { readonly id: string; readonly reason: string }[];
  readonly more: boolean;
}

/** Dead letters that one call sees to: what a resolver can do in its time. */
const MAX_RUNS = 50;

/** Run ids in one message of the queue. */
const RUNS_PER_MESSAGE = 10;

/** Has failed runs tried again. */
export async function replayRuns(which: DeadLetters, ports: Ports): Promise<Repeated> {
  const repeated = await forEachDeadLetter(which, ports, (run) => replayOf(run, ports));
  for (let start = 0; start < repeated.done.length; start += RUNS_PER_MESSAGE) {
    await ports.queue.push(repeated.done.slice(start, start + RUNS_PER_MESSAGE), 0);
  }
  return repeated;
}

/** Takes failed runs from the list of dead letters, for the reason that an admin gives. */
export async function dismissRuns(which: DeadLetters, reason: string, ports: Ports): Promise<Repeated> {
  return forEachDeadLetter(which, ports, (run) => {
    const text = `Dismissed by an admin${reason.trim() === '' ? '.' : `: ${reason.trim()}`}`;
    return Promise.resolve(ok(cancelRun(run, text, ports.clock.nowMs())));
  });
}

async function forEachDeadLetter(
  which: DeadLetters,
  ports: Ports,
  change: (run: Run) => Promise<Result<Run, string>>,
): Promise<Repeated> {
  const { runs, more } = await find(which, ports);
  const done: string[] = [];
  const refused: { id: string; reason: string }[] = [];
  for (const { id, run } of runs) {
    const changed: Result<Run, string> =
      run?.outcome === 'failed' ? await change(run) : err('It is not among the failed runs any more.');
    const reason = changed.ok ? await write(changed.value, ports) : changed.error;
    if (reason === undefined) done.push(id);
    else refused.push({ id, reason });
  }
  return { done, refused, more };
}

async function find(which: DeadLetters, { runs }: Ports) {
  if ('ids' in which) {
    const ids = which.ids.slice(0, MAX_RUNS);
    const found = await Promise.all(ids.map(async (id) => ({ id, run: await runs.get(id) })));
    return { runs: found, more: which.ids.length > ids.length };
  }
  const { rule, subject } = which;
  const found: { id: string; run: Run }[] = [];
  let cursor: string | undefined;
  do {
    const page = await runs.list({
      outcome: 'failed',
      limit: 100,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const run of page.items) {
      const isOn =
        (run.subject.contentId ?? run.subject.id) === (subject ?? run.subject.contentId ?? run.subject.id);
      if (isOn && run.rule === (rule ?? run.rule)) found.push({ id: run.id, run });
    }
    cursor = page.cursor;
  } while (cursor !== undefined && found.length <= MAX_RUNS);
  return { runs: found.slice(0, MAX_RUNS), more: found.length > MAX_RUNS || cursor !== undefined };
}

/** Why it was not written; undefined when it was. */
async function write(run: Run, ports: Ports): Promise<string | undefined> {
  const next: Run = { ...run, revision: run.revision + 1, writer: ports.invocation.owner };
  const tally = next.outcome === 'cancelled' ? { tally: tallyOfDismissal(next) } : {};
  const written = await commitOwn({ runs: [next], ...tally }, ports);
  return written === 'written' ? undefined : 'Somebody else has changed it just now.';
}

/** What had been tried was counted when the run failed. */
function tallyOfDismissal(run: Run): ReturnType<typeof tallyOfRun> {
  return { ...tallyOfRun(run), counts: { 'run:cancelled': 1 } };
}

/** `run` with what was not done to be done; an error says why that may not be. */
async function replayOf(run: Run, { rules, clock }: Ports): Promise<Result<Run, string>> {
  const stored = await rules.get(run.rule);
  if (stored === undefined) return err('Its rule was deleted.');
  if (stored.rule.state !== 'live') return err(`Its rule is ${stored.rule.state}. Set it live first.`);
  const nowMs = clock.nowMs();
  const steps = run.steps.map((step) => {
    // What was tried before the replay has been counted.
    const counted = { ...step, attemptsBefore: step.attempts.length };
    return isToRepeat(step, run.steps) ? again(counted, nowMs) : counted;
  });
  if (steps.every(isStepFinal)) {
    return err(
      'Nothing of it could be planned, so there is nothing to do again. Let the event happen again.',
    );
  }
  const { reason: _, ...rest } = run;
  return ok({
    ...rest,
    outcome: 'waiting',
    steps,
    replays: (run.replays ?? 0) + 1,
    replayedUnder: stored.version,
    lookAgainAt: toIso(nowMs + GRACE_MS),
    updatedAt: toIso(nowMs),
  });
}

/** What failed, and what was not tried because of it; what has no plan cannot be done. */
function isToRepeat(step: Step, steps: readonly Step[]): boolean {
  if (step.effect === undefined) return false;
  if (step.outcome === 'failed') return true;
  return (
    step.outcome === 'skipped' &&
    steps.some(({ id, outcome }) => outcome === 'failed' && step.reason === notTriedAfter(id))
  );
}

/**
 * What was tried is due now, or, where its effect may be on its way, when that has surely come: looked for before, it
 * could be missed. What was never tried waits for nothing but its turn.
 */
function again(step: Step, nowMs: number): Step {
  const { reason: _, dueAt: __, ...rest } = step;
  if (step.outcome === 'skipped' && step.tryingSince === undefined) return { ...rest, outcome: 'pending' };
  const inDoubt = step.tryingSince !== undefined && !isRepeatable(step);
  const dueMs = inDoubt ? Math.max(nowMs, Date.parse(step.tryingSince) + LEASE_MS) : nowMs;
  return { ...rest, outcome: 'waiting', dueAt: toIso(dueMs) };
}
