// Rulewright's own operators as data. What they do is in own-operations.ts; the examples here are executed
// by a test, so the two cannot drift apart.

import type { OwnOperator } from '../own-operations';
import type { ArgumentSpec, OperatorSpec } from './operator-spec';

type OwnSpec = Omit<OperatorSpec, 'name' | 'own' | 'returns' | 'inBuilder'>;

const TEXT: ArgumentSpec = { name: 'text', kind: 'text' };
const DATE: ArgumentSpec = { name: 'date', kind: 'date' };
const TITLE = { var: 'content.title' };
const CREATED = { var: 'content.history.createdDate' };
const BUDGET_2024 = { content: { title: 'Budget 2024' } };
const CREATED_IN_MARCH = { content: { history: { createdDate: '2024-03-01T09:00:00.000Z' } } };

const SPECS: { readonly [K in OwnOperator]: OwnSpec } = {
  startsWith: {
    group: 'text',
    arguments: [TEXT, { name: 'start', kind: 'text' }],
    words: 'starts with',
    deniedWords: 'does not start with',
    summary:
      'True when the text begins with the start, letter case included. False when either is not a text.',
    example: { logic: { startsWith: [TITLE, 'Budget'] }, facts: BUDGET_2024, value: true },
  },
  endsWith: {
    group: 'text',
    arguments: [TEXT, { name: 'end', kind: 'text' }],
    words: 'ends with',
    deniedWords: 'does not end with',
    summary:
      'True when the text finishes with the end, letter case included. False when either is not a text.',
    example: { logic: { endsWith: [TITLE, '2024'] }, facts: BUDGET_2024, value: true },
  },
  contains: {
    group: 'text',
    arguments: [
      { name: 'text or list', kind: 'text-or-list' },
      { name: 'part', kind: 'any' },
    ],
    words: 'contains',
    deniedWords: 'does not contain',
    summary:
      'In a text: true when the part occurs in it, letter case included. In a list: true when one element is exactly the part. False when the first is neither, and never finds null in a text.',
    example: { logic: { contains: [TITLE, 'get 20'] }, facts: BUDGET_2024, value: true },
  },
  matches: {
    group: 'text',
    arguments: [TEXT, { name: 'regular expression', kind: 'pattern' }],
    words: 'matches',
    deniedWords: 'does not match',
    summary:
      'True when the regular expression is found anywhere in the text; `^` and `$` pin it to the ends, `(?i)` in front ignores letter case. RE2 syntax: the time is linear in the text, and there is no look-around and no back-reference. An expression that is not valid is an error.',
    example: { logic: { matches: [TITLE, '^Budget \\d{4}$'] }, facts: BUDGET_2024, value: true },
  },
  glob: {
    group: 'text',
    arguments: [TEXT, { name: 'pattern', kind: 'glob' }],
    words: 'fits the pattern',
    deniedWords: 'does not fit the pattern',
    summary:
      'True when the whole text fits the pattern: `*` stands for any characters or none, `?` for exactly one, a backslash takes the next character as it is. Letter case matters.',
    example: { logic: { glob: [TITLE, 'Budget ????'] }, facts: BUDGET_2024, value: true },
  },
  hasLabel: {
    group: 'list',
    arguments: [{ name: 'label', kind: 'label', repeats: true }],
    words: 'has the label',
    deniedWords: 'does not have the label',
    summary:
      'True when the content of the event carries the label, or at least one of several. Reads `content.labels`, which is fetched when it is needed. Letter case does not matter. Inside `some`, `filter` and the like it reads the labels of the element.',
    example: {
      logic: { hasLabel: ['minutes', 'meeting-notes'] },
      facts: { content: { labels: [{ name: 'meeting-notes' }, { name: 'eng' }] } },
      value: true,
    },
  },
  before: {
    group: 'date',
    arguments: [DATE, { name: 'limit', kind: 'date' }],
    words: 'is before',
    deniedWords: 'is not before',
    summary:
      'True when the first date is earlier than the second. Dates are ISO 8601 texts (a day alone is its first moment, without a zone it is UTC), epoch milliseconds, or the word "now". False when either is no date.',
    example: { logic: { before: [CREATED, '2024-04-01'] }, facts: CREATED_IN_MARCH, value: true },
  },
  after: {
    group: 'date',
    arguments: [DATE, { name: 'limit', kind: 'date' }],
    words: 'is after',
    deniedWords: 'is not after',
    summary:
      'True when the first date is later than the second. Dates as for `before`. False when either is no date.',
    example: { logic: { after: [CREATED, '2024-03-01'] }, facts: CREATED_IN_MARCH, value: true },
  },
  olderThan: {
    group: 'date',
    arguments: [DATE, { name: 'span', kind: 'span' }],
    words: 'is older than',
    deniedWords: 'is not older than',
    summary:
      'True when the date lies further back than the span: a number and a unit, such as "90 minutes", "12h", "30d", "2 weeks", "6 months" (30 days each), "1 year" (365 days). False when the date is missing or no date. A span that cannot be read is an error.',
    example: { logic: { olderThan: [CREATED, '30d'] }, facts: CREATED_IN_MARCH, value: true },
  },
  isEmpty: {
    group: 'presence',
    arguments: [{ name: 'value', kind: 'any' }],
    words: 'is empty',
    deniedWords: 'is not empty',
    summary:
      'True for a missing field, null, a text with nothing but white space, a list without elements and an object without fields. Zero and false are not empty.',
    example: { logic: { isEmpty: TITLE }, facts: { content: { title: '  ' } }, value: true },
  },
  isMissing: {
    group: 'presence',
    arguments: [{ name: 'value', kind: 'any' }],
    words: 'is missing',
    deniedWords: 'is present',
    summary:
      'True when the field is absent or null. Takes the value, not a name: write {"var": "content.title"}. Use it in place of `missing`.',
    example: { logic: { isMissing: { var: 'content.owner' } }, facts: BUDGET_2024, value: true },
  },
};

/** In the order of the docs. */
export const OWN_OPERATOR_SPECS: readonly OperatorSpec[] = (Object.keys(SPECS) as OwnOperator[]).map(
  (name) => ({
    name,
    own: true,
    returns: 'boolean',
    inBuilder: true,
    ...SPECS[name],
  }),
);
