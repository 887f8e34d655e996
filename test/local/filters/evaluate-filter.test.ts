import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/json';
import { evaluateFilter } from '../../../src/local/filters/evaluate-filter';

const EVENT: JsonObject = {
  eventType: 'avi:confluence:created:page',
  atlassianId: 'u1',
  content: {
    id: '10',
    title: 'Meeting notes',
    subType: null,
    version: { number: 3 },
    labels: [
      { name: 'a', prefix: 'global' },
      { name: 'b', prefix: 'team' },
    ],
  },
  ids: [3, 1, 2],
};

/** What `expression` gives, wrapped so that any value can be compared. */
function holds(expression: string, payload: JsonObject = EVENT): unknown {
  const result = evaluateFilter(expression, payload);
  return 'deliver' in result ? result.deliver : `${result.error} @ ${result.location}`;
}

describe("Atlassian's examples", () => {
  const expression = "event.issue.fields?.issueType.name == 'Bug'";
  const withTry = `
    try {
      return event.issue.fields?.issueType.name == 'Bug';
    } catch (e) {
      throw \`Unexpected error: "\${e.location}" - \${e.message}.\`;
    }`;
  const issue = (name: string): JsonObject => ({ issue: { fields: { issueType: { name } } } });

  test.each([expression, withTry])('a bug is delivered, a story is filtered out: %s', (text) => {
    expect(holds(text, issue('Bug'))).toBe(true);
    expect(holds(text, issue('Story'))).toBe(false);
  });

  test.each([expression, withTry])('an issue without a type is filtered out: %s', (text) => {
    expect(holds(text, { issue: { fields: {} } })).toBe(false);
    expect(holds(text, { issue: { fields: null } })).toBe(false);
  });

  test('an event without issue is an error, with the message that the expression throws', () => {
    expect(evaluateFilter(expression, {})).toEqual({
      error: 'Unrecognised property `issue` of Map',
      location: 'event.issue',
    });
    expect(evaluateFilter(withTry, {})).toMatchObject({
      error: 'Unexpected error: "event.issue" - Unrecognised property `issue` of Map.',
    });
  });
});

test.each([
  ["event.content.title == 'Meeting notes'", true],
  ["event['content']['title'] != 'x'", true],
  ['event.content.version.number > 2 && event.content.version.number <= 3', true],
  ['!(1 == 2) || event.nothing', true],
  ['false && event.nothing', false],
  ["event.content.version.number == '3'", false],
  ["'a' < 'b' && 'b' >= 'b' && 2 > 1", true],
  ['1 + 2 * 3 - 4 / 2 == 5 && 7 % 4 == 3 && -1 < 0', true],
  ["'v' + 1 + true == 'v1true'", true],
  ['event.content.title.length > 5 ? true : event.nothing', true],
  ["`${event.content.title}!` == 'Meeting notes!'", true],
  ['event.content.subType == null', true],
  ['event.content?.nothing == null', true],
  ['event.content?.nothing.deeper.still == null', true],
  ['event.content.subType?.name.first == null', true],
  ["event.get('nothing') == null && event.get('atlassianId') == 'u1'", true],
  ["[1, 'a', [null]] == [1, 'a', [null]]", true],
  ["{ a: 1, 'b': [2] }.a == 1", 'syntax'],
  ["({ a: 1, 'b': [2] }) == ({ b: [2], a: 1 })", true],
])('%s → %s', (expression, expected) => {
  if (expected === 'syntax') expect(holds(expression)).toMatch(/Unexpected token/);
  else expect(holds(expression)).toBe(expected);
});

