import { expect, it } from 'vitest';
import { redactedPath, redactedUrl } from '../../../src/core/http/exchange';
import { addAttempt } from '../../../src/core/runs/add-attempt';
import type { Attempt } from '../../../src/core/runs/run';

function anAttempt(index: number): Attempt {
  return {
    at: new Date(Date.UTC(2026, 0, 5) + index * 60_000).toISOString(),
    outcome: 'retry',
    failure: { kind: 'server-error', message: 'x'.repeat(500), retryable: true, status: 503 },
    requests: [{ method: 'POST', path: `/wiki/${'y'.repeat(100)}`, status: 503 }],
  };
}

it('keeps every attempt with its time and outcome, the first and the last ones whole', () => {
  const attempts = Array.from({ length: 30 }, (_, index) => anAttempt(index)).reduce<readonly Attempt[]>(
    addAttempt,
    [],
  );
  expect(attempts.map(({ at }) => at)).toEqual(attempts.map((_, index) => anAttempt(index).at));
  const whole = attempts.flatMap((attempt, index) => (attempt.requests === undefined ? [] : [index]));
  expect(whole).toEqual([0, 27, 28, 29]);
  expect(attempts[27]).toEqual(anAttempt(27));
  expect(attempts[5]?.failure).toMatchObject({ kind: 'server-error', status: 503 });
  expect(JSON.stringify(attempts).length).toBeLessThan(10_000);
});

it('shows of a request no value of a parameter, and of an address outside no path', () => {
  expect(redactedPath('/wiki/rest/api/search?cql=title%3D%22Secret%22&limit=5')).toBe(
    '/wiki/rest/api/search?cql=…&limit=…',
  );
  expect(redactedPath('/wiki/api/v2/pages/12')).toBe('/wiki/api/v2/pages/12');
  expect(redactedPath(`/${'a'.repeat(200)}`)).toHaveLength(120);
  expect(redactedUrl('https://hooks.example.com/T0/secret')).toBe('https://hooks.example.com/…');
});
