import { afterEach, describe, expect, it } from 'vitest';
import { START_MS, createTestForge } from '../local-forge-harness';
import type { TestForge } from '../local-forge-harness';

let forge: TestForge;
afterEach(() => forge.close());

const seconds = (ms: unknown): number => (Number(ms) - START_MS) / 1000;

describe('retries that the app asks for', () => {
  it('come after retryAfter with the reason and the data', async () => {
    forge = await createTestForge();
    const retryData = { at: 'step 2', done: [1] };
    await forge.send({
      script: [{ retry: { retryAfter: 7, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED', retryData } }],
    });
    expect(forge.reports()).toEqual([{ now: START_MS, retryContext: null }]);
    await forge.clock.advance(6_999);
    expect(forge.reports()).toHaveLength(1);
    await forge.clock.advance(1);
    expect(forge.reports()[1]).toEqual({
      now: START_MS + 7000,
      retryContext: { retryCount: 1, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED', retryData },
    });
    expect(forge.delivery.pending()).toEqual([]);
    expect(forge.delivery.events.list()[0]?.deliveries[0]).toMatchObject({
      status: 'delivered',
      attempts: 2,
    });
  });
});
