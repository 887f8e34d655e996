import { describe, expect, it } from 'vitest';
import { toClauseTree } from '../../../src/core/conditions/clause-tree';
import type { Clause } from '../../../src/core/conditions/clause-tree';
import { compileCondition } from '../../../src/core/conditions/compile-condition';
import type { FieldCatalogue, FieldInfo } from '../../../src/core/conditions/field-catalogue';
import { lintCondition } from '../../../src/core/conditions/lint-condition';
import { generateCondition, generateFacts } from './generate-clauses';
import { createRandom } from './random';
import { CONTEXT } from './reference';

const FIELDS: Readonly<Record<string, FieldInfo>> = {
  content: { type: 'object', optional: false },
  'content.title': { type: 'string', optional: false },
  'content.type': { type: 'string', optional: false, values: ['page', 'blogpost'] },
  'content.subType': { type: 'string', optional: true },
  'content.version.number': { type: 'number', optional: true },
  'content.history.createdDate': { type: 'date', optional: false },
  'content.labels': { type: 'list', optional: true, onDemand: true },
  'content.labels[].name': { type: 'string', optional: false },
  'space.key': { type: 'string', optional: false },
  'attachment.fileSize': { type: 'number', optional: false },
  selfGenerated: { type: 'boolean', optional: true },
  'actor.accountId': { type: 'string', optional: true },
  newIds: { type: 'list', optional: true },
};

const CATALOGUE: FieldCatalogue = {
  has: (path) => (Object.hasOwn(FIELDS, path) ? FIELDS[path] : undefined),
  paths: () => Object.keys(FIELDS),
};

const TITLE = { var: 'content.title' };
const VERSION = { var: 'content.version.number' };

function lint(logic: unknown): readonly string[] {
  return lintCondition(logic, CATALOGUE).map(({ path, level, message, suggestion }) =>
    [`${level} ${path}: ${message}`, ...(suggestion === undefined ? [] : [`→ ${suggestion}`])].join(' '),
  );
}

