// The panel that changes how events are delivered: what it asks the host for, and how it says it.

import { describe, expect, it } from 'vitest';
import { deliveryOf, describeDelivery } from '../../static/host/pages/delivery-form';

describe('deliveryOf', () => {
  it('leaves out what is off', () => {
    expect(deliveryOf({ delay: '', duplicates: '0', gap: 'x', window: '-1' })).toEqual({});
  });

  it('turns seconds into milliseconds', () => {
    expect(deliveryOf({ delay: '1.5', duplicates: '2', gap: '3', window: '4' })).toEqual({
      delayMs: 1500,
      duplicates: 2,
      duplicateGapMs: 3000,
      reorder: { windowMs: 4000, seed: 1 },
    });
  });
});

it('describes a delivery in words', () => {
  expect(describeDelivery({})).toBe('at once and once each');
  expect(describeDelivery({ delayMs: 2000, duplicates: 1, reorder: { windowMs: 1, seed: 1 } })).toBe(
    '2 s late, 2 times each, out of order',
  );
});
