import { describe, expect, it } from 'vitest';
import { parseRule, parseRuleSet } from '../../../src/core/rules/parse-rule-set';
import type { Problem } from '../../../src/core/result';

const RULE = {
  id: 'label-notes',
  name: 'Label notes',
  when: ['avi:confluence:created:page'],
  then: [{ id: 'label', action: 'label.add', with: { labels: ['notes'] } }],
};

function setOf(...rules: readonly unknown[]): unknown {
  return { format: 'rulewright', version: 1, rules };
}

function problemsOf(input: unknown): readonly Problem[] {
  const parsed = parseRuleSet(input);
  return parsed.ok ? [] : parsed.error;
}

function lines(input: unknown): readonly string[] {
  return problemsOf(input).map(({ path, message }) => `${path}: ${message}`);
}

describe('parseRuleSet', () => {
  it('completes a rule with the defaults of the schema', () => {
    const parsed = parseRuleSet(JSON.stringify(setOf(RULE)));
    expect(parsed.ok && parsed.value.rules[0]).toMatchObject({
      state: 'off',
      priority: 100,
      then: [{ as: 'app' }],
    });
  });

  it('reports every problem with its path', () => {
    const broken = {
      ...RULE,
      id: 'Label Notes',
      state: 'life',
      evnts: [],
      then: [
        RULE.then[0],
        { id: 'label', action: 'label.ad', with: {} },
        { id: 'x', action: 'label.add', with: { labels: 'a' } },
      ],
    };
    expect(lines(setOf(broken))).toEqual([
      'rules[0].id: expected lower-case letters, digits and hyphens, starting with a letter or digit, got "Label Notes"',
      'rules[0].state: expected "live", "shadow" or "off", got "life"; did you mean "live"?',
      'rules[0].evnts: "evnts" is not a key of this object',
      'rules[0].then[1].action: there is no action of the kind "label.ad"; did you mean "label.add"?',
      'rules[0].then[2].with.labels: expected a list, got "a"',
      'rules[0].then[1].id: the id "label" is used already, at rules[0].then[0]; every id is used once',
    ]);
  });

  it('suggests the key that is missing, also from words of other systems', () => {
    const { when, ...rest } = RULE;
    expect(problemsOf(setOf({ ...rest, evnts: when })).map(({ suggestion }) => suggestion)).toEqual([
      undefined,
      'when',
    ]);
  });

  it('says where JSON text is wrong', () => {
    expect(lines('{\n  "format": "rulewright",\n  "version": 1\n  "rules": []\n}')).toEqual([
      ': line 4, column 3: expected a comma or `}`, got `"`',
    ]);
  });

  it('refuses names of prototypes', () => {
    expect(lines('{"format":"rulewright","version":1,"rules":[],"__proto__":{}}')).toEqual([
      '__proto__: the name "__proto__" is not allowed: it belongs to JavaScript\'s own objects',
    ]);
  });
});

describe('parseRule', () => {
  it('gives paths relative to the rule', () => {
    const parsed = parseRule({ ...RULE, then: [] });
    expect(parsed).toEqual({
      ok: false,
      error: [{ path: 'then', level: 'error', message: 'expected at least 1 item, got 0' }],
    });
  });
});