describe('lintCondition', () => {
  it.each([
    undefined,
    true,
    { startsWith: [TITLE, 'Meeting'] },
    { and: [{ '==': [{ var: 'content.type' }, 'page'] }, { in: [{ var: 'space.key' }, ['ENG', 'OPS']] }] },
    { or: [{ hasLabel: 'done' }, { some: [{ var: 'content.labels' }, { '==': [{ var: 'name' }, 'x'] }] }] },
    { and: [{ '!': { isMissing: VERSION } }, { '<': [VERSION, 5] }] },
    { and: [{ '!!': VERSION }, { or: [{ '<': [VERSION, 5] }, { '>': [VERSION, 50] }] }] },
    { '<': [{ var: ['content.version.number', 1] }, 5] },
    { '>': [{ var: 'attachment.fileSize' }, 1_000_000] },
    { olderThan: [{ var: 'content.history.createdDate' }, '30d'] },
    { before: [{ var: 'content.history.createdDate' }, 'now'] },
    { in: ['bug', TITLE] },
    { '==': [{ var: 'selfGenerated' }, true] },
    { '==': [{ var: 'content.subType' }, null] },
    { '>': [{ var: 'content.title.length' }, 3] },
    { if: [{ '==': [TITLE, 'a'] }, true, false] },
    { '==': [{ reduce: [{ var: 'newIds' }, { '+': [{ var: 'accumulator' }, 1] }, 0] }, 3] },
    { matches: [TITLE, '^RFC-\\d+'] },
  ])('has nothing to say of %j', (logic) => {
    expect(lint(logic)).toEqual([]);
  });

  it.each<[unknown, readonly string[]]>([
    [
      { startWith: [TITLE, 'x'] },
      ['error if.startWith: "startWith" is not an operator. Did you mean "startsWith"? → startsWith'],
    ],
    [
      { startsWith: [{ var: 'content.titel' }, 'x'] },
      [
        'warning if.startsWith[0].var: no event of this rule has the field "content.titel", so it is always missing. Did you mean "content.title"? → content.title',
      ],
    ],
    [
      { '==': [{ var: 'title' }, 'x'] },
      [
        'warning if.==[0].var: no event of this rule has the field "title", so it is always missing. Did you mean "content.title"? → content.title',
      ],
    ],
    [
      { '<': [VERSION, 5] },
      [
        'warning if.<[0]: "content.version.number" may be missing; a missing field counts as 0 here, and the comparison is then true. Ask first whether it is there. → {"and":[{"!":{"isMissing":{"var":"content.version.number"}}},{"<":[{"var":"content.version.number"},5]}]}',
      ],
    ],
    [
      { in: [{ var: 'space.key' }, 'ENG,OPS'] },
      [
        'warning if.in[1]: "in" with a text finds any part of it, such as "E". For one of several values write a list. → ["ENG","OPS"]',
      ],
    ],
    [
      { in: [{ var: 'actor.accountId' }, TITLE] },
      [
        'warning if.in[1]: "in" with a text finds any part of it. A missing field is looked for as the text "null", which "nullable" contains. Use "contains", which never finds a missing field.',
      ],
    ],
    [
      { in: [['ENG', 'OPS'], { var: 'space.key' }] },
      [
        'warning if.in: "in" takes the value first and the list second; these look turned round → {"in":[{"var":"space.key"},["ENG","OPS"]]}',
      ],
    ],
    [
      { and: [{ '==': [TITLE, 'a'] }, { '==': [TITLE, 'b'] }] },
      ['warning if: the condition is always false, whatever the event'],
    ],
    [
      { or: [{ '==': [TITLE, 'a'] }, { '!=': [TITLE, 'a'] }, { var: 'content.subType' }] },
      ['warning if: the condition is always true, whatever the event'],
    ],
    [
      { and: [{ startsWith: [TITLE, 'ab'] }, { or: [{ contains: [TITLE, 'b'] }, { hasLabel: 'x' }] }] },
      ['warning if.and[1]: this clause is always true when it is asked'],
    ],
    [
      {
        or: [
          { hasLabel: 'x' },
          { and: [{ hasLabel: 'y' }, { '!': { hasLabel: 'y' } }, { '==': [TITLE, 'a'] }] },
        ],
      },
      ['warning if.or[1]: this clause is always false when it is asked'],
    ],
    [
      { and: [{ startsWith: [TITLE, 'a'] }, true] },
      ['warning if.and[1]: this clause is always true when it is asked'],
    ],
    [
      { if: [true, { hasLabel: 'a' }, { hasLabel: 'b' }] },
      [
        'warning if.if[0]: this clause is always true when it is asked',
        'warning if.if[2]: this clause is never asked: what stands before it always decides',
      ],
    ],
    [
      { '==': [{ var: 'content.type' }, 'pages'] },
      ['warning if.==[1]: "content.type" is never "pages". Did you mean "page"? → page'],
    ],
    [
      { in: [{ var: 'content.type' }, ['page', 'whiteboard']] },
      ['warning if.in[1][1]: "content.type" is never "whiteboard". It can be "page", "blogpost".'],
    ],
    [{ '===': [TITLE, 5] }, ['warning if.===: a string is never exactly a number, so this is always false']],
    [
      { '==': [{ var: 'selfGenerated' }, 'true'] },
      ['warning if.==: a truth value never equals a text like "true", so this is always false'],
    ],
    [
      { '==': [{ var: 'content.labels' }, 'done'] },
      [
        'warning if.==: a list or an object is compared with a single value; ask with "contains" or "in" for a member, so this is always false',
      ],
    ],
    [
      { startsWith: [{ var: 'attachment.fileSize' }, '1'] },
      [
        'warning if.startsWith[0]: "startsWith" takes a text here; "attachment.fileSize" is a number, so this is always false',
      ],
    ],
    [
      { before: [{ var: 'content.history.createdDate' }, 'yesterday'] },
      [
        'error if.before[1]: expected a date such as "2024-03-01" or "2024-03-01T09:00:00Z", or "now", got "yesterday"',
      ],
    ],
    [
      { before: [{ var: 'selfGenerated' }, 'now'] },
      [
        'warning if.before[0]: "before" takes a date here; "selfGenerated" is a truth value, so this is always false',
      ],
    ],
    [
      { some: ['content.labels', { '==': [{ var: 'name' }, 'x'] }] },
      [
        'warning if.some[0]: "some" gets the text "content.labels" here, not the field of that name → {"var":"content.labels"}',
        'warning if: the condition is always false, whatever the event',
      ],
    ],
    [
      { some: [{ var: 'content.labels' }, { '==': [{ var: 'nam' }, 'x'] }] },
      [
        'warning if.some[1].==[0].var: an element of "content.labels" has no field "nam". Did you mean "name"? → name',
      ],
    ],
    [
      { some: [{ var: 'newIds' }, { '==': [{ var: '' }, { var: 'content.title' }] }] },
      [
        `warning if.some[1].==[1].var: inside a list only the element can be seen, so this reads "content.title" of the element, not of the event. Compare with the event's field outside the list.`,
      ],
    ],
    [
      { '==': [{ reduce: [{ var: 'newIds' }, { '+': [{ var: 'sum' }, 1] }, 0] }, 3] },
      [
        'warning if.==[0].reduce[1].+[0].var: inside "reduce" only "current" and "accumulator" can be seen, so "sum" is always missing',
      ],
    ],
    [
      { isMissing: 'content.title' },
      [
        'warning if.isMissing: "isMissing" asks about the text "content.title" itself, not about a field of that name → {"var":"content.title"}',
        'warning if: the condition is always false, whatever the event',
      ],
    ],
    [
      { isMissing: TITLE },
      ['warning if.isMissing: every event of this rule has "content.title", so it is never missing'],
    ],
    [{ '==': [TITLE] }, ['error if.==: "==" takes 2 arguments (first, second), got 1']],
    [
      { '>': [3, { var: 'attachment.fileSize' }, 1] },
      ['warning if.>: ">" takes 2 arguments (first, second), got 3; the last one is ignored'],
    ],
    [
      { hasLabel: 'meeting notes' },
      ['warning if.hasLabel: no label can be "meeting notes": labels have no white space → meeting-notes'],
    ],
    [
      { '==': [{ substr: [{ var: 'content.subType' }, 0, 3] }, 'liv'] },
      [
        'warning if.==[0].substr[0]: "content.subType" may be missing, and "substr" then cuts the text "null". Use "startsWith" or "endsWith", or give the field a default. → {"var":["content.subType",""]}',
      ],
    ],
    [
      { '==': [{ var: 'constructor.name' }, 'Object'] },
      [
        `error if.==[0].var: "constructor" is a name of JavaScript's objects, not a field of the event`,
        'warning if.==[0].var: no event of this rule has the field "constructor.name", so it is always missing.',
      ],
    ],
    [
      { missing: { var: 'd' } },
      [
        'error if.missing: "missing" takes paths that are written down; what comes from the event would be run as logic. Use "isMissing".',
        'warning if.missing.var: no event of this rule has the field "d", so it is always missing.',
      ],
    ],
    [
      { log: TITLE },
      [
        'error if.log: the operator "log" cannot be used in a rule: it prints what it is given, and rules must have no side effect',
      ],
    ],
  ])('warns of the trap in %j', (logic, expected) => {
    expect(lint(logic)).toEqual(expected);
  });

  it('says that labels cannot be read where no event has content', () => {
    const spaceOnly: FieldCatalogue = {
      has: (path) => (path === 'space.key' ? FIELDS[path] : undefined),
      paths: () => ['space.key'],
    };
    expect(lintCondition({ hasLabel: 'x' }, spaceOnly)).toEqual([
      {
        path: 'if.hasLabel',
        level: 'warning',
        message: 'no event of this rule is about content with labels, so this is always false',
      },
    ]);
  });

  it('says only that it is too deep when it is', () => {
    let logic: unknown = { nope: 1 };
    for (let level = 0; level < 50_000; level++) logic = { '!': logic };
    expect(lintCondition(logic, CATALOGUE)).toHaveLength(1);
  });

  it('calls a clause always true, always false or never asked only when it is, for any facts', () => {
    const open: FieldCatalogue = { has: () => ({ type: 'any', optional: true }), paths: () => [] };
    const random = createRandom(11);
    let claims = 0;
    for (let round = 0; round < 2500; round++) {
      const logic = generateCondition(random, 3);
      const problems = lintCondition(logic, open).filter(({ message }) =>
        /always (true|false)|never asked/.test(message),
      );
      claims += problems.length;
      for (const { path, message } of problems) {
        for (let attempt = 0; attempt < 40; attempt++) {
          const truth = truthWhenAsked(logic, path, generateFacts(random));
          const claimed = message.includes('always true')
            ? true
            : message.includes('always false')
              ? false
              : undefined;
          const where = `${path}: ${message} ${JSON.stringify(logic)}`;
          if (truth !== undefined) expect(truth, where).toBe(claimed);
        }
      }
    }
    expect(claims).toBeGreaterThan(150);
  });
});

/** The truth of the clause at `path`, or undefined when the evaluation does not ask it. */
function truthWhenAsked(logic: unknown, path: string, facts: unknown): boolean | undefined {
  let truth: boolean | undefined;
  const ask = (clause: Clause): boolean => {
    const answer = evaluate(clause);
    if (clause.path === path) truth = answer;
    return answer;
  };
  const evaluate = (clause: Clause): boolean => {
    switch (clause.kind) {
      case 'all':
        return clause.clauses.every(ask);
      case 'any':
        return clause.clauses.some(ask);
      case 'not':
        return !ask(clause.clauses[0]);
      case 'choice': {
        for (let index = 0; index < clause.clauses.length - 1; index += 2) {
          if (ask(clause.clauses[index]!)) return ask(clause.clauses[index + 1]!);
        }
        return clause.clauses.length % 2 === 1 && ask(clause.clauses.at(-1)!);
      }
      case 'constant':
        return clause.truth;
      case 'test':
        return compileCondition(clause.logic).holds(facts, CONTEXT);
    }
  };
  ask(toClauseTree(logic, 'if').root);
  return truth;
}
