import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createClock } from '../../../src/local/clock/clock';
import { readSharedTime } from '../../../src/local/clock/shared-time';
import type { Clock, ClockOptions } from '../../../src/local/clock/clock';

const clocks: Clock[] = [];
function aClock(options: ClockOptions = { mode: 'manual', startMs: 1000 }): Clock {
  const clock = createClock(options);
  clocks.push(clock);
  return clock;
}
afterEach(() => {
  for (const clock of clocks.splice(0)) clock.dispose();
});

/** Lets real time pass, for work that a stepped clock must wait for. */
const realMs = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a stepped clock', () => {
  it('stands until it is advanced, and then shows the time of each timer while that runs', async () => {
    const clock = aClock();
    const seen: number[] = [];
    clock.at(1500, () => void seen.push(clock.nowMs()));
    clock.at(1200, () => void seen.push(clock.nowMs()));
    await realMs(5);
    expect(clock.nowMs()).toBe(1000);
    await clock.advance(600);
    expect(seen).toEqual([1200, 1500]);
    expect(clock.nowMs()).toBe(1600);
  });

  it('leaves alone what is due later', async () => {
    const clock = aClock();
    let ran = false;
    clock.at(2001, () => void (ran = true));
    await clock.advance(1000);
    expect(ran).toBe(false);
    expect(clock.nextDueMs()).toBe(2001);
  });

  it('finishes one timer, with all it started, before the next', async () => {
    const clock = aClock();
    const seen: string[] = [];
    clock.at(1100, async () => {
      seen.push('first begins');
      await realMs(10);
      clock.at(clock.nowMs(), async () => {
        await realMs(10);
        seen.push(`what it started ends at ${clock.nowMs()}`);
      });
      seen.push('first ends');
    });
    clock.at(1101, () => void seen.push('second'));
    await clock.advance(500);
    expect(seen).toEqual(['first begins', 'first ends', 'what it started ends at 1100', 'second']);
  });

  it('does at once what is due already, without being advanced', async () => {
    const clock = aClock();
    let ran = false;
    clock.at(999, () => void (ran = true));
    expect(ran).toBe(false);
    await clock.whenIdle();
    expect(ran).toBe(true);
  });

  it('does not run what was taken back', async () => {
    const clock = aClock();
    const seen: string[] = [];
    const cancelLater = clock.at(1100, () => void seen.push('later'));
    const cancelNow = clock.at(1000, () => void seen.push('now'));
    cancelLater();
    cancelNow();
    cancelNow();
    await clock.advance(500);
    expect(seen).toEqual([]);
  });

  it('moves on while work sleeps on it, and wakes the work in time', async () => {
    const clock = aClock();
    const seen: string[] = [];
    clock.at(1100, async () => {
      await clock.sleep(300);
      seen.push(`woke at ${clock.nowMs()}`);
    });
    clock.at(1200, () => void seen.push(`another at ${clock.nowMs()}`));
    await clock.advance(1000);
    expect(seen).toEqual(['another at 1200', 'woke at 1400']);
  });

  it('goes to the next timer alone when asked to, and says when there is none', async () => {
    const clock = aClock();
    clock.at(5000, () => undefined);
    clock.at(6000, () => undefined);
    expect(await clock.advanceToNext()).toBe(true);
    expect(clock.nowMs()).toBe(5000);
    expect(await clock.advanceToNext(5999)).toBe(false);
    expect(clock.nowMs()).toBe(5000);
    expect(await clock.advanceToNext()).toBe(true);
    expect(await clock.advanceToNext()).toBe(false);
  });

  it('stays when the way on is called off', async () => {
    const clock = aClock();
    clock.at(5000, () => undefined);
    expect(await clock.advanceToNext(Infinity, () => false)).toBe(false);
    expect(clock.nowMs()).toBe(1000);
  });

  it('adds up two advances that are asked for at once', async () => {
    const clock = aClock();
    await Promise.all([clock.advance(100), clock.advance(50)]);
    expect(clock.nowMs()).toBe(1150);
  });

  it('goes on after a timer that fails', async () => {
    const clock = aClock();
    let ran = false;
    const error = console.error;
    console.error = () => undefined;
    clock.at(1100, () => Promise.reject(new Error('a bug')));
    clock.at(1200, () => void (ran = true));
    await clock.advance(300);
    console.error = error;
    expect(ran).toBe(true);
  });

  it('fires any set of timers in order of time, equal times in order of their making', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1001, max: 1020 }), { maxLength: 30 }), async (times) => {
        const clock = aClock();
        const fired: [number, number][] = [];
        times.forEach((atMs, index) => clock.at(atMs, () => void fired.push([atMs, index])));
        await clock.advance(100);
        expect(fired).toEqual(
          times
            .map((atMs, index) => [atMs, index] as [number, number])
            .sort((a, b) => a[0] - b[0] || a[1] - b[1]),
        );
      }),
      { seed: 7, numRuns: 50 },
    );
  });
});

describe('a running clock', () => {
  it('runs with real time from its start', async () => {
    const clock = aClock({ mode: 'real', startMs: 5_000_000 });
    await realMs(20);
    expect(clock.nowMs()).toBeGreaterThanOrEqual(5_000_015);
    expect(clock.nowMs()).toBeLessThan(5_010_000);
  });

  it('fires timers by itself', async () => {
    const clock = aClock({ mode: 'real' });
    const ran = new Promise<void>((resolve) => void clock.at(clock.nowMs() + 20, resolve));
    await ran;
    expect(clock.nextDueMs()).toBeUndefined();
  });

  it('can be pushed over a delay, and keeps the distance to real time', async () => {
    const clock = aClock({ mode: 'real' });
    const startMs = clock.nowMs();
    const seen: number[] = [];
    clock.at(startMs + 900_000, () => void seen.push(clock.nowMs() - startMs));
    expect(await clock.advanceToNext()).toBe(true);
    expect(seen[0]).toBeGreaterThanOrEqual(900_000);
    expect(clock.offsetMs()).toBeGreaterThan(890_000);
  });
});

describe('time in other threads', () => {
  it('is the same as the clock’s, standing or running', async () => {
    const standing = aClock();
    const read = readSharedTime(standing.sharedTime, () => 77);
    expect(read()).toBe(1000);
    await standing.advance(500);
    expect(read()).toBe(1500);

    const running = aClock({ mode: 'real', startMs: 5_000_000 });
    await running.advance(60_000);
    expect(Math.abs(readSharedTime(running.sharedTime, () => Date.now())() - running.nowMs())).toBeLessThan(
      10_000,
    );
  });
});
