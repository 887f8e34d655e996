import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../../src/local/clock/clock';
import { START_MS, createTestForge } from '../local-forge-harness';
import type { JsonObject } from '../../../src/core/json';
import type { TestForge } from '../local-forge-harness';

let dataDir: string;
beforeEach(async () => (dataDir = await mkdtemp(join(tmpdir(), 'rulewright-test-'))));
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const PROCESS = join(import.meta.dirname, '..', '..', 'fixtures', 'processes', 'deliver-and-wait.ts');

/** Delivers events in a process of its own, and kills that with SIGKILL once it has said `word`. */
function deliverAndKill(events: readonly JsonObject[], word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', PROCESS, dataDir, JSON.stringify(events)]);
    let output = '';
    const note = (data: Buffer): void => {
      output += data.toString();
      if (output.includes(word)) child.kill('SIGKILL');
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    child.on('exit', (_, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(output))));
  });
}

const reopen = (afterMs: number): Promise<TestForge> =>
  createTestForge({ dataDir, clock: createClock({ mode: 'manual', startMs: START_MS + afterMs }) });

const retryIn = (retryAfter: number): JsonObject => ({
  retry: { retryAfter, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { kept: true } },
});

describe('what is still to be done', () => {
  it('is done in its time after a restart', async () => {
    const before = await createTestForge({ dataDir });
    await before.send({ script: [retryIn(60)] });
    await before.send({ ask: 'push', messages: [{ body: { name: 'later' }, delayInSeconds: 90 }] });
    await before.close();

    const after = await reopen(30_000);
    await after.clock.whenIdle();
    expect(after.runtime.invocations.list()).toEqual([]);
    await after.clock.advance(60_000);
    expect(after.reports()).toMatchObject([
      { now: START_MS + 60_000, retryContext: { retryCount: 1, retryData: { kept: true } } },
      { now: START_MS + 90_000, message: { body: { name: 'later' } } },
    ]);
    expect(after.delivery.events.list()[0]?.deliveries[0]).toMatchObject({
      status: 'delivered',
      attempts: 2,
    });
    await after.close();
  });

  it('is done at once after a restart that came too late', async () => {
    const before = await createTestForge({ dataDir });
    await before.send({ script: [retryIn(60)] });
    await before.close();
    const after = await reopen(3_600_000);
    await after.clock.whenIdle();
    expect(after.reports()).toMatchObject([{ now: START_MS + 3_600_000, retryContext: { retryCount: 1 } }]);
    await after.close();
  });

  it('is not lost when the host is killed', async () => {
    await deliverAndKill([{ script: [retryIn(60)] }, { script: [retryIn(70)] }], 'at rest');
    const after = await reopen(0);
    await after.clock.advance(100_000);
    expect(after.reports()).toMatchObject([
      { now: START_MS + 60_000, retryContext: { retryData: { kept: true } } },
      { now: START_MS + 70_000, retryContext: { retryData: { kept: true } } },
    ]);
    await after.close();
  });

  it('is done again when the host is killed in the middle of it', async () => {
    await deliverAndKill([{ ask: 'hang' }, { ask: 'spin' }], 'stored');
    const after = await createTestForge({
      dataDir,
      realTimeoutMs: 300,
      clock: createClock({ mode: 'manual', startMs: START_MS }),
    });
    await after.clock.whenIdle();
    expect(after.runtime.invocations.list().map(({ outcome }) => outcome)).toEqual([
      'timed-out',
      'timed-out',
    ]);
    expect(after.delivery.pending()).toMatchObject([
      { retry: { count: 1, reason: 'FUNCTION_TIME_OUT' } },
      { retry: { count: 1, reason: 'FUNCTION_TIME_OUT' } },
    ]);
    await after.close();
  });

  it('stays as it was when the host is closed in the middle of it', async () => {
    const before = await createTestForge({ dataDir });
    await before.delivery.accept({ eventType: 'avi:confluence:created:page', ask: 'hang' }, 'fired');
    await new Promise((resolve) => setTimeout(resolve, 150));
    await before.close();
    const after = await reopen(0);
    expect(after.delivery.pending()).toMatchObject([{ kind: 'event' }]);
    expect(after.delivery.pending()[0]).not.toHaveProperty('retry');
    await after.close();
  });
});
