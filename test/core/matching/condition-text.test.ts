// The text form of conditions: nothing is lost in it, it decides as the condition does, and reads no more than it must.
import { describe, expect, it } from 'vitest';
import { truthy } from '../../../src/core/conditions/truthy';
import { decideText, fromConditionText, toConditionText } from '../../../src/core/matching/condition-text';
import { evaluateOnce } from '../../../src/core/matching/evaluate-once';
import { fromField } from '../../../src/core/matching/shard-text';
import { generateEvent } from './generate-events';
import { generateRule, WHEN } from './generate-rules';
import { createRandom } from '../conditions/random';
import type { Outcome } from '../../../src/core/matching/condition-text';

const CONTEXT = { nowMs: Date.UTC(2026, 0, 1) };

function outcomeOf(logic: unknown, data: unknown): Outcome {
  try {
    return truthy(evaluateOnce(logic, data, CONTEXT));
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

describe('text of a condition', () => {
  it('decides as the condition does, errors included, and reads back as logic that means the same', () => {
    const random = createRandom(11);
    for (let at = 0; at < 20_000; at++) {
      const condition = generateRule(random, at, WHEN).rule.if ?? true;
      const { facts } = generateEvent(random);
      const text = toConditionText(condition);
      const wanted = outcomeOf(condition, facts);
      expect(decideText(text, (clause) => outcomeOf(fromField(clause), facts))).toBe(wanted);
      expect(outcomeOf(fromConditionText(text), facts)).toBe(wanted);
      expect(toConditionText(fromConditionText(text))).toBe(text);
    }
  });

  it('keeps every character of a clause, its own signs included', () => {
    const odd = { '==': ['&|!~\u007e\u007f\u0080\u0087\u0088"\\\u0000é😀', '|{'] };
    const condition = { and: [{ or: [odd, { '!': [odd] }] }, odd, '&', ['|'], null] };
    expect(fromConditionText(toConditionText(condition))).toEqual(condition);
  });

  it('reads groups of any depth, and those without arguments', () => {
    let deep: unknown = { var: 'x' };
    for (let depth = 0; depth < 30; depth++) deep = { [depth % 2 === 0 ? 'and' : 'or']: [deep, depth] };
    expect(fromConditionText(toConditionText(deep))).toEqual(deep);
    for (const each of [{ and: [] }, { or: [] }, { '!': [] }, { '!': [0, { nope: 1 }] }]) {
      expect(fromConditionText(toConditionText(each))).toEqual(each);
    }
  });

  it('asks clauses in their order, and none after the one that decides', () => {
    const text = toConditionText({ or: [{ and: ['a', 'b'] }, { '!': ['c'] }, 'd'] });
    const asked: unknown[] = [];
    const outcome = decideText(text, (clause) => {
      asked.push(fromField(clause));
      return asked.length > 1 ? 'broken' : false;
    });
    expect(outcome).toBe('broken');
    expect(asked).toEqual(['a', 'c']);
  });
});
