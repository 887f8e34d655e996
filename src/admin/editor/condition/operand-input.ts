// Which input fits a test's operand, and how a value goes between the input's text and JSON. Pure.

import { readSpan } from '../../../core/conditions/builder/span';
import { TEST_FORMS } from '../../../core/conditions/builder/test-forms';
import type { FieldInfo, FieldType } from '../../../core/conditions/field-catalogue';
import type { TestNode } from '../../../core/conditions/builder/model';

/** The inputs that there are. */
export type OperandInput =
  | 'none'
  | 'field'
  | 'limits'
  | 'span'
  | 'yes-no'
  | 'choice'
  | 'choices'
  | 'person'
  | 'people'
  | 'date'
  | 'list'
  | 'number'
  | 'text';

/** Fields that hold the account ids of people. */
const PERSON = /(^|\.)(accountId|watchers|users)$/;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The input for `test`; a value that the special input could not show is edited as text. */
export function operandInput(test: TestNode, info: FieldInfo | undefined): OperandInput {
  const { form, field, value } = test;
  switch (TEST_FORMS[form].operand) {
    case 'nothing':
      return 'none';
    case 'field':
      return 'field';
    case 'limits':
      return 'limits';
    case 'labels':
      return 'list';
    case 'values':
      if (PERSON.test(field)) return 'people';
      return info?.values === undefined ? 'list' : 'choices';
    case 'value':
      break;
  }
  const shown = textOfScalar(value);
  if (form === 'olderThan' || form === 'notOlderThan') {
    return shown === '' || readSpan(shown) !== undefined ? 'span' : 'text';
  }
  if (form === 'before' || form === 'after') return shown === '' || DAY.test(shown) ? 'date' : 'text';
  if (info?.type === 'boolean') return 'yes-no';
  if (info?.values !== undefined && (shown === '' || info.values.includes(shown))) return 'choice';
  if (PERSON.test(field) && ['is', 'isNot', 'contains', 'notContains'].includes(form)) return 'person';
  return info?.type === 'number' ? 'number' : 'text';
}

/** The value that a typed text means for a field of this type; blank is none, and what does not fit stays text. */
export function scalarOf(text: string, type: FieldType | undefined): string | number | boolean | undefined {
  if (text === '') return undefined;
  if (type === 'boolean') return text === 'true';
  const number = Number(text);
  return type === 'number' && text.trim() !== '' && Number.isFinite(number) ? number : text;
}

/** The text that an input shows of a value; nothing for what is not filled in. */
export function textOfScalar(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
