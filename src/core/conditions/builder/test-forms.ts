// The tests that the builder offers, as data: which operator each is written with, and what it compares with.
// It must not know the words for them: the page does.

/** What stands beside the field: nothing, one value, several, another field, two limits, or labels. */
export type OperandKind = 'nothing' | 'value' | 'values' | 'field' | 'limits' | 'labels';

export interface TestForm {
  readonly operator: string;
  /** Written with a "!" around it. */
  readonly denied: boolean;
  readonly operand: OperandKind;
}

/** Each test by its id. The first that fits is how a clause is read. */
export const TEST_FORMS = {
  is: form('==', 'value'),
  isNot: form('!=', 'value'),
  sameAs: form('==', 'field'),
  differsFrom: form('!=', 'field'),
  oneOf: form('in', 'values'),
  notOneOf: denied('in', 'values'),
  startsWith: form('startsWith', 'value'),
  notStartsWith: denied('startsWith', 'value'),
  endsWith: form('endsWith', 'value'),
  notEndsWith: denied('endsWith', 'value'),
  contains: form('contains', 'value'),
  notContains: denied('contains', 'value'),
  fits: form('glob', 'value'),
  notFits: denied('glob', 'value'),
  matches: form('matches', 'value'),
  notMatches: denied('matches', 'value'),
  moreThan: form('>', 'value'),
  atLeast: form('>=', 'value'),
  lessThan: form('<', 'value'),
  atMost: form('<=', 'value'),
  between: form('<=', 'limits'),
  before: form('before', 'value'),
  after: form('after', 'value'),
  beforeField: form('before', 'field'),
  afterField: form('after', 'field'),
  olderThan: form('olderThan', 'value'),
  notOlderThan: denied('olderThan', 'value'),
  hasLabel: form('hasLabel', 'labels'),
  hasNoLabel: denied('hasLabel', 'labels'),
  isEmpty: form('isEmpty', 'nothing'),
  isNotEmpty: denied('isEmpty', 'nothing'),
  isMissing: form('isMissing', 'nothing'),
  isPresent: denied('isMissing', 'nothing'),
  isSet: form('!!', 'nothing'),
  isNotSet: form('!', 'nothing'),
} as const satisfies Readonly<Record<string, TestForm>>;

export type TestFormId = keyof typeof TEST_FORMS;

/** The ids, in the order in which they are offered. */
export const TEST_FORM_IDS = Object.keys(TEST_FORMS) as readonly TestFormId[];

function form(operator: string, operand: OperandKind): TestForm {
  return { operator, denied: false, operand };
}

function denied(operator: string, operand: OperandKind): TestForm {
  return { operator, denied: true, operand };
}
