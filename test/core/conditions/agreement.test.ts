import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { countAgreement } from './agreement';
import { registerOwnOperators } from './reference';

const SEED = 20_240_601;
/** A longer run: `RULEWRIGHT_AGREEMENT_PAIRS=10000000 npx vitest run test/core/conditions/agreement`. */
const PAIRS = Number(process.env['RULEWRIGHT_AGREEMENT_PAIRS'] ?? 1_000_000);

beforeEach(() => {
  registerOwnOperators();
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

it(
  'agrees with json-logic-js in value, error and order of reads on a million generated pairs',
  { timeout: 1_800_000 },
  () => {
    const count = countAgreement(SEED, PAIRS);
    expect(count.differences).toEqual([]);
    expect(count.pairs).toBe(PAIRS);
    // The generator must keep meeting errors and deep reads, or the agreement would say little.
    expect(count.errors).toBeGreaterThan(PAIRS / 50);
    expect(count.ordered).toBeGreaterThan(PAIRS / 40);
  },
);
