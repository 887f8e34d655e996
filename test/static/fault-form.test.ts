// The fault that a filled form asks the host for.

import { expect, it } from 'vitest';
import { faultOf } from '../../static/host/pages/fault-form';

const FORM = { effect: 'too-many', method: 'POST', path: 'comments', times: '2', seconds: '7' } as const;

it('asks for a 429 with Retry-After', () => {
  expect(faultOf(FORM)).toEqual({
    service: 'confluence',
    method: 'POST',
    path: 'comments',
    times: 2,
    do: { kind: 'status', status: 429, retryAfterSeconds: 7 },
  });
});

it('leaves out what was left empty, and counts at least once', () => {
  expect(faultOf({ ...FORM, effect: 'lost-after', method: '', path: '', times: 'x' })).toEqual({
    service: 'confluence',
    times: 1,
    do: { kind: 'lost', when: 'after' },
  });
});

it('gives slowness in milliseconds', () => {
  expect(faultOf({ ...FORM, effect: 'slow', seconds: '1.5' })).toMatchObject({
    do: { kind: 'slow', ms: 1500 },
  });
});