test.each([
  ["event.content.labels.map(l => l.name).includes('b')", true],
  ["event.content.labels.filter(l => l.prefix == 'team').length == 1", true],
  ["event.content.labels.some(l => l.name == 'a')", true],
  ["event.content.labels.every(l => l.prefix == 'global')", false],
  ["event.content.labels.every(label => { let p = label.prefix; return p != 'my'; })", true],
  ['event.ids.sort((a, b) => a - b) == [1, 2, 3]', true],
  ['event.ids.reduce((sum, id) => sum + id) == 6', true],
  ['[].reduce((sum, id) => sum + id, 0) == 0', true],
  ['event.ids.indexOf(2) == 2 && event.ids.indexOf(9) == -1', true],
  ['event.ids.slice(1) == [1, 2] && event.ids.slice(0, -1) == [3, 1]', true],
  ["event.ids.concat([4]).join('-') == '3-1-2-4'", true],
  ['[[1], [2, [3]]].flatten() == [1, 2, 3]', true],
  ['[1, 2].flatMap(n => [n, n * 10]) == [1, 10, 2, 20]', true],
  ['event.ids[0] == 3', true],
  ["event.content.title.toLowerCase().startsWith('meeting')", true],
  ["event.content.title.endsWith('notes') && event.content.title.includes('ting')", true],
  ["event.content.title.split(' ') == ['Meeting', 'notes']", true],
  ["' x '.trim().toUpperCase() == 'X'", true],
  ["event.content.title.replace('notes', '$&!').slice(-3) == '$&!'", true],
  ["event.content.title.indexOf('notes') == 8", true],
])('methods: %s → %s', (expression, expected) => {
  expect(holds(expression)).toBe(expected);
});

test.each([
  ["let title = event.content.title; title == 'Meeting notes'", true],
  ['let a = 1; let b = a + 1; return b == 2;', true],
  ["title = event.content.title; title.includes('notes')", true],
  ['if (event.content.version.number > 1) { return true } else { return false }', true],
  ['if (false) { event.nothing } else if (true) { false } else { true }', false],
  [
    "try { event.nothing == 1 } catch (e) { e.message.includes('nothing') && e.location == 'event.nothing' }",
    true,
  ],
  ["try { throw 'no' } catch (e) { e.message == 'no' }", true],
  ['let id = event.ids[0]; event.ids.some(each => { let id = each; id == 2 }) && id == 3', true],
])('statements: %s → %s', (expression, expected) => {
  expect(holds(expression)).toBe(expected);
});

test.each([
  ['event.content.nothing == 1', 'Unrecognised property `nothing` of Map @ event.content.nothing'],
  ['event.content.subType.name == 1', 'Unrecognised property `name` of null @ event.content.subType.name'],
  ['missing', 'Unrecognised name `missing` @ missing'],
  ['event.content.title', 'The expression evaluated to String, not to a Boolean @ '],
  ['null', 'The expression evaluated to null, not to a Boolean @ '],
  ['event.content.title > 1', "Can't compare String to Number @ event.content.title > 1"],
  ['event.content - 1 == 0', 'Cannot calculate with Map and Number @ event.content - 1'],
  ['null + 1 == 1', 'Cannot calculate with null and Number @ null + 1'],
  ['1 / 0 == 1', 'The result is not a number @ 1 / 0'],
  ["'' && true", "Expected a Boolean, got String @ ''"],
  ['!event.content', 'Expected a Boolean, got Map @ !event.content'],
  ["`${event.content}` == ''", 'Map cannot be part of a text @ `${event.content}`'],
  [
    'event.content.title.includes(1)',
    'Expected a String as argument 1, got Number @ event.content.title.includes(1)',
  ],
  ['event.ids.map(1) == []', 'Expected a Function as argument 1, got Number @ event.ids.map(1)'],
  ['event.ids.filter(id => id) == []', 'Expected a Boolean, got Number @ event.ids.filter(id => id)'],
  ['[].reduce((a, b) => a)', 'An empty List has no first element to reduce @ [].reduce((a, b) => a)'],
  ['event.ids.push(1)', 'Unrecognised method `push` of List @ event.ids.push(1)'],
  ['event.ids[7] == 1', 'Unrecognised property `7` of List @ event.ids[7]'],
  ["throw 'my message'", "my message @ throw 'my message'"],
  ['', 'There is nothing to evaluate @ '],
])('an error: %s', (expression, expected) => {
  expect(holds(expression)).toBe(expected);
});

test.each([
  'event === 1',
  'event.content ?? true',
  'typeof event == 1',
  'new Date() == 1',
  '/x+/ == 1',
  '1n == 1',
  'event.content.title = 1',
  'event.ids.map(...event.ids)',
  '[...event.ids] == []',
  'f(1)',
  '(x => x)(1)',
  'function f() {} true',
  'while (true) {} true',
  'for (;;) {} true',
  'var a = 1; true',
  'const a = 1; true',
  'let a; true',
  'this == 1',
  'import("x")',
  'async () => 1',
  'event?.["a"]?.()',
  'let a = 1; let a2 = 2; event.content++; true',
  'if (true) { true }',
  'try { true } finally { false }',
  'event.ids.map(({ a }) => a) == []',
  '1, true',
  'event.content in event',
  'event instanceof event',
  '2 ** 3 == 8',
  '1 & 1',
  'delete event.content',
  'void 0',
  '({ get a() { return 1 } }) == 1',
  '({ [event]: 1 }) == 1',
  'a => a `x`',
])('is not part of the language: %s', (expression) => {
  expect(holds(expression)).toMatch(
    /not part of the expressions language|Unexpected token|evaluated to Function/,
  );
});

