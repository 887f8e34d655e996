import { expect, test } from 'vitest';
import { decideDelivery } from '../../../src/local/filters/decide-delivery';

const LOG = 'Failed to evaluate the filter expression at "event.a": Unrecognised property `a` of Map.';

test('true delivers, false does not, and neither logs', () => {
  expect(decideDelivery({ expression: 'event.a == 1' }, { a: 1 })).toEqual({ deliver: true });
  expect(decideDelivery({ expression: 'event.a == 1', onError: 'RECEIVE' }, { a: 2 })).toEqual({
    deliver: false,
  });
});

test('no expression lets everything pass', () => {
  expect(decideDelivery({ onError: 'IGNORE' }, {})).toEqual({ deliver: true });
});

test('an error drops the event and logs, unless onError says otherwise', () => {
  const expression = 'event.a == 1';
  expect(decideDelivery({ expression }, {})).toEqual({ deliver: false, log: LOG });
  expect(decideDelivery({ expression, onError: 'IGNORE_AND_LOG' }, {})).toEqual({ deliver: false, log: LOG });
  expect(decideDelivery({ expression, onError: 'IGNORE' }, {})).toEqual({ deliver: false });
  expect(decideDelivery({ expression, onError: 'RECEIVE' }, {})).toEqual({ deliver: true });
  expect(decideDelivery({ expression, onError: 'RECEIVE_AND_LOG' }, {})).toEqual({ deliver: true, log: LOG });
});

test('a value that is no Boolean is an error', () => {
  expect(decideDelivery({ expression: '1' }, {})).toEqual({
    deliver: false,
    log: 'Failed to evaluate the filter expression: The expression evaluated to Number, not to a Boolean.',
  });
});

test('a limit is an error like any other', () => {
  expect(decideDelivery({ expression: ' '.repeat(10_001), onError: 'RECEIVE' }, {})).toEqual({
    deliver: true,
  });
});
