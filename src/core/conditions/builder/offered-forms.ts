// Which tests make sense for a field, by its type. A test that is there already may be another one: it stays.

import { LABELS_PATH } from '../own-operations';
import type { FieldCatalogue, FieldType } from '../field-catalogue';
import type { TestFormId } from './test-forms';

const FIXED: readonly TestFormId[] = [
  'is',
  'isNot',
  'oneOf',
  'notOneOf',
  'sameAs',
  'differsFrom',
  'isEmpty',
  'isNotEmpty',
];

const TEXT: readonly TestFormId[] = [
  'contains',
  'notContains',
  'startsWith',
  'notStartsWith',
  'endsWith',
  'notEndsWith',
  'is',
  'isNot',
  'oneOf',
  'notOneOf',
  'fits',
  'notFits',
  'matches',
  'notMatches',
  'sameAs',
  'differsFrom',
  'isEmpty',
  'isNotEmpty',
];

const OFFERED: { readonly [T in FieldType]: readonly TestFormId[] } = {
  string: TEXT,
  number: [
    'is',
    'isNot',
    'moreThan',
    'atLeast',
    'lessThan',
    'atMost',
    'between',
    'oneOf',
    'isMissing',
    'isPresent',
  ],
  boolean: ['is', 'isMissing', 'isPresent'],
  date: [
    'olderThan',
    'notOlderThan',
    'before',
    'after',
    'beforeField',
    'afterField',
    'isMissing',
    'isPresent',
  ],
  list: ['contains', 'notContains', 'isEmpty', 'isNotEmpty'],
  object: ['isMissing', 'isPresent'],
  any: [
    'is',
    'isNot',
    'contains',
    'notContains',
    'oneOf',
    'notOneOf',
    'moreThan',
    'lessThan',
    'isEmpty',
    'isNotEmpty',
  ],
};

/** Fields whose values are picked or are ids: a part of one means nothing. */
const IDENTIFIER = /(^|[.\]])(id|key|accountId|type|status|prefix|eventType|atlassianId|subType)$/;

/** The tests to offer for the field at `path`, the likeliest first. */
export function offeredForms(path: string, fields: FieldCatalogue): readonly TestFormId[] {
  if (path === LABELS_PATH) return ['hasLabel', 'hasNoLabel', 'isEmpty', 'isNotEmpty'];
  const info = fields.has(path);
  const type = info?.type ?? 'any';
  if (type === 'string' && (info?.values !== undefined || IDENTIFIER.test(path))) return FIXED;
  const offered = OFFERED[type];
  // Inside a list, another field would be one of the same element.
  return path.includes('[]')
    ? offered.filter((form) => !['sameAs', 'differsFrom', 'beforeField', 'afterField'].includes(form))
    : offered;
}
