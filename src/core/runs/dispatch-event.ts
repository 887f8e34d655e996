// One delivery of one event: parse, find the rules that act, claim, perform, and say whether to come back.
// Nothing matched: nothing is written. It never sleeps; a wait is a `retry` answer.

import { EVENT_LIMITS } from '../limits';
import { parseEvent, payloadOf } from '../events/parse-event';
import { FailureError } from '../failure';
import { EventReader } from '../fields/event-reader';
import { judgeRules } from '../fields/judge-rules';
import { findRules, readForActions } from '../matching/find-rules';
import { byPriority } from '../matching/matcher';
import { comeBack, comeBackForFields, openRunIds } from './come-back';
import { parseRetryData } from './retry-data';
import { mapConcurrently } from './map-concurrently';
import { stopLoops } from './loop-breaker';
import { CONCURRENT_RUNS, performRuns } from './perform-runs';
import { runId, startRun } from './start-run';
import { isRunFinal } from './run';
import type { ParsedEvent } from '../events/event';
import type { Ports } from '../ports';
import type { StoredRule } from '../rules/rule';
import type { ComeBack } from './come-back';
import type { JudgeContext } from './judge-rule';
import type { RetryData } from './retry-data';
import type { Run } from './run';
import type { Beginning } from './start-run';
import type { RuleVerdict } from './verdict';

/** How long a delivery has its runs to itself after each write. */
const LEASE_MS = 90_000;

const DAY_MS = 86_400_000;

export interface Delivery {
  readonly payload: unknown;
  /** Present when this is a retry, asked for by us (with our data) or made by the platform (without). */
  readonly retry?: { readonly count: number; readonly data: unknown };
}

/** Handles one delivery. Throws only when a store could not be read or written before any effect. */
export async function dispatchEvent(delivery: Delivery, ports: Ports): Promise<ComeBack> {
  const event = parseEvent(delivery.payload);
  const retryData = parseRetryData(delivery.retry?.data);
  const deliveryNumber = (delivery.retry?.count ?? 0) + 1;
  let runs: readonly Run[];
  try {
    runs =
      delivery.retry === undefined
        ? await beginRuns(event, delivery.payload, ports, false)
        : await resumeRuns(
            event,
            delivery.payload,
            retryData,
            ports,
            deliveryNumber > EVENT_LIMITS.MAX_RETRIES,
          );
  } catch (error) {
    // Nothing has been done: the event is handled from here when it comes back.
    if (
      error instanceof FailureError &&
      error.failure.retryable &&
      deliveryNumber <= EVENT_LIMITS.MAX_RETRIES
    )
      return comeBackForFields(event.key, error.failure, deliveryNumber, ports.random.next());
    throw error;
  }
  if (runs.length === 0) return { kind: 'finished' };

  const interrupted = delivery.retry !== undefined && (retryData === undefined || retryData.interrupted);
  const performed = await performRuns(runs, interrupted, ports);
  const answer = comeBack(event.key, performed, ports.clock.nowMs());
  if (answer.kind === 'retry' && (delivery.retry?.count ?? 0) >= EVENT_LIMITS.MAX_RETRIES) {
    // Forge delivers no more; the queue does, for a day.
    await ports.queue.push(openRunIds(runs, performed), answer.afterSeconds);
    return { kind: 'finished' };
  }
  return answer;
}

/** Finds the rules that act and claims the event; the runs of the rules that act, stored before their first effect. */
async function beginRuns(
  event: ParsedEvent,
  delivered: unknown,
  ports: Ports,
  isLast: boolean,
): Promise<readonly Run[]> {
  const reader = new EventReader(event, ports.fields);
  const found = await findRules(reader, () => judgeContext(event, ports), ports, isLast);
  if (found.length === 0) return [];
  const matched = await stopLoops(found, event, ports);
  const begin = await beginning(ports);
  const runs = matched
    .filter(({ verdict }) => verdict.verdict !== 'loop-stopped')
    .map(({ stored, verdict }) => {
      const shadow = verdict.verdict === 'shadow';
      return startRun(stored, reader.event, ports.clock.nowMs(), shadow, reader.failures, begin);
    });
  const { kind, id, contentId, title, spaceKey } = event.subject;
  const claimed = await ports.runs.commit({
    event: {
      v: 1,
      eventKey: event.key,
      eventType: event.type,
      revision: 1,
      writer: ports.invocation.owner,
      state: 'begun',
      seenAt: new Date(ports.clock.nowMs()).toISOString(),
      ...(event.createdAt === undefined ? {} : { eventAt: event.createdAt }),
      subject: {
        kind,
        id,
        ...(contentId === undefined ? {} : { contentId }),
        ...(title === undefined ? {} : { title }),
        ...(spaceKey === undefined ? {} : { spaceKey }),
      },
      ...(event.actorAccountId === undefined ? {} : { actorAccountId: event.actorAccountId }),
      payload: payloadOf(delivered),
      verdicts: matched.map(({ verdict }) => verdict),
      runs: runs.map((run) => run.id),
      keepUntil: begin.keepUntil,
    },
  });
  if (!claimed.ok) {
    ports.log.info('Duplicate delivery of an event that is handled already', { eventKey: event.key });
    return [];
  }
  await storeNew(runs, ports);
  return runs.filter((run) => !isRunFinal(run));
}

