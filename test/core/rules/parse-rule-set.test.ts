import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseRule, parseRuleSet } from '../../../src/core/rules/parse-rule-set';
import { RuleSchema } from '../../../src/core/rules/rule';
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
      'rules[0].evnts: "evnts" is not a key of this object; did you mean "when"?',
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

  it.each([
    ['evnts', 'when'],
    ['events', 'when'],
    ['condtion', 'if'],
    ['nmae', 'name'],
  ])('suggests for "%s" what it is called here, also when "%s" is there', (word, key) => {
    const broken = { ...RULE, if: true, [word]: 'x' };
    expect(problemsOf(setOf(broken)).map(({ suggestion }) => suggestion)).toEqual([key]);
  });

  it('says where JSON text is wrong', () => {
    expect(lines('{\n  "format": "rulewright",\n  "version": 1\n  "rules": []\n}')).toEqual([
      ': line 4, column 3: expected a comma or `}`, got `"`',
    ]);
  });

  it.each([
    ['{"format":"rulewright","version":1,"rules":[],"__proto__":{}}', '__proto__'],
    ['{"format":"rulewright","version":1,"rules":[{"if":{"constructor":1}}]}', 'rules[0].if.constructor'],
    [
      '{"format":"rulewright","version":1,"rules":[],"tests":[{"event":{"payload":{"a":[{"prototype":1}]}}}]}',
      'tests[0].event.payload.a[0].prototype',
    ],
  ])('refuses names of prototypes: %s', (text, path) => {
    const name = path.split('.').at(-1) ?? '';
    expect(lines(text)).toEqual([
      `${path}: the name "${name}" is not allowed: it belongs to JavaScript's own objects`,
    ]);
  });

  it.each([
    ['no document', undefined, [': expected an object, got undefined']],
    ['a list', [], [': expected an object, got an empty list']],
    [
      'nothing',
      {},
      [
        'format: expected "rulewright", but "format" is missing',
        'version: expected 1, but "version" is missing',
        'rules: expected a list, but "rules" is missing',
      ],
    ],
    [
      'another format',
      { format: 'jira', version: 1, rules: {} },
      ['format: expected "rulewright", got "jira"', 'rules: expected a list, got an object'],
    ],
    [
      'a rule that is none',
      setOf('x', 5),
      ['rules[0]: expected an object, got "x"', 'rules[1]: expected an object, got 5'],
    ],
    [
      'an empty rule',
      setOf({}),
      [
        'rules[0].id: expected a text, but "id" is missing',
        'rules[0].name: expected a text, but "name" is missing',
        'rules[0].when: expected a list, but "when" is missing',
        'rules[0].then: expected a list, but "then" is missing',
      ],
    ],
    [
      'wrong types',
      setOf({ ...RULE, priority: 1.5, chain: 'yes', labels: 'a', when: [1], scope: { space: ['A'] } }),
      [
        'rules[0].labels: expected a list, got "a"',
        'rules[0].priority: expected a whole number, got 1.5',
        'rules[0].scope.space: "space" is not a key of this object; did you mean "spaces"?',
        'rules[0].when[0]: expected a text, got 1',
        'rules[0].chain: expected true or false, got "yes"',
      ],
    ],
    [
      'wrong identities',
      setOf({
        ...RULE,
        then: [
          { ...RULE.then[0], id: 'a', as: 'initator' },
          { ...RULE.then[0], id: 'b', as: { accountid: 'x' } },
          { ...RULE.then[0], id: 'c', as: 7 },
          { ...RULE.then[0], id: 'd', as: { accountId: '' } },
        ],
      }),
      [
        'rules[0].then[0].as: expected "app" or "initiator", got "initator"; did you mean "initiator"?',
        'rules[0].then[1].as.accountId: expected a text, but "accountId" is missing',
        'rules[0].then[1].as.accountid: "accountid" is not a key of this object; did you mean "accountId"?',
        'rules[0].then[2].as: expected "app" or "initiator" or an object, got 7',
        'rules[0].then[3].as.accountId: expected a text that is not empty',
      ],
    ],
    [
      'wrong retries',
      setOf({
        ...RULE,
        then: [{ ...RULE.then[0], retry: { attempts: 31, firstDelaySeconds: 0, factr: 2 } }],
      }),
      [
        'rules[0].then[0].retry.attempts: expected at most 30, got 31',
        'rules[0].then[0].retry.firstDelaySeconds: expected at least 1, got 0',
        'rules[0].then[0].retry.factr: "factr" is not a key of this object; did you mean "factor"?',
      ],
    ],
    [
      'parameters of the wrong kind',
      setOf({
        ...RULE,
        then: [
          { id: 'a', action: 'comment.add', with: { boddy: 'x' } },
          { id: 'b', action: 'label.add' },
        ],
      }),
      [
        'rules[0].then[0].with.body: expected a text, but "body" is missing',
        'rules[0].then[0].with.boddy: "boddy" is not a key of this object; did you mean "body"?',
        'rules[0].then[1].with.labels: expected a list, but "labels" is missing',
      ],
    ],
    [
      'ids that are used twice',
      setOf(RULE, { ...RULE, name: 'Other' }),
      ['rules[1].id: the id "label-notes" is used already, at rules[0]; every id is used once'],
    ],
    [
      'a condition with an unknown operator',
      setOf({ ...RULE, if: { startWith: ['a', 'b'] } }),
      ['rules[0].if.startWith: "startWith" is not an operator. Did you mean "startsWith"?'],
    ],
    [
      'a condition that is too deep',
      setOf({ ...RULE, if: nested(30) }),
      [expect.stringContaining('expected at most 24 levels of lists and objects, got more')],
    ],
    [
      'a document that is too deep',
      setOf({ ...RULE, if: nested(60) }),
      [expect.stringContaining('expected at most 48 levels of lists and objects, got more')],
    ],
    [
      'values that JSON does not have',
      setOf({ ...RULE, if: { '==': [Number.NaN, () => 1] } }),
      ['rules[0].if["=="][0]: expected JSON, got NaN', 'rules[0].if["=="][1]: expected JSON, got function'],
    ],
    [
      'too many actions',
      setOf({
        ...RULE,
        then: Array.from({ length: 51 }, (_, index) => ({ ...RULE.then[0], id: `a${index}` })),
      }),
      ['rules[0].then: expected at most 50 items, got 51'],
    ],
    [
      'too many rules',
      setOf(...Array.from({ length: 10_001 }, (_, index) => ({ ...RULE, id: `r${index}` }))),
      ['rules: expected at most 10000 items, got 10001'],
    ],
    [
      'a rule that is too large',
      setOf({ ...RULE, when: Array.from({ length: 100 }, () => 'x'.repeat(1100)) }),
      [expect.stringMatching(/^rules\[0\]: expected a rule of at most 100000 bytes of JSON, got 11\d{4}$/)],
    ],
    [
      'a name that is too long',
      setOf({ ...RULE, name: 'x'.repeat(201) }),
      ['rules[0].name: expected at most 200 characters, got 201'],
    ],
  ] as [string, unknown, unknown[]][])('refuses %s', (_name, input, expected) => {
    expect(lines(input)).toEqual(expected);
  });

  it('refuses text beyond its limit without reading it', () => {
    expect(lines(' '.repeat(10_000_001))).toEqual([': expected at most 10000000 characters, got 10000001']);
  });

  it('checks what tests speak of', () => {
    const test = { name: 'x', event: { sampel: 'a' }, expect: [{ rule: 'label-note', verdict: 'act' }] };
    const document = {
      ...(setOf(RULE) as object),
      tests: [test, { name: 'y', event: { sample: 'a', payload: {} }, expect: [] }],
    };
    expect(lines(document)).toEqual([
      'tests[0].event.sample: expected a text, but "sample" is missing',
      'tests[0].event.sampel: "sampel" is not a key of this object; did you mean "sample"?',
      'tests[1].event.payload: "payload" is not a key of this object',
      'tests[0].expect[0].rule: there is no rule "label-note" in this set; did you mean "label-notes"?',
      expect.stringContaining('tests[0].expect[0].verdict: "act" is not a verdict'),
    ]);
  });

  it('takes 10,000 rules in seconds', () => {
    const rules = Array.from({ length: 10_000 }, (_, index) => ({
      ...RULE,
      id: `r${index}`,
      if: { '==': [{ var: 'space.key' }, `S${index}`] },
    }));
    const text = JSON.stringify(setOf(...rules));
    const startedMs = performance.now();
    expect(parseRuleSet(text).ok).toBe(true);
    expect(performance.now() - startedMs).toBeLessThan(8000);
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

  it('never throws, and always gives a problem for what it refuses', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withSparseArray: true,
          withTypedArray: true,
        }),
        (value) => {
          const parsed = parseRule(value);
          expect(parsed.ok ? 1 : parsed.error.length).toBeGreaterThan(0);
        },
      ),
      { seed: 20260305, numRuns: 500 },
    );
  });

  it('refuses each part of a rule that something else is put into', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('id', 'name', 'when', 'then', 'state', 'priority', 'scope', 'labels', 'chain'),
        fc.anything(),
        (key, value) => {
          const parsed = parseRule({ ...RULE, [key]: value });
          // What is accepted is what the schema says, not something that happens to look like it.
          if (parsed.ok) expect(v.is(RuleSchema, { ...RULE, [key]: value })).toBe(true);
          else expect(parsed.error.every(({ path }) => path.startsWith(key))).toBe(true);
        },
      ),
      { seed: 20260306, numRuns: 1000 },
    );
  });
});

/** A condition of so many levels. */
function nested(levels: number): unknown {
  let condition: unknown = true;
  // Each operator is two levels: the object and its list.
  for (let level = 0; level < levels; level += 2) condition = { '!': [condition] };
  return condition;
}
