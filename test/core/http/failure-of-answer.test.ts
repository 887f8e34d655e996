// The table from HTTP answers to failures, and what is read of Retry-After and of the headers of the quota.

import { describe, expect, it } from 'vitest';
import { failureOfAnswer, failureOfNoAnswer } from '../../../src/core/http/failure-of-answer';
import { quotaReport } from '../../../src/core/http/rate-limit-headers';
import { parseRetryAfter } from '../../../src/core/http/retry-after';

const NOW = Date.parse('2026-03-02T10:00:00Z');

const failure = (status: number, headers: Record<string, string> = {}, text = '') =>
  failureOfAnswer(
    { status, headers: new Headers(headers), text },
    { purpose: 'add labels to page 12', who: 'the app' },
    NOW,
  );

describe('failureOfAnswer', () => {
  it.each([
    [400, 'bad-request', false],
    [401, 'forbidden', false],
    [403, 'forbidden', false],
    [404, 'not-found', false],
    [408, 'network', true],
    [409, 'conflict', true],
    [410, 'not-found', false],
    [413, 'bad-request', false],
    [425, 'network', true],
    [429, 'rate-limited', true],
    [500, 'server-error', true],
    [503, 'server-error', true],
    [504, 'server-error', true],
  ])('takes %i for %s', (status, kind, retryable) => {
    expect(failure(status)).toMatchObject({ kind, retryable, status });
  });

  it('says what was asked by whom, what was answered and what comes of it', () => {
    expect(failure(403, {}, '{"message":\n "No"}').message).toBe(
      'Failed to add labels to page 12: Confluence answered 403 to the app: {"message": "No"}. Check the permissions and restrictions.',
    );
    expect(failureOfNoAnswer('ECONNRESET', { purpose: 'post' })).toEqual({
      kind: 'network',
      message: 'Failed to post: no answer arrived (ECONNRESET). It is tried again later.',
      retryable: true,
    });
  });

  it('asks a person who waits to try again, as nothing else does', () => {
    const asked = { purpose: 'find pages', awaited: true };
    expect(failureOfAnswer({ status: 503, headers: new Headers(), text: '' }, asked, NOW).message).toBe(
      'Failed to find pages: Confluence answered 503. Try again in a moment.',
    );
    expect(failureOfNoAnswer('ECONNRESET', asked).message).toMatch(
      /\(ECONNRESET\)\. Try again in a moment\.$/,
    );
  });

  it('quotes no more than the beginning of a long answer', () => {
    expect(failure(500, {}, 'x'.repeat(10_000)).message.length).toBeLessThan(500);
  });
});

describe('Retry-After', () => {
  it.each([
    ['7', 7],
    [' 7 ', 7],
    ['0', 0],
    ['Mon, 02 Mar 2026 10:01:30 GMT', 90],
    ['Mon, 02 Mar 2026 09:00:00 GMT', 0],
    ['99999999999', 86_400],
    ['Mon, 02 Mar 2099 09:00:00 GMT', 86_400],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['', undefined],
    ['Mon, 99 Mar 2026 10:01:30 GMT', undefined],
    ['2026', 2026],
    ['1e3', undefined],
  ])('reads %j as %j', (header, seconds) => {
    expect(parseRetryAfter(header, NOW)).toBe(seconds);
  });

  it('is kept with any refusal that carries it', () => {
    expect(failure(503, { 'retry-after': '30' }).retryAfterSeconds).toBe(30);
    expect(failure(503, { 'retry-after': 'later' })).not.toHaveProperty('retryAfterSeconds');
  });

  it('is made up for by the reset of the quota, where a 429 lacks it and the quota is enforced', () => {
    expect(failure(429, { 'X-RateLimit-Reset': '2026-03-02T10:10Z' }).retryAfterSeconds).toBe(600);
    expect(failure(429, { RateLimit: '"global-app-quota";r=0;t=1200' }).retryAfterSeconds).toBe(1200);
    expect(failure(429, { 'X-RateLimit-Reset': 'noon' })).not.toHaveProperty('retryAfterSeconds');
    expect(failure(429, { 'Beta-X-RateLimit-Reset': '2026-03-02T11:00:00Z' })).not.toHaveProperty(
      'retryAfterSeconds',
    );
    expect(failure(503, { 'X-RateLimit-Reset': '2026-03-02T10:10Z' })).not.toHaveProperty(
      'retryAfterSeconds',
    );
  });
});

describe('quotaReport', () => {
  const report = (headers: Record<string, string>) => quotaReport(new Headers(headers), NOW);

  it('reads the headers with names of their own', () => {
    expect(
      report({
        'X-RateLimit-Limit': '65000',
        'X-RateLimit-Remaining': '64000',
        'X-RateLimit-Reset': '2026-03-02T11:00:00Z',
        'X-RateLimit-NearLimit': 'false',
      }),
    ).toEqual({
      nearLimit: false,
      limit: 65_000,
      remaining: 64_000,
      resetAtMs: NOW + 3_600_000,
      enforced: true,
      heardAtMs: NOW,
    });
  });

  it('reads the structured header, which names what is left near the limit only', () => {
    expect(report({ RateLimit: '"global-app-quota";t=1800' })).toEqual({
      nearLimit: false,
      resetAtMs: NOW + 1_800_000,
      enforced: true,
      heardAtMs: NOW,
    });
    expect(
      report({ 'RateLimit-Policy': '"global-app-quota";q=65000;w=3600', RateLimit: ';t=1' }),
    ).toMatchObject({ limit: 65_000 });
    expect(report({ RateLimit: '"global-app-quota";r=900;t=1800' })).toMatchObject({
      nearLimit: true,
      remaining: 900,
    });
  });

  it('reads announced quotas, and prefers the enforced one', () => {
    expect(report({ 'Beta-X-RateLimit-NearLimit': 'true' })).toMatchObject({
      nearLimit: true,
      enforced: false,
    });
    expect(report({ 'Beta-X-RateLimit-NearLimit': 'true', 'X-RateLimit-NearLimit': 'false' })).toMatchObject({
      nearLimit: false,
      enforced: true,
    });
  });

  it('makes nothing of nonsense', () => {
    expect(report({})).toBeUndefined();
    expect(
      report({ 'X-RateLimit-Remaining': 'many', RateLimit: 'r', 'X-RateLimit-Reset': '1' }),
    ).toBeUndefined();
  });
});