/** Under whose lease new runs begin. */
async function beginning({ clock, invocation, settings }: Ports): Promise<Beginning> {
  const { retentionDays } = await settings.get();
  const nowMs = clock.nowMs();
  return {
    owner: invocation.owner,
    leaseUntil: new Date(nowMs + LEASE_MS).toISOString(),
    keepUntil: new Date(nowMs + retentionDays.runs * DAY_MS).toISOString(),
  };
}

async function storeNew(runs: readonly Run[], ports: Ports): Promise<void> {
  for (const run of runs) {
    const stored = await ports.runs.commit({ runs: [run] });
    if (!stored.ok) throw new Error(`The run ${run.id} is there already.`);
  }
}

/** Every rule's verdict for the event, by priority. */
export async function judgeAll(
  event: ParsedEvent,
  ports: Pick<Ports, 'rules' | 'settings' | 'confluence' | 'clock' | 'fields'>,
): Promise<readonly { readonly stored: StoredRule; readonly verdict: RuleVerdict }[]> {
  const [rules, context] = await Promise.all([ports.rules.snapshot(), judgeContext(event, ports)]);
  return judgeRules([...rules].sort(byPriority), new EventReader(event, ports.fields), context);
}

async function judgeContext(
  event: ParsedEvent,
  ports: Pick<Ports, 'settings' | 'confluence' | 'clock'>,
): Promise<JudgeContext> {
  const [{ paused }, selfCaused] = await Promise.all([ports.settings.get(), isSelfCaused(event, ports)]);
  return { nowMs: ports.clock.nowMs(), paused, selfCaused };
}

/** The runs of an event that was begun by an earlier delivery and are not finished. */
async function resumeRuns(
  event: ParsedEvent,
  delivered: unknown,
  data: RetryData | undefined,
  ports: Ports,
  isLast: boolean,
): Promise<readonly Run[]> {
  const record = await ports.runs.getEvent(event.key);
  // The earlier delivery died before it had claimed the event: this one is the first.
  if (record === undefined) return beginRuns(event, delivered, ports, isLast);
  const ids = data === undefined || data.more ? record.runs : [...new Set(data.steps.map(([run]) => run))];
  const runs = await mapConcurrently(ids, CONCURRENT_RUNS, (id) => ports.runs.get(id));
  const missing = record.runs.filter((id) => ids.includes(id) && !runs.some((run) => run?.id === id));
  const restarted = missing.length === 0 ? [] : await restartRuns(missing, event, ports, isLast);
  return [...runs.filter((run) => run !== undefined && !isRunFinal(run)), ...restarted] as Run[];
}

/** Runs that a claim names but that were never stored: the delivery died between the two. */
async function restartRuns(
  ids: readonly string[],
  event: ParsedEvent,
  ports: Ports,
  isLast: boolean,
): Promise<readonly Run[]> {
  const rules = await ports.rules.all();
  const claimed = rules
    .filter(({ rule }) => ids.includes(runId(event.key, rule.id)))
    .map((stored) => ({ stored }));
  const reader = new EventReader(event, ports.fields);
  await readForActions(claimed, reader);
  if (reader.retryable !== undefined && !isLast) throw new FailureError(reader.retryable);
  const begin = await beginning(ports);
  const runs = claimed.map(({ stored }) => {
    const shadow = stored.rule.state === 'shadow';
    return startRun(stored, reader.event, ports.clock.nowMs(), shadow, reader.failures, begin);
  });
  await storeNew(runs, ports);
  return runs.filter((run) => !isRunFinal(run));
}

/** True when this app made the change that the event tells of. */
async function isSelfCaused(event: ParsedEvent, { confluence }: Pick<Ports, 'confluence'>): Promise<boolean> {
  if (event.selfGenerated !== undefined) return event.selfGenerated;
  return event.actorAccountId !== undefined && event.actorAccountId === (await confluence.appAccountId());
}
