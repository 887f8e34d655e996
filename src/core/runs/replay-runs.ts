// Replay and dismissal of dead letters, one or many. A replay tries again what failed and what was skipped because of
// it, with the effects as they were planned and under the same effect keys, so that what was done is not done again.

import { attemptsOf } from './attempts-of';
import { commitOwn } from './commit-own';
import { GRACE_MS, LEASE_MS, toIso } from './lease';
import { fitRun } from './fit-run';
import { isRepeatable } from './is-repeatable';
import { isWanted } from './run-filter';
import { cancelRun, notTriedAfter } from './settle-run';
import { isStepFinal } from './run';
import { tallyOfDismissal } from './tally';
import { err, ok } from '../result';
import type { Ports } from '../ports';
import type { Result } from '../result';
import type { RunFilter } from './run-filter';
import type { Run, Step } from './run';

/** Which dead letters are meant: these, or all that the filter fits, from where an earlier call ended. */
export type DeadLetters =
  { readonly ids: readonly string[] } | (Omit<RunFilter, 'outcome'> & { readonly cursor?: string });

/** What became of them. */
export interface Repeated {
  readonly done: readonly string[];
  readonly refused: readonly { readonly id: string; readonly reason: string }[];
  /** There are others, for another call. */
  readonly more: boolean;
  /** Where that call goes on, past those that were refused. */
  readonly cursor?: string;
}

/** Dead letters that one call sees to: what a resolver can do in its time. */
const MAX_RUNS = 50;

/** Once a call has found so many that a filter fits, it reads no more of them. */
const ENOUGH_RUNS = 25;

/** Reads of one call, so that a filter that fits few does not take longer. */
const MAX_READS = 5;

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
  const { runs, ...rest } = await find(which, ports);
  const done: string[] = [];
  const refused: { id: string; reason: string }[] = [];
  for (const { id, run } of runs) {
    const changed: Result<Run, string> =
      run?.outcome === 'failed' ? await change(run) : err('It is not among the failed runs any more.');
    const reason = changed.ok ? await write(changed.value, ports) : changed.error;
    if (reason === undefined) done.push(id);
    else refused.push({ id, reason });
  }
  return { done, refused, ...rest };
}

interface Found {
  readonly runs: readonly { readonly id: string; readonly run: Run | undefined }[];
  readonly more: boolean;
  readonly cursor?: string;
}

async function find(which: DeadLetters, { runs }: Ports): Promise<Found> {
  if ('ids' in which) {
    const ids = which.ids.slice(0, MAX_RUNS);
    const found = await Promise.all(ids.map(async (id) => ({ id, run: await runs.get(id) })));
    return { runs: found, more: which.ids.length > ids.length };
  }
  const { cursor: start, ...filter } = which;
  const { from, to } = filter;
  const found: Run[] = [];
  let cursor = start;
  for (let reads = 0; reads < MAX_READS; reads += 1) {
    // Each read is seen to whole: what is replayed leaves the list, and a place in the middle would no longer be right.
    const page = await runs.list({
      outcome: 'failed',
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(cursor === undefined ? {} : { cursor }),
      limit: MAX_RUNS,
    });
    found.push(...page.items.filter((run) => isWanted(run, filter)));
    cursor = page.cursor;
    if (cursor === undefined || found.length >= ENOUGH_RUNS) break;
  }
  const letters = found.map((run) => ({ id: run.id, run }));
  return cursor === undefined ? { runs: letters, more: false } : { runs: letters, more: true, cursor };
}

/** Why it was not written; undefined when it was. */
async function write(run: Run, ports: Ports): Promise<string | undefined> {
  const next = fitRun({ ...run, revision: run.revision + 1, writer: ports.invocation.owner });
  const tally = next.outcome === 'cancelled' ? { tally: tallyOfDismissal(next) } : {};
  const written = await commitOwn({ runs: [next], ...tally }, ports);
  return written === 'written' ? undefined : 'Somebody else has changed it just now.';
}

/** `run` with what was not done to be done; an error says why that may not be. */
async function replayOf(run: Run, { rules, clock }: Ports): Promise<Result<Run, string>> {
  const stored = await rules.get(run.rule);
  if (stored === undefined) return err('Its rule was deleted.');
  if (stored.rule.state !== 'live') return err(`Its rule is ${stored.rule.state}. Set it live first.`);
  const nowMs = clock.nowMs();
  const steps = run.steps.map((step) => {
    // What was tried before the replay has been counted.
    const counted = { ...step, attemptsBefore: attemptsOf(step) };
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
