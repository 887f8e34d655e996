// The matcher never changes a match, an order or an error against judging every rule with json-logic-js.
import { expect, it } from 'vitest';
import { prove } from './prove';

const PAIRS = 2_000_000;

it('matches what json-logic-js matches, over two million random pairs of a rule and an event', () => {
  const proof = prove(20_261_121, PAIRS);
  expect(proof.differences).toEqual([]);
  expect(proof.pairs).toBeGreaterThanOrEqual(PAIRS);
  // The pairs are worth something only when rules match and fail, and often do neither.
  expect(proof.matches).toBeGreaterThan(PAIRS / 100);
  expect(proof.errors).toBeGreaterThan(PAIRS / 10_000);
}, 300_000);
