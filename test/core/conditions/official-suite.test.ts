// The suite that jsonlogic.com publishes for implementations (test/fixtures/json-logic-suite.json, unchanged; MIT).

import { expect, it } from 'vitest';
import { compileCondition } from '../../../src/core/conditions/compile-condition';
import suite from '../../fixtures/json-logic-suite.json';
import { CONTEXT, evaluateByReference, outcomeOf, registerOwnOperators } from './reference';

it('yields the expected value in every case of the official suite, as json-logic-js does', () => {
  registerOwnOperators();
  const entries = suite as unknown as (string | [unknown, unknown, unknown])[];
  const cases = entries.filter((entry) => typeof entry !== 'string');
  expect(cases).toHaveLength(280);
  for (const [logic, data, expected] of cases) {
    const ours = outcomeOf(() => compileCondition(logic).value(data, CONTEXT));
    expect(ours, JSON.stringify([logic, data])).toStrictEqual({ kind: 'value', value: expected });
    expect(ours).toStrictEqual(evaluateByReference(logic, data));
  }
});