test('a name gets a value once', () => {
  expect(holds('a = 1; a = 2; true')).toBe('`a` has a value already @ a = 2');
});

test('nothing of JavaScript is reached through names', () => {
  const names = [
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '__defineGetter__',
  ];
  for (const name of names) {
    for (const target of ['event', "''", '[]', '(1)', 'true', 'event.ids', '({})', '(x => x)', 'null']) {
      expect(holds(`${target}.${name} == 1`)).toMatch(/^Unrecognised property/);
      expect(holds(`${target}['${name}'] == 1`)).toMatch(/^Unrecognised property/);
      expect(holds(`${target}.${name}() == 1`)).toMatch(/^Unrecognised method/);
    }
    expect(holds(`${name} == 1`)).toMatch(/^Unrecognised name/);
    expect(holds(`event.get('${name}') == null`)).toBe(true);
  }
  expect(holds('globalThis == 1 || process == 1')).toBe('Unrecognised name `globalThis` @ globalThis');
});

test("an event's own names win, also those of JavaScript", () => {
  const payload = JSON.parse('{"constructor":"x","__proto__":"y"}') as JsonObject;
  expect(holds("event.constructor == 'x' && event.__proto__ == 'y'", payload)).toBe(true);
});

test('more than 10,000 characters are refused, 10,000 are not', () => {
  expect(holds(`true${' '.repeat(9996)}`)).toBe(true);
  expect(holds(`true${' '.repeat(9997)}`)).toBe('The expression has 10001 characters, more than 10000 @ ');
});

test('more than 50,000 steps are refused, and catch does not see it', () => {
  const ids = Array.from({ length: 300 }, (_, index) => index);
  const nested = 'event.ids.some(a => event.ids.some(b => a + b < 0))';
  expect(holds(nested, { ids })).toMatch(/^The expression took more than 50000 steps/);
  expect(holds(`try { ${nested} } catch (e) { true }`, { ids })).toMatch(
    /^The expression took more than 50000 steps/,
  );
  expect(holds(nested, { ids: ids.slice(0, 50) })).toBe(false);
});

test('a text that doubles and doubles is stopped', () => {
  const doubling = Array.from(
    { length: 40 },
    (_, index) => `let a${index + 1} = a${index} + a${index};`,
  ).join(' ');
  expect(holds(`let a0 = 'xxxxxxxxxx'; ${doubling} a40 == ''`)).toMatch(
    /^The expression made a value of \d+ characters/,
  );
});

test('brackets deeper than the stack are refused', () => {
  for (const deep of [
    `${'('.repeat(4990)}true${')'.repeat(4990)}`,
    `${'!'.repeat(9990)}true`,
    `${'['.repeat(4990)}1${']'.repeat(4990)} == 1`,
    `event${'.a'.repeat(4990)} == 1`,
    `${'x=>'.repeat(3000)}1`,
  ]) {
    const result = evaluateFilter(deep, EVENT);
    expect('deliver' in result || result.error !== '').toBe(true);
  }
});

test('never throws, whatever the expression is', () => {
  const words = [
    'event',
    '.content',
    '?.a',
    '.map',
    '(',
    ')',
    '=>',
    'x',
    '==',
    "'a'",
    '1',
    '+',
    '[',
    ']',
    '{',
    '}',
    ';',
  ];
  const more = [
    'let ',
    'return ',
    'try ',
    'catch',
    '(e)',
    'throw ',
    'if ',
    'else ',
    '`',
    '${',
    '!',
    '&&',
    ' ',
    '...',
    ',',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words, ...more), { maxLength: 30 }), (parts) => {
      const result = evaluateFilter(parts.join(''), EVENT);
      return 'deliver' in result ? typeof result.deliver === 'boolean' : typeof result.error === 'string';
    }),
    { seed: 4, numRuns: 20_000 },
  );
});
