// Executes the tests inside a rule set. A test asks what a rule says, not whether it is turned on: every rule is
// judged as if it were live.

import { samplePayloadOf } from '../events/find-event';
import { judgePayload } from '../runs/judge-payload';
import { isJsonObject } from '../json';
import type { JsonObject, JsonValue } from '../json';
import type { JudgedRule } from '../runs/judge-payload';
import type { RuleSet, RuleTest } from './rule';

export interface RuleTestResult {
  readonly name: string;
  readonly ok: boolean;
  /** What differs from what was expected, in words. */
  readonly problem?: string;
}

/** The results in the order of the tests. `nowMs` is what conditions and templates take for the present. */
export function runRuleTests(ruleSet: RuleSet, nowMs: number): readonly RuleTestResult[] {
  const live = ruleSet.rules.map((rule) => ({ ...rule, state: 'live' as const }));
  return (ruleSet.tests ?? []).map((test) => {
    const payload = payloadOf(test);
    const problem =
      payload === undefined
        ? `there is no sample event "${'sample' in test.event ? test.event.sample : ''}"`
        : firstDifference(test, judgePayload(live, payload, nowMs));
    return problem === undefined ? { name: test.name, ok: true } : { name: test.name, ok: false, problem };
  });
}

function payloadOf({ event }: RuleTest): JsonObject | undefined {
  if ('payload' in event) return event.payload;
  const sample = samplePayloadOf(event.sample);
  if (sample === undefined) return undefined;
  return Object.entries(event.with ?? {}).reduce(
    (payload, [path, value]) => withValueAt(payload, path.split('.'), value as JsonValue),
    sample,
  );
}

/** A copy of `object` with `value` at `path`; objects on the way are made where there are none. */
function withValueAt(object: JsonObject, path: readonly string[], value: JsonValue): JsonObject {
  const [key = '', ...rest] = path;
  if (rest.length === 0) return { ...object, [key]: value };
  const inner = Object.hasOwn(object, key) ? object[key] : undefined;
  return { ...object, [key]: withValueAt(isJsonObject(inner) ? inner : {}, rest, value) };
}

function firstDifference(test: RuleTest, judged: readonly JudgedRule[]): string | undefined {
  for (const expected of test.expect) {
    const found = judged.find(({ rule }) => rule === expected.rule);
    if (found === undefined) return `there is no rule "${expected.rule}"`;
    if (found.verdict !== expected.verdict) {
      return `rule "${expected.rule}": expected ${expected.verdict}, got ${found.verdict} (${found.why})`;
    }
    const acting = found.actions.filter(({ acts }) => acts).map(({ id }) => id);
    if (expected.actions !== undefined && expected.actions.join() !== acting.join()) {
      return `rule "${expected.rule}": expected the actions ${list(expected.actions)}, got ${list(acting)}`;
    }
  }
  return undefined;
}

function list(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.join(', ');
}
