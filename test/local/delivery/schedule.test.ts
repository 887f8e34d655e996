import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../../src/local/clock/clock';
import { START_MS, createTestForge, probeManifest } from '../local-forge-harness';
import type { JsonObject } from '../../../src/core/json';
import type { TestForge } from '../local-forge-harness';

const MINUTE_MS = 60_000;

let dataDir: string;
let forge: TestForge;
beforeEach(async () => (dataDir = await mkdtemp(join(tmpdir(), 'rulewright-test-'))));
afterEach(async () => {
  await forge.close();
  await rm(dataDir, { recursive: true, force: true });
});

function scheduled(...schedules: JsonObject[]): JsonObject {
  return probeManifest({ modules: { scheduledTrigger: schedules } });
}
const everyFive = { key: 'sweep', function: 'on-schedule', interval: 'fiveMinute' };
const runsAt = (): number[] => forge.reports().map(({ now }) => (Number(now) - START_MS) / MINUTE_MS);

describe('a scheduled trigger', () => {
  it('first runs five minutes after the start, and then at its interval', async () => {
    forge = await createTestForge({ dataDir, manifest: scheduled(everyFive) });
    await forge.clock.advance(21 * MINUTE_MS);
    expect(runsAt()).toEqual([5, 10, 15, 20]);
    expect(forge.reports()[0]).toMatchObject({ request: { context: { moduleKey: 'sweep' } } });
  });

  it('runs hourly, daily and weekly', async () => {
    const every = (interval: string): JsonObject => ({
      key: `each-${interval}`,
      function: 'on-schedule',
      interval,
    });
    forge = await createTestForge({
      dataDir,
      manifest: scheduled(every('hour'), every('day'), every('week')),
    });
    await forge.clock.advance((7 * 24 * 60 + 6) * MINUTE_MS);
    const count = (interval: string): number =>
      forge.runtime.invocations.list().filter(({ moduleKey }) => moduleKey === `each-${interval}`).length;
    expect([count('hour'), count('day'), count('week')]).toEqual([169, 8, 2]);
  });

  it('that returns no HTTP answer is recorded as failed and not retried', async () => {
    forge = await createTestForge({
      dataDir,
      manifest: scheduled({ key: 'bad', function: 'on-bad-schedule', interval: 'hour' }),
    });
    await forge.clock.advance(30 * MINUTE_MS);
    expect(forge.runtime.invocations.list()).toHaveLength(1);
    expect(forge.runtime.invocations.list()[0]).toMatchObject({
      outcome: 'platform-error',
      message: expect.stringContaining('424') as unknown,
    });
  });

  it('keeps its time over a restart, and does not make up for missed runs', async () => {
    forge = await createTestForge({ dataDir, manifest: scheduled(everyFive) });
    await forge.clock.advance(6 * MINUTE_MS);
    await forge.close();
    const later = START_MS + 62 * MINUTE_MS;
    forge = await createTestForge({
      dataDir,
      manifest: scheduled(everyFive),
      clock: createClock({ mode: 'manual', startMs: later }),
    });
    await forge.clock.advance(5 * MINUTE_MS);
    expect(runsAt()).toEqual([62, 65]);
  });

  it('starts anew when the schedules of the manifest have changed', async () => {
    forge = await createTestForge({ dataDir, manifest: scheduled({ ...everyFive, interval: 'hour' }) });
    await forge.clock.advance(MINUTE_MS);
    await forge.close();
    forge = await createTestForge({ dataDir, manifest: scheduled(everyFive) });
    expect(forge.delivery.pending().map(({ id, dueMs }) => [id, dueMs])).toEqual([
      ['scheduled:sweep', START_MS + 5 * MINUTE_MS],
    ]);
  });

  it('can be run by hand beside its schedule', async () => {
    forge = await createTestForge({ dataDir, manifest: scheduled(everyFive) });
    expect(await forge.delivery.runSchedule('sweep')).toBe(true);
    expect(await forge.delivery.runSchedule('nothing')).toBe(false);
    expect(runsAt()).toEqual([0]);
    expect(forge.delivery.pending()).toHaveLength(1);
  });
});
