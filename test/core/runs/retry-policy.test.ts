// When a failed attempt is tried again: the server's wish first, then growing delays, then the end.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RETRY_POLICY, nextAttempt } from '../../../src/core/runs/retry-policy';
import type { Failure } from '../../../src/core/failure';

const failure = (changes: Partial<Failure> = {}): Failure => ({
  kind: 'server-error',
  message: 'Failed to act: 503.',
  retryable: true,
  ...changes,
});

describe('nextAttempt', () => {
  it('honours Retry-After over the policy, without jitter', () => {
    for (const random of [0, 0.5, 0.999]) {
      expect(nextAttempt(DEFAULT_RETRY_POLICY, 1, failure({ retryAfterSeconds: 7 }), random)).toEqual({
        kind: 'retry',
        afterSeconds: 7,
      });
    }
  });

  it('waits longer each time, up to the longest delay', () => {
    const delays = [1, 2, 3, 4].map((attempt) =>
      nextAttempt({ ...DEFAULT_RETRY_POLICY, maxDelaySeconds: 100 }, attempt, failure(), 1),
    );
    expect(delays).toEqual([10, 30, 90, 100].map((afterSeconds) => ({ kind: 'retry', afterSeconds })));
  });

  it('gives up at once on what time cannot cure', () => {
    expect(nextAttempt(DEFAULT_RETRY_POLICY, 1, failure({ retryable: false }), 0)).toEqual({
      kind: 'give-up',
      reason: 'Failed to act: 503.',
    });
  });

  it('gives up after the attempts of the policy, Retry-After or not', () => {
    expect(nextAttempt(DEFAULT_RETRY_POLICY, 5, failure({ retryAfterSeconds: 1 }), 0)).toEqual({
      kind: 'give-up',
      reason: 'Gave up after 5 attempts. Failed to act: 503.',
    });
  });

  it('waits at least a second and at most the longest delay, whatever the policy and the chance', () => {
    fc.assert(
      fc.property(
        fc.record({
          attempts: fc.integer({ min: 1, max: 30 }),
          firstDelaySeconds: fc.integer({ min: 1, max: 3600 }),
          factor: fc.integer({ min: 1, max: 10 }),
          maxDelaySeconds: fc.integer({ min: 1, max: 86_400 }),
        }),
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (policy, attempt, random) => {
          const decision = nextAttempt(policy, attempt, failure(), random);
          if (decision.kind === 'give-up') return attempt >= policy.attempts;
          return (
            decision.afterSeconds >= 1 &&
            decision.afterSeconds <= policy.maxDelaySeconds &&
            attempt < policy.attempts
          );
        },
      ),
      { seed: 1, numRuns: 2000 },
    );
  });
});
