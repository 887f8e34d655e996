import { afterEach, describe, expect, it } from 'vitest';
import { START_MS, createTestForge, probeManifest } from '../local-forge-harness';
import type { InvocationRecord } from '../../../src/local/runtime/invocation';
import type { TestForge } from '../local-forge-harness';

let forge: TestForge;
afterEach(() => forge.close());

const newest = (): InvocationRecord | undefined => forge.runtime.invocations.list()[0];

describe('a container', () => {
  it('shows each of its concurrent invocations its own runtime', async () => {
    forge = await createTestForge();
    await Promise.all(Array.from({ length: 6 }, (_, n) => forge.send({ ask: 'who', n })));
    const seen = forge.reports().filter((report) => 'before' in report);
    expect(seen).toHaveLength(6);
    expect(seen.every(({ before, after }) => before === after)).toBe(true);
    expect(new Set(seen.map(({ before }) => before)).size).toBe(6);
    expect(new Set(forge.runtime.invocations.list().map(({ id }) => id))).toEqual(
      new Set(seen.map(({ before }) => before)),
    );
    expect(forge.runtime.containerCount()).toBe(1);
  });

  it('reads the time of the host', async () => {
    forge = await createTestForge();
    await forge.clock.advance(86_400_000);
    await forge.send({ ask: 'who' });
    expect(forge.reports()[0]).toMatchObject({ now: START_MS + 86_400_000 });
    expect(forge.reports()[1]).toMatchObject({ remaining: 25_000 });
  });

  it('is one for each memory size, or several in turn', async () => {
    forge = await createTestForge({ containers: 3 });
    for (let n = 0; n < 5; n += 1) await forge.send();
    expect(forge.runtime.containerCount()).toBe(3);
  });

  it('that spins for ever is ended, and the next invocation gets a fresh one', async () => {
    forge = await createTestForge({ realTimeoutMs: 3000 });
    await forge.send({ script: ['spin'] });
    expect(newest()).toMatchObject({ outcome: 'timed-out' });
    await forge.clock.advance(60_000);
    expect(newest()).toMatchObject({ outcome: 'ok', retryCount: 1 });
    expect(forge.reports().at(-1)).toMatchObject({ retryContext: { retryReason: 'FUNCTION_TIME_OUT' } });
  });

  it('that needs more than its memory is ended, and the event is retried', async () => {
    forge = await createTestForge();
    await forge.send({ script: ['hoard'] });
    expect(newest()).toMatchObject({ outcome: 'out-of-memory' });
    await forge.clock.advance(60_000);
    expect(forge.reports().at(-1)).toMatchObject({
      retryContext: { retryCount: 1, retryReason: 'FUNCTION_OUT_OF_MEMORY' },
    });
  });

  it('lets its other invocations finish when one of them times out', async () => {
    forge = await createTestForge({ realTimeoutMs: 3000 });
    const hanging = forge.send({ ask: 'hang' });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const working = forge.send({ ask: 'who' });
    await Promise.all([hanging, working]);
    expect(forge.runtime.invocations.list().map(({ outcome }) => outcome)).toEqual(['ok', 'timed-out']);
  });

  it('that cannot load the app fails as a platform error, and is retried as one', async () => {
    forge = await createTestForge({ app: 'broken' });
    await forge.send();
    expect(newest()).toMatchObject({
      outcome: 'platform-error',
      message: expect.stringContaining('broken on purpose') as unknown,
    });
    expect(forge.delivery.pending()[0]).toMatchObject({
      retry: { count: 1, reason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' },
    });
  });

  it('that crashes fails as a platform error, and is replaced', async () => {
    forge = await createTestForge();
    await forge.send({ script: ['crash'] });
    expect(newest()).toMatchObject({
      outcome: 'platform-error',
      message: expect.stringContaining('nobody caught this') as unknown,
    });
    await forge.clock.advance(60_000);
    expect(newest()).toMatchObject({ outcome: 'ok', retryCount: 1 });
  });

  it('keeps 100 lines of what an invocation prints, and counts the rest', async () => {
    forge = await createTestForge();
    await forge.send({ ask: 'chatter' });
    expect(newest()?.logs).toHaveLength(100);
    expect(newest()?.logsDropped).toBe(51);
  });

  it('keeps 200 kB of what an invocation prints', async () => {
    forge = await createTestForge();
    await forge.send({ ask: 'shout' });
    const bytes = newest()?.logs.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
    expect(bytes).toBeLessThanOrEqual(200_000);
    expect(newest()?.logsDropped).toBeGreaterThan(0);
  });

  it('has no access to the environment of the host', async () => {
    forge = await createTestForge();
    await forge.send({ ask: 'environment' });
    expect(forge.reports()[1]).toEqual({ environment: [] });
  });
});

describe('an invocation', () => {
  it('of a function that the manifest or the app does not have is a platform error', async () => {
    forge = await createTestForge({
      manifest: probeManifest({ modules: { function: [{ key: 'on-event', handler: 'index.nowhere' }] } }),
    });
    await forge.send();
    expect(newest()).toMatchObject({ outcome: 'platform-error' });
    const result = await forge.invokeResolver({
      moduleKey: 'unknown',
      functionKey: 'whoami',
      accountId: 'a',
    });
    expect(result).toMatchObject({ kind: 'platform-error', error: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' });
  });

  it('by a user tells the resolver who that is, from the host and not from the payload', async () => {
    forge = await createTestForge();
    const result = await forge.invokeResolver({
      moduleKey: 'settings',
      functionKey: 'whoami',
      payload: { accountId: 'forged' },
      accountId: 'mia',
      extension: { type: 'forged' },
    });
    expect(result).toMatchObject({
      kind: 'returned',
      value: {
        payload: { accountId: 'forged' },
        context: {
          accountId: 'mia',
          moduleKey: 'settings',
          extension: { type: 'confluence:globalSettings' },
        },
      },
    });
  });

  it('of a resolver that throws gives its message', async () => {
    forge = await createTestForge();
    const result = await forge.invokeResolver({
      moduleKey: 'settings',
      functionKey: 'fails',
      accountId: 'a',
    });
    expect(result).toMatchObject({ kind: 'threw', message: 'refused on purpose' });
  });
});

describe('time-outs by host time', () => {
  it('end an invocation that waits for a slow answer after 25 seconds', async () => {
    forge = await createTestForge({
      site: {
        service: {
          handle: async () => {
            await forge.clock.sleep(26_000);
            return Response.json({});
          },
        },
        user: () => undefined,
        operation: () => undefined,
      },
    });
    const sent = forge.delivery.accept(
      {
        eventType: 'avi:confluence:created:page',
        script: ['request'],
        as: 'app',
        path: '/wiki/api/v2/pages',
      },
      'fired',
    );
    await sent;
    await forge.clock.advance(24_999);
    expect(newest()).toMatchObject({ outcome: 'running' });
    await forge.clock.advance(1);
    expect(newest()).toMatchObject({ outcome: 'timed-out', endedMs: START_MS + 25_000 });
  });
});
