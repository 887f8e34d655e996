// Begins the runs of a claimed event: every action planned, once, and every run stored before the first effect. What
// stores the last of them marks the event as begun, so that a delivery which dies on the way leaves an open claim.

import { toFailure } from './to-failure';
import { commitOwn } from './commit-own';
import { hasRoom } from './fit-run';
import { getsRun } from './judge-event';
import { LEASE_MS, toIso } from './lease';
import { mapConcurrently } from './map-concurrently';
import { planSteps } from './search-for-plan';
import { startRun } from './start-run';
import { tallyOfBegin } from './tally';
import type { Ports } from '../ports';
import type { EventRecord } from './event-record';
import type { JudgedEvent } from './judge-event';
import type { Run } from './run';

/** Rules planned at the same time: some of them search. */
const CONCURRENT_PLANS = 4;

const DAY_MS = 86_400_000;

/** Runs stored by one commit: with the event beside them they stay below what a transaction may weigh. */
const RUNS_PER_COMMIT = 12;

/**
 * Stores the runs that `judged` asks for and that `claimed` does not name yet, and answers them; `leased` to this
 * invocation when it performs them. Undefined when somebody else took the event over meanwhile.
 */
export async function beginRuns(
  claimed: EventRecord,
  judged: JudgedEvent,
  leased: boolean,
  ports: Ports,
): Promise<readonly Run[] | undefined> {
  const planned = await planRuns(claimed, judged, leased, ports);
  const wanted = planned.filter(({ id }) => !claimed.runs.includes(id));
  const begun: Run[] = [];
  let record = claimed;
  do {
    const some = wanted.slice(begun.length, begun.length + RUNS_PER_COMMIT);
    const isLast = begun.length + some.length === wanted.length;
    const next = nextRecord(record, some, isLast, ports);
    const stored = await store(next, some, isLast, ports);
    if (stored === undefined) return undefined;
    begun.push(...stored);
    record = next;
  } while (begun.length < wanted.length);
  return begun;
}

async function planRuns(
  claimed: EventRecord,
  judged: JudgedEvent,
  leased: boolean,
  ports: Ports,
): Promise<readonly Run[]> {
  const { retentionDays } = await ports.settings.get();
  const nowMs = ports.clock.nowMs();
  const begin = {
    owner: ports.invocation.owner,
    leased,
    lookAgainAt: toIso(nowMs + LEASE_MS),
    keepUntil: toIso(nowMs + retentionDays.runs * DAY_MS),
    ...(claimed.cause === undefined ? {} : { cause: claimed.cause }),
  };
  const { event, failures } = judged.reader;
  // Who takes a claim over does not leave it to others again because a search fails.
  const isLast = claimed.revision > 1;
  return mapConcurrently(judged.judged.filter(getsRun), CONCURRENT_PLANS, async ({ stored, verdict }) => {
    const shadow = verdict.verdict === 'shadow';
    const planning = { nowMs, shadow, unread: failures, search: ports.search, isLast };
    const steps = await planSteps(stored, event, planning);
    const run = startRun(stored, event, steps, nowMs, shadow, begin);
    return hasRoom(run) ? run : withoutEffects(run, TOO_LARGE, ports);
  });
}

function nextRecord(
  record: EventRecord,
  some: readonly Run[],
  isLast: boolean,
  { clock, invocation }: Ports,
): EventRecord {
  const { leaseUntil: _, ...rest } = record;
  const next = {
    ...rest,
    revision: record.revision + 1,
    writer: invocation.owner,
    runs: [...record.runs, ...some.map(({ id }) => id)],
  };
  if (isLast) return { ...next, state: 'begun' };
  return { ...next, state: 'open', leaseUntil: toIso(clock.nowMs() + LEASE_MS) };
}

/** The runs as they were stored: one that no store can take is stored as failed, with the reason. */
async function store(
  event: EventRecord,
  runs: readonly Run[],
  isLast: boolean,
  ports: Ports,
): Promise<readonly Run[] | undefined> {
  const commit = async (some: readonly Run[]): Promise<readonly Run[] | undefined> => {
    const tally = tallyOfBegin(event, some, isLast);
    const changes = { event, runs: some, ...(tally === undefined ? {} : { tally }) };
    return (await commitOwn(changes, ports)) === 'written' ? some : undefined;
  };
  try {
    return await commit(runs);
  } catch (error) {
    const failure = toFailure(error);
    if (failure.retryable || runs.length === 0) throw error;
    return await commit(runs.map((run) => withoutEffects(run, failure.message, ports)));
  }
}

const TOO_LARGE =
  'Failed to begin the run: its actions and their texts are more than one record can hold. Shorten the texts, or go through fewer items.';

function withoutEffects(run: Run, cause: string, { clock }: Pick<Ports, 'clock'>): Run {
  const { leaseUntil: _, lookAgainAt: __, ...rest } = run;
  const steps = run.steps.map(({ id, action, as, onError }) => ({
    id,
    action,
    as,
    onError,
    with: {},
    attempts: [],
    outcome: 'failed' as const,
    reason: 'Not tried: the run could not be stored.',
  }));
  return { ...rest, outcome: 'failed', reason: cause, steps, updatedAt: toIso(clock.nowMs()) };
}
