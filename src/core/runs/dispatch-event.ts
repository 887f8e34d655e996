// One delivery of one event: parse, find the rules that act, claim, begin, perform, and say whether to come back.
// It never sleeps; a wait is a `retry` answer. What a delivery leaves behind, the next one or the sweep takes up.

import { EVENT_LIMITS } from '../limits';
import { parseEvent } from '../events/parse-event';
import { beginRuns } from './begin-runs';
import { claimEvent, newRecord, takeOver } from './claim-event';
import { afterPerforming, comeBackFor, comeBackLater } from './come-back';
import { getsRun, judgeEvent } from './judge-event';
import { leasedUntilMs } from './lease';
import { pauseExhausted } from './pause-exhausted';
import { performRuns } from './perform-runs';
import { countDuplicate, recordSeen } from './record-event';
import { resumeRuns } from './resume-runs';
import { parseRetryData } from './retry-data';
import { toFailure } from './to-failure';
import type { Settings } from '../admin/settings';
import type { ParsedEvent } from '../events/event';
import type { Ports } from '../ports';
import type { ComeBack } from './come-back';
import type { EventRecord } from './event-record';
import type { JudgedEvent } from './judge-event';

export interface Delivery {
  readonly payload: unknown;
  /** Present when this is a retry, asked for by us (with our data) or made by the platform (without). */
  readonly retry?: { readonly count: number; readonly data: unknown };
}

/** The settings as they are when this delivery first asks for them: one read, however many parts of the engine ask. */
function withSettingsOnce(ports: Ports): Ports {
  let known: Settings | undefined;
  return {
    ...ports,
    settings: { ...ports.settings, get: async () => (known ??= await ports.settings.get()) },
  };
}

/** Handles one delivery. Throws only on a mistake in the program, or when no delivery is left that could do better. */
export async function dispatchEvent(delivery: Delivery, ports: Ports): Promise<ComeBack> {
  const event = parseEvent(delivery.payload);
  const count = delivery.retry?.count ?? 0;
  try {
    return await handle(event, delivery, withSettingsOnce(ports));
  } catch (error) {
    const failure = toFailure(error);
    const answer = comeBackFor(event.key, failure, count + 1, ports.random.next());
    ports.log.error('Failed to handle an event', { eventKey: event.key, cause: failure.message });
    if (answer.kind === 'finished') throw error;
    return answer;
  }
}

async function handle(event: ParsedEvent, delivery: Delivery, ports: Ports): Promise<ComeBack> {
  const { retry, payload } = delivery;
  if (retry !== undefined) {
    const record = await ports.runs.getEvent(event.key);
    if (record !== undefined) return goOn(record, delivery, ports);
  }
  const judged = await judgeEvent(event, ports, (retry?.count ?? 0) >= EVENT_LIMITS.MAX_RETRIES);
  await pauseExhausted(judged, ports);
  if (!judged.judged.some(getsRun)) {
    await recordSeen(event, payload, judged, ports);
    return { kind: 'finished' };
  }
  const first = newRecord(event, payload, await foundOf(judged, ports), ports);
  const claimed = await claimEvent(first, judged.echoes, ports);
  if (claimed.kind === 'theirs') return goOn(claimed.record, delivery, ports);
  return beginAndPerform(claimed.record, judged, delivery, ports);
}

async function foundOf({ judged, cause }: JudgedEvent, { settings }: Pick<Ports, 'settings'>) {
  const { retentionDays } = await settings.get();
  const verdicts = judged.map(({ verdict }) => verdict);
  return { verdicts, keepDays: retentionDays.events, ...(cause === undefined ? {} : { cause }) };
}

/** An event that has a record. A retry goes on with it; anything else is a duplicate, unless nobody is at work. */
async function goOn(record: EventRecord, { payload, retry }: Delivery, ports: Ports): Promise<ComeBack> {
  if (record.state === 'open') {
    const untilMs = leasedUntilMs(record, ports.invocation.owner, ports.clock.nowMs());
    if (untilMs === undefined) {
      const taken = await takeOver(record, ports);
      if (taken === undefined) return { kind: 'finished' };
      return beginTaken(taken, { payload, ...(retry === undefined ? {} : { retry }) }, ports);
    }
    if (retry !== undefined) return comeBackLater(record.eventKey, untilMs, retry.count, ports);
  }
  if (retry === undefined || record.state === 'seen') {
    if (retry === undefined) await countDuplicate(record.eventKey, ports);
    return { kind: 'finished' };
  }
  if (record.state === 'open') return { kind: 'finished' };
  const data = parseRetryData(retry.data);
  const ids = data === undefined || data.more ? record.runs : data.steps.map(([run]) => run);
  const performed = await resumeRuns([...new Set(ids)], ports);
  return afterPerforming(record.eventKey, performed, retry.count, ports);
}

/** Begins what an earlier delivery had claimed, by the rules as they are now. */
async function beginTaken(record: EventRecord, delivery: Delivery, ports: Ports): Promise<ComeBack> {
  const judged = await judgeEvent(parseEvent(record.payload), ports, true);
  const verdicts = judged.judged.map(({ verdict }) => verdict);
  return beginAndPerform({ ...record, verdicts }, judged, delivery, ports);
}

async function beginAndPerform(
  record: EventRecord,
  judged: JudgedEvent,
  { retry }: Delivery,
  ports: Ports,
): Promise<ComeBack> {
  const runs = await beginRuns(record, judged, true, ports);
  if (runs === undefined) return { kind: 'finished' };
  const performed = await performRuns(runs, ports);
  return afterPerforming(record.eventKey, performed, retry?.count ?? 0, ports);
}
