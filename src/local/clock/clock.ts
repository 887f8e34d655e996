// The one clock of the host. In `real` mode time runs and can be pushed ahead; in `manual` mode it stands until
// someone advances it. Advancing does what falls due in order, each to its end, before time moves on.
// It must not know what the timers do.

import { createActivity } from './activity';
import { createSharedTime } from './shared-time';
import { createTimers } from './timers';
import type { HostClock } from '../ports';
import type { Activity } from './activity';
import type { Timer } from './timers';

export interface ClockOptions {
  readonly mode: 'real' | 'manual';
  /** Host time at the start, epoch ms. @default the real time */
  readonly startMs?: number;
}

export interface Clock extends HostClock {
  readonly mode: 'real' | 'manual';
  /** How far host time is ahead of real time; in manual mode, where it stands against it. */
  offsetMs(): number;
  /** When the next timer falls due. */
  nextDueMs(): number | undefined;
  /** Moves host time ahead by `ms`, doing in order what falls due and waiting each time until the host is at rest. */
  advance(ms: number): Promise<void>;
  /**
   * Moves to the next timer that is due not after `limitMs`, and does it; false when there is none. `when` is asked
   * once the host has come to rest, and may call it off.
   */
  advanceToNext(limitMs?: number, when?: () => boolean): Promise<boolean>;
  /** Resolves when everything that was due has been done, or sleeps. Time is not moved. */
  whenIdle(): Promise<void>;
  readonly activity: Activity;
  /** Host time for other threads, see `readSharedTime`. */
  readonly sharedTime: SharedArrayBuffer;
  /** Drops all timers; nothing fires any more. */
  dispose(): void;
}

/** The longest delay that setTimeout takes; a longer one is waited for in turns. */
const MAX_TIMEOUT_MS = 2_147_483_647;

export function createClock(options: ClockOptions): Clock {
  const running = options.mode === 'real';
  const activity = createActivity();
  const timers = createTimers();
  const shared = createSharedTime();
  let baseMs = (options.startMs ?? Date.now()) - (running ? Date.now() : 0);
  let alarm: NodeJS.Timeout | undefined;
  let starting = 0;
  let disposed = false;
  let advancing: Promise<unknown> = Promise.resolve();
  shared.write(baseMs, running);

  const nowMs = (): number => (running ? Date.now() + baseMs : baseMs);

  function jumpTo(atMs: number): void {
    baseMs += Math.max(0, atMs - nowMs());
    shared.write(baseMs, running);
  }

  function start(timer: Timer): void {
    if (disposed) return;
    // A timer that throws is a bug of the host; it must not take the other timers with it.
    void activity
      .track(async () => timer.work())
      .catch((error: unknown) => console.error('A timer of the host failed:', error));
  }

  function startDue(): void {
    for (let timer = timers.first(); timer !== undefined && timer.atMs <= nowMs(); timer = timers.first()) {
      timers.remove(timer);
      start(timer);
    }
    setAlarm();
  }

  function setAlarm(): void {
    clearTimeout(alarm);
    const next = timers.first();
    if (!running || disposed || next === undefined) return;
    alarm = setTimeout(startDue, Math.min(Math.max(0, next.atMs - nowMs()), MAX_TIMEOUT_MS));
    alarm.unref();
  }

  function at(atMs: number, work: Timer['work']): () => void {
    const timer: Timer = { atMs, work };
    if (atMs > nowMs()) {
      timers.add(timer);
      setAlarm();
      return () => timers.remove(timer);
    }
    starting += 1;
    let waiting = true;
    const begin = (): void => {
      if (!waiting) return;
      waiting = false;
      starting -= 1;
      start(timer);
    };
    setImmediate(begin);
    return () => {
      if (waiting) starting -= 1;
      waiting = false;
    };
  }

  async function whenIdle(): Promise<void> {
    do await activity.whenIdle();
    while (starting > 0 && !disposed);
  }

  async function moveTo(limitMs: number): Promise<boolean> {
    const timer = timers.first();
    if (timer === undefined || timer.atMs > limitMs || disposed) return false;
    jumpTo(timer.atMs);
    timers.remove(timer);
    start(timer);
    await whenIdle();
    return true;
  }

  // One after another: two that advance at once would each see half of what happens.
  function exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = advancing.then(work);
    advancing = result.catch(() => undefined);
    return result;
  }

  return {
    mode: options.mode,
    activity,
    sharedTime: shared.buffer,
    nowMs,
    at,
    whenIdle,
    offsetMs: () => nowMs() - Date.now(),
    nextDueMs: () => timers.first()?.atMs,
    sleep: (ms) => activity.sleeping(new Promise((resolve) => void at(nowMs() + ms, resolve))),
    advance: (ms) =>
      exclusively(async () => {
        const targetMs = nowMs() + ms;
        await whenIdle();
        while (await moveTo(targetMs));
        jumpTo(targetMs);
        setAlarm();
      }),
    advanceToNext: (limitMs = Infinity, when = () => true) =>
      exclusively(async () => {
        await whenIdle();
        const moved = when() && (await moveTo(limitMs));
        setAlarm();
        return moved;
      }),
    dispose() {
      disposed = true;
      clearTimeout(alarm);
      timers.clear();
    },
  };
}
