import { afterEach, describe, expect, it } from 'vitest';
import { START_MS, createTestForge, probeManifest } from '../local-forge-harness';
import type { JsonObject } from '../../../src/core/json';
import type { TestForge } from '../local-forge-harness';

let forge: TestForge;
afterEach(() => forge.close());

const HOUR_MS = 3_600_000;
const push = (...messages: JsonObject[]): Promise<string> => forge.send({ ask: 'push', messages });

interface ConsumedMessage {
  readonly now: number;
  readonly held: number;
  readonly message: {
    readonly body: JsonObject;
    readonly eventId: string;
    readonly retryContext?: JsonObject;
  };
}
const consumed = (): ConsumedMessage[] =>
  forge.reports().filter((report) => 'message' in report && typeof report['message'] === 'object') as never;
const consumedAt = (): number[] => consumed().map(({ now }) => (now - START_MS) / 1000);
/** What the push answered, in the words of the SDK. */
const pushed = (): unknown => forge.reports().find((report) => 'jobId' in report || 'name' in report);

describe('the queue', () => {
  it('brings a message to its consumer, with its ids and its queue', async () => {
    forge = await createTestForge();
    await push({ body: { name: 'one' } });
    expect(consumed()).toHaveLength(1);
    expect(consumed()[0]?.message).toEqual({
      queueName: 'work',
      jobId: (pushed() as { jobId: string }).jobId,
      eventId: expect.any(String) as unknown,
      body: { name: 'one' },
    });
  });

  it('holds a message back for delayInSeconds', async () => {
    forge = await createTestForge();
    await push({ body: { name: 'late' }, delayInSeconds: 900 }, { body: { name: 'now' } });
    expect(consumed().map(({ message }) => message.body['name'])).toEqual(['now']);
    await forge.clock.advance(900_000);
    expect(consumedAt()).toEqual([0, 900]);
  });

  it('retries by request with the data, and tells what is left of the retention window', async () => {
    forge = await createTestForge();
    await push({
      body: {
        script: [
          { retry: { retryAfter: 60, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { page: 2 } } },
        ],
      },
    });
    await forge.clock.advance(HOUR_MS);
    expect(consumedAt()).toEqual([0, 60]);
    expect(consumed()[1]?.message.retryContext).toEqual({
      retryCount: 1,
      retryReason: 'FUNCTION_RETRY_REQUEST',
      retryData: { page: 2 },
      retentionWindow: {
        startTime: new Date(START_MS).toISOString(),
        remainingTimeMs: 24 * HOUR_MS - 60_000,
      },
    });
  });

  it('retries far more than four times, until the retention window of 24 hours is over', async () => {
    forge = await createTestForge();
    await push({ body: { script: Array(200).fill({ retry: { retryAfter: 900 } }) } });
    await forge.clock.advance(48 * HOUR_MS);
    expect(consumed()).toHaveLength(96);
    expect(consumedAt().at(-1)).toBe(24 * 3600 - 900);
    expect(forge.delivery.pending()).toEqual([]);
  });

  it('retries by itself, ever more slowly, what the consumer threw', async () => {
    forge = await createTestForge();
    await push({ body: { script: Array(12).fill('throw') } });
    await forge.clock.advance(HOUR_MS);
    expect(consumedAt().slice(0, 12)).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 1023, 1923]);
    expect(consumed()).toHaveLength(13);
    expect(consumed()[1]?.message.retryContext).not.toHaveProperty('retryData');
  });

  it('runs no more messages of one concurrency key at a time than its limit', async () => {
    forge = await createTestForge();
    const concurrency = { key: 'site', limit: 2 };
    await push(
      ...Array.from({ length: 6 }, (_, n) => ({ body: { name: String(n), holdMs: 30 }, concurrency })),
    );
    expect(consumed()).toHaveLength(6);
    expect(Math.max(...consumed().map(({ held }) => held))).toBe(2);
  });

  it('takes up to 50 messages at once and 500 in a minute', async () => {
    forge = await createTestForge();
    for (let n = 0; n < 10; n += 1) {
      await push(...Array.from({ length: 50 }, () => ({ body: {} })));
    }
    expect(forge.runtime.invocations.total()).toBe(510);
    await push({ body: {} });
    expect(forge.reports().at(-1)).toMatchObject({ name: 'RateLimitError' });
    await forge.clock.advance(60_000);
    await push({ body: {} });
    expect(forge.runtime.invocations.total()).toBe(513);
  });

  it('refuses what its consumer cannot take, message by message', async () => {
    forge = await createTestForge({
      manifest: probeManifest({
        modules: {
          function: [
            { key: 'on-event', handler: 'index.onEvent' },
            { key: 'on-message', handler: 'index.onMessage', timeoutSeconds: 300 },
          ],
        },
      }),
    });
    await push({ body: { text: 'x'.repeat(110_000) } }, { body: { name: 'small' } });
    expect(pushed()).toMatchObject({ name: 'PartialSuccessError', message: 'Failed to process 1 event(s).' });
    expect(consumed().map(({ message }) => message.body['name'])).toEqual(['small']);
  });

  it('stops a chain that pushes for ever after a thousand pushes', async () => {
    forge = await createTestForge();
    await push({ body: { script: Array(12).fill('push again') } });
    // The rate limit of 500 a minute is met first; the thrown error is retried after it has passed.
    await forge.clock.advance(HOUR_MS / 4);
    const messages = new Set(consumed().map(({ message }) => message.eventId));
    expect(messages.size).toBeLessThan(1001);
    expect(forge.runtime.invocations.total()).toBeGreaterThan(1001);
    expect(forge.runtime.invocations.list()[0]).toMatchObject({
      outcome: 'threw',
      message: expect.stringMatching(/limit/i) as unknown,
    });
  });

  it('counts the messages of each push, and cancels those that have not begun', async () => {
    forge = await createTestForge();
    await push({ body: { name: 'now' } }, { body: {}, delayInSeconds: 60 }, { body: {}, delayInSeconds: 90 });
    const { jobId } = pushed() as { jobId: string };
    await forge.send({ ask: 'stats', jobId });
    expect(forge.reports().at(-1)).toEqual({ success: 1, inProgress: 2, failed: 0 });
    await forge.clock.advance(60_000);
    await forge.send({ ask: 'cancel', jobId });
    expect(forge.reports().at(-1)).toEqual({ success: 2, inProgress: 0, failed: 1 });
    expect(forge.delivery.pending()).toEqual([]);
    await forge.send({ ask: 'stats', jobId: 'unknown' });
    expect(forge.reports().at(-1)).toMatchObject({ name: 'JobDoesNotExistError' });
  });

  it('refuses a push to a queue that has no consumer', async () => {
    forge = await createTestForge({ manifest: probeManifest({ modules: { consumer: [] } }) });
    await push({ body: {} });
    expect(pushed()).toMatchObject({
      name: 'InternalServerError',
      message: expect.stringContaining('404') as unknown,
    });
  });
});
