// What a delivery answers after it has performed what it could: finished, or come back then, with this state. What no
// retry of Forge's can do goes to the queue, and what is due in more than a push can wait for is left to the sweep.

import { EVENT_LIMITS } from '../limits';
import { LONGEST_PUSH_MS } from './lease';
import { toRetryData } from './retry-data';
import { DEFAULT_RETRY_POLICY, nextAttempt } from './retry-policy';
import type { Failure } from '../failure';
import type { JsonObject } from '../json';
import type { Ports } from '../ports';
import type { Performed } from './performed';
import type { RetryData } from './retry-data';

export type ComeBack =
  | { readonly kind: 'finished' }
  | {
      readonly kind: 'retry';
      /** From 1 to 900 seconds, as Forge allows. */
      readonly afterSeconds: number;
      /** True when a server asked for patience. */
      readonly rateLimited: boolean;
      readonly data: RetryData & JsonObject;
    };

/** How soon to come back when a record could not be read or written: long enough for a throttled store to recover. */
export const INTERRUPTED_RETRY_MS = 30_000;

/** The answer of a delivery of `eventKey` that is retry number `retryCount` (0: none). */
export async function afterPerforming(
  eventKey: string,
  performed: readonly Performed[],
  retryCount: number,
  ports: Pick<Ports, 'queue' | 'clock' | 'log'>,
): Promise<ComeBack> {
  const handedOver = performed.filter((each) => each.kind === 'handed-over');
  const pushed = await pushAll(handedOver, 0, ports);
  const left = performed.filter((each) => each.kind !== 'handed-over' || !pushed);
  const answer = comeBack(eventKey, left, ports.clock.nowMs());
  if (answer.kind === 'finished' || retryCount < EVENT_LIMITS.MAX_RETRIES) return answer;
  // Forge delivers no more; the queue does, for a day. What it does not take, the sweep finds.
  await pushAll(left.filter(isSoon(ports.clock.nowMs())), answer.afterSeconds, ports);
  return { kind: 'finished' };
}

/** The answer for these runs, as a delivery that Forge repeats gives it. */
export function comeBack(eventKey: string, performed: readonly Performed[], nowMs: number): ComeBack {
  const soon = performed.filter(isSoon(nowMs));
  if (soon.length === 0) return { kind: 'finished' };
  const waiting = soon.filter((each) => each.kind === 'waiting');
  const data = toRetryData(
    eventKey,
    waiting.map(({ run }) => run),
    waiting.length < soon.length,
  );
  return {
    kind: 'retry',
    afterSeconds: toSeconds(Math.min(...soon.map((each) => timeOf(each, nowMs))) - nowMs),
    rateLimited: waiting.some(({ rateLimited }) => rateLimited),
    data,
  };
}

/** Nothing could be done, and nothing more is known than that: come back by the usual policy while that can help. */
export function comeBackFor(eventKey: string, failure: Failure, delivery: number, random: number): ComeBack {
  const policy = { ...DEFAULT_RETRY_POLICY, attempts: EVENT_LIMITS.MAX_RETRIES + 1 };
  const next = nextAttempt(policy, delivery, failure, random);
  if (next.kind === 'give-up') return { kind: 'finished' };
  return {
    kind: 'retry',
    afterSeconds: toSeconds(next.afterSeconds * 1000),
    rateLimited: failure.kind === 'rate-limited',
    data: toRetryData(eventKey, [], true),
  };
}

/** Somebody else is at work until then; the last delivery leaves it to the sweep. */
export function comeBackLater(
  eventKey: string,
  atMs: number,
  retryCount: number,
  { clock }: Pick<Ports, 'clock'>,
): ComeBack {
  if (retryCount >= EVENT_LIMITS.MAX_RETRIES) return { kind: 'finished' };
  const afterSeconds = toSeconds(atMs - clock.nowMs());
  return { kind: 'retry', afterSeconds, rateLimited: false, data: toRetryData(eventKey, [], true) };
}

type Pending = Exclude<Performed, { readonly kind: 'over' }>;

/** Whether a retry or the queue shall see to it; the sweep sees to the rest. */
function isSoon(nowMs: number): (performed: Performed) => performed is Pending {
  return (performed): performed is Pending =>
    performed.kind !== 'over' && timeOf(performed, nowMs) - nowMs <= LONGEST_PUSH_MS;
}

function timeOf(performed: Pending, nowMs: number): number {
  if (performed.kind === 'handed-over') return nowMs;
  return performed.kind === 'waiting' ? performed.dueMs : performed.atMs;
}

function toSeconds(ms: number): number {
  const seconds = Math.ceil(ms / 1000);
  return Math.min(
    EVENT_LIMITS.MAX_RETRY_AFTER_SECONDS,
    Math.max(EVENT_LIMITS.MIN_RETRY_AFTER_SECONDS, seconds),
  );
}

/** False when the queue did not take all of them. */
async function pushAll(
  performed: readonly Pending[],
  delaySeconds: number,
  { queue, log }: Pick<Ports, 'queue' | 'log'>,
): Promise<boolean> {
  const plain: string[] = [];
  const serial: { readonly id: string; readonly key: string }[] = [];
  for (const each of performed) {
    const { id, serialKey } = each.kind === 'waiting' ? each.run : each;
    if (serialKey === undefined) plain.push(id);
    else serial.push({ id, key: serialKey });
  }
  try {
    if (plain.length > 0) await queue.push(plain, delaySeconds);
    for (const { id, key } of serial) await queue.push([id], delaySeconds, { key, limit: 1 });
    return true;
  } catch (error) {
    log.error('Failed to hand runs to the queue; the sweep takes them up', { cause: String(error) });
    return false;
  }
}
