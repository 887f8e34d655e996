import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileCondition } from '../../../src/core/conditions/compile-condition';
import { CONTEXT, evaluateByReference, outcomeOf, registerOwnOperators } from './reference';

const SUITE = join(
  process.env['RULEWRIGHT_SHARED'] ?? join(import.meta.dirname, '../../../../shared'),
  'jsonlogic/tests.json',
);
const present = existsSync(SUITE);

describe('the official JSON Logic suite', () => {
  if (!present)
    it.skip(`needs the suite's file: set RULEWRIGHT_SHARED to the folder with jsonlogic/tests.json`);

  it.runIf(present)('yields the expected value in every case, as json-logic-js does', () => {
    registerOwnOperators();
    const entries = JSON.parse(readFileSync(SUITE, 'utf8')) as (string | [unknown, unknown, unknown])[];
    const cases = entries.filter((entry) => typeof entry !== 'string');
    expect(cases.length).toBeGreaterThanOrEqual(278);
    for (const [logic, data, expected] of cases) {
      const ours = outcomeOf(() => compileCondition(logic).value(data, CONTEXT));
      expect(ours, JSON.stringify([logic, data])).toStrictEqual({ kind: 'value', value: expected });
      expect(ours).toStrictEqual(evaluateByReference(logic, data));
    }
  });
});
