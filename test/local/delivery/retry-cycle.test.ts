import { afterEach, describe, expect, it } from 'vitest';
import { START_MS, createTestForge } from '../local-forge-harness';
import type { TestForge } from '../local-forge-harness';

let forge: TestForge;
afterEach(() => forge.close());

/** Seconds of host time at which the app was called. */
const calledAt = (): number[] => forge.reports().map(({ now }) => (Number(now) - START_MS) / 1000);
const contexts = (): unknown[] => forge.reports().map(({ retryContext }) => retryContext);
const delivery = (): unknown => forge.delivery.events.list()[0]?.deliveries[0];
const HOUR_MS = 3_600_000;

describe('a retry that the app asks for', () => {
  it('comes after retryAfter with the reason and the data', async () => {
    forge = await createTestForge();
    const retryData = { at: 'step 2', done: [1] };
    await forge.send({
      script: [{ retry: { retryAfter: 7, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED', retryData } }],
    });
    expect(contexts()).toEqual([null]);
    expect(delivery()).toMatchObject({ status: 'retrying', attempts: 1 });
    await forge.clock.advance(6_999);
    expect(contexts()).toHaveLength(1);
    await forge.clock.advance(1);
    expect(contexts()[1]).toEqual({
      retryCount: 1,
      retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
      retryData,
    });
    expect(calledAt()).toEqual([0, 7]);
    expect(forge.delivery.pending()).toEqual([]);
    expect(delivery()).toMatchObject({ status: 'delivered', attempts: 2 });
  });

  it('is made four times and no more', async () => {
    forge = await createTestForge();
    await forge.send({
      script: Array(6).fill({ retry: { retryAfter: 10, retryReason: 'FUNCTION_RETRY_REQUEST' } }),
    });
    await forge.clock.advance(HOUR_MS);
    expect(calledAt()).toEqual([0, 10, 20, 30, 40]);
    expect(forge.delivery.pending()).toEqual([]);
    expect(delivery()).toMatchObject({ status: 'gave-up', attempts: 5 });
  });

  it.each([
    [901, 900],
    [86_400, 900],
    [900, 900],
    [0, 1],
    [-5, 1],
    [0.2, 1],
    [undefined, 1],
    ['30', 1],
  ])('after %s seconds comes after %s', async (retryAfter, seconds) => {
    forge = await createTestForge();
    await forge.send({ script: [{ retry: { retryAfter, retryReason: 'FUNCTION_RETRY_REQUEST' } }] });
    await forge.clock.advance(HOUR_MS);
    expect(calledAt()).toEqual([0, seconds]);
  });

  it.each([['a text'], [42], [true], [['a', 'list']], [null]])(
    'has no data when the data is %j',
    async (retryData) => {
      forge = await createTestForge();
      await forge.send({
        script: [{ retry: { retryAfter: 1, retryReason: 'FUNCTION_RETRY_REQUEST', retryData } }],
      });
      await forge.clock.advance(1000);
      expect(contexts()[1]).toEqual({ retryCount: 1, retryReason: 'FUNCTION_RETRY_REQUEST' });
    },
  );

  it('has data of 4096 bytes, and is refused with one byte more', async () => {
    const dataOf = (bytes: number): object => ({
      text: 'é'.repeat(1000) + 'x'.repeat(bytes - 2000 - '{"text":""}'.length),
    });
    forge = await createTestForge();
    await forge.send({ script: [{ retry: { retryAfter: 1, retryData: dataOf(4096) } }] });
    await forge.clock.advance(1000);
    expect(contexts()).toHaveLength(2);
    expect(contexts()[1]).toMatchObject({ retryData: dataOf(4096) });

    await forge.send({ script: [{ retry: { retryAfter: 1, retryData: dataOf(4097) } }] });
    await forge.clock.advance(HOUR_MS);
    expect(contexts()).toHaveLength(3);
    expect(delivery()).toMatchObject({ status: 'gave-up', log: expect.stringContaining('4097') as unknown });
  });

  it('is told by the shape of what is returned, as the SDK makes it', async () => {
    forge = await createTestForge();
    await forge.send({ script: [{ retry: undefined }] });
    await forge.clock.advance(1000);
    expect(contexts()[1]).toEqual({ retryCount: 1, retryReason: 'FUNCTION_RETRY_REQUEST' });
  });
});

describe('an error', () => {
  it('that the app throws is recorded and not retried', async () => {
    forge = await createTestForge();
    await forge.send({ ask: 'throw' });
    await forge.clock.advance(HOUR_MS);
    expect(forge.runtime.invocations.list()).toHaveLength(1);
    expect(forge.runtime.invocations.list()[0]).toMatchObject({
      outcome: 'threw',
      message: expect.stringContaining('thrown on purpose') as unknown,
    });
    expect(delivery()).toMatchObject({ status: 'failed' });
  });

  it('of the platform is retried by the host, without the data of the app', async () => {
    forge = await createTestForge({ realTimeoutMs: 3000 });
    await forge.send({
      script: [
        { retry: { retryAfter: 5, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { mine: 1 } } },
        'hang',
      ],
    });
    await forge.clock.advance(HOUR_MS);
    expect(contexts()).toEqual([
      null,
      { retryCount: 1, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { mine: 1 } },
      { retryCount: 2, retryReason: 'FUNCTION_TIME_OUT' },
    ]);
    expect(delivery()).toMatchObject({ status: 'delivered', attempts: 3 });
  });

  it('of the platform ends after four retries too', async () => {
    forge = await createTestForge({ realTimeoutMs: 100 });
    await forge.send({ ask: 'hang' });
    await forge.clock.advance(HOUR_MS);
    expect(forge.runtime.invocations.list().map(({ outcome }) => outcome)).toEqual(
      Array(5).fill('timed-out'),
    );
    expect(delivery()).toMatchObject({ status: 'gave-up' });
  });
});

describe('an event', () => {
  it('of more than 200 kB is not delivered', async () => {
    forge = await createTestForge();
    await forge.send({ text: 'x'.repeat(200_001) });
    expect(forge.runtime.invocations.list()).toEqual([]);
    expect(delivery()).toMatchObject({ status: 'too-large' });
  });

  it('that no trigger names is seen and not delivered', async () => {
    forge = await createTestForge();
    await forge.send({ eventType: 'avi:confluence:deleted:page' });
    expect(forge.delivery.events.list()[0]).toMatchObject({
      type: 'avi:confluence:deleted:page',
      deliveries: [],
    });
  });

  it('is delivered to every trigger that names it and whose filter lets it pass', async () => {
    const trigger = (key: string, filter?: object): object => ({
      key,
      function: 'on-event',
      events: ['avi:confluence:created:page'],
      ...(filter === undefined ? {} : { filter }),
    });
    const { probeManifest } = await import('../local-forge-harness');
    forge = await createTestForge({
      manifest: probeManifest({
        modules: {
          trigger: [
            trigger('all'),
            trigger('some', { expression: 'event.no' }),
            trigger('more', { expression: 'event.yes' }),
          ] as never,
        },
      }),
      decide: ({ expression }) =>
        expression === 'event.yes' ? { deliver: true } : { deliver: false, log: 'Filtered out.' },
    });
    await forge.send();
    expect(forge.delivery.events.list()[0]?.deliveries).toMatchObject([
      { trigger: 'all', status: 'delivered' },
      { trigger: 'some', status: 'filtered', attempts: 0, log: 'Filtered out.' },
      { trigger: 'more', status: 'delivered' },
    ]);
    expect(forge.reports()).toHaveLength(2);
  });
});

describe('delivery, when asked to,', () => {
  it('is late', async () => {
    forge = await createTestForge();
    forge.delivery.setOptions({ delayMs: 180_000 });
    await forge.send();
    expect(forge.reports()).toEqual([]);
    await forge.clock.advance(180_000);
    expect(calledAt()).toEqual([180]);
  });

  it('happens more than once, with the same payload', async () => {
    forge = await createTestForge();
    forge.delivery.setOptions({ duplicates: 2, duplicateGapMs: 60_000 });
    await forge.send({ content: { id: '1' } });
    await forge.clock.advance(HOUR_MS);
    expect(calledAt()).toEqual([0, 60, 120]);
    expect(contexts()).toEqual([null, null, null]);
    expect(forge.delivery.events.list()[0]?.deliveries).toHaveLength(3);
  });

  it('lets events overtake each other, the same way for the same seed', async () => {
    const order = async (seed: number): Promise<unknown[]> => {
      forge = await createTestForge();
      forge.delivery.setOptions({ reorder: { windowMs: 100_000, seed } });
      const ids: string[] = [];
      for (let n = 0; n < 8; n += 1) ids.push(await forge.send({ n }));
      await forge.clock.advance(100_000);
      const called = [...forge.runtime.invocations.list()]
        .reverse()
        .map(({ eventId }) => ids.indexOf(eventId ?? ''));
      return called;
    };
    const first = await order(1);
    await forge.close();
    expect([...first].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(first).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const again = await order(1);
    await forge.close();
    expect(again).toEqual(first);
    expect(await order(2)).not.toEqual(first);
  });
});
