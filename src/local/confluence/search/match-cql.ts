// What CQL fields mean for content: a small, common part of Confluence's. A field or function that is not here
// is refused by name, never ignored. Text matches whole words, the last one by its beginning when it ends in `*`.

import { badRequest } from '../http/refusal';
import type { ContentRecord } from '../model/content';
import { ancestorsOf } from '../permissions/access';
import { spaceOf } from '../permissions/require';
import { labelsOf, peopleOf } from '../relations';
import type { Session } from '../session';
import { parseStorage, textOf } from '../storage-format/parse';
import type { CqlExpression, CqlOperator, CqlOrder, CqlValue } from './cql';

/** True when the content matches. */
export function matchesCql(session: Session, content: ContentRecord, expression: CqlExpression): boolean {
  switch (expression.kind) {
    case 'and':
      return expression.parts.every((part) => matchesCql(session, content, part));
    case 'or':
      return expression.parts.some((part) => matchesCql(session, content, part));
    case 'not':
      return !matchesCql(session, content, expression.part);
    case 'clause': {
      const field = FIELDS[expression.field];
      if (field === undefined) throw badRequest(`No field exists with name '${expression.field}'`);
      const values = expression.values.map((value) => evaluate(session, value));
      return compare(field, expression.field, field.read(session, content), expression.operator, values);
    }
  }
}

interface Field {
  /** How values are compared: as whole values, as words, or as points in time. */
  readonly kind: 'value' | 'text' | 'time';
  readonly read: (session: Session, content: ContentRecord) => readonly string[];
}

function value(read: Field['read']): Field {
  return { kind: 'value', read };
}

const textField: Field = { kind: 'text', read: (_session, content) => [content.title, bodyText(content)] };

const FIELDS: { readonly [name: string]: Field } = {
  id: value((_session, content) => [content.id]),
  content: value((_session, content) => [content.id]),
  type: value((_session, content) => [content.type === 'custom_content' ? content.customType : content.type]),
  space: value((session, content) => [spaceOf(session, content).key]),
  'space.key': value((session, content) => [spaceOf(session, content).key]),
  'space.type': value((session, content) => [spaceOf(session, content).type]),
  label: value((session, content) => labelsOf(session.tables, content.id).map(({ name }) => name)),
  creator: value((_session, content) => [content.createdBy]),
  contributor: value((_session, content) => [content.createdBy, content.version.by]),
  parent: value((_session, content) =>
    'parentId' in content && content.parentId !== undefined ? [content.parentId] : [],
  ),
  ancestor: value((session, content) => ancestorsOf(session.tables, content).map(({ id }) => id)),
  watcher: value((session, content) => peopleOf(session.tables, 'watch', content.id)),
  title: { kind: 'text', read: (_session, content) => [content.title] },
  text: textField,
  sitesearch: textField,
  created: { kind: 'time', read: (_session, content) => [content.createdAt] },
  lastmodified: { kind: 'time', read: (_session, content) => [content.version.when] },
};

function bodyText(content: ContentRecord): string {
  return 'body' in content && content.body.storage.includes('<')
    ? textOf(parseStorage(content.body.storage))
    : '';
}

function compare(
  field: Field,
  name: string,
  actual: readonly string[],
  operator: CqlOperator,
  wanted: readonly string[],
): boolean {
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const equal = (): boolean => actual.some((have) => wanted.some((want) => same(have, want)));
  const like = (): boolean => wanted.every((want) => actual.some((have) => hasWords(have, want)));
  switch (operator) {
    case '=':
    case 'in':
      return equal();
    case '!=':
    case 'not in':
      return !equal();
    case '~':
    case '!~':
      if (field.kind !== 'text') throw badRequest(`The operator '${operator}' cannot be used with '${name}'`);
      return operator === '~' ? like() : !like();
    case '>':
    case '>=':
    case '<':
    case '<=': {
      if (field.kind !== 'time') throw badRequest(`The operator '${operator}' cannot be used with '${name}'`);
      const difference = toMs(actual[0] ?? '') - toMs(wanted[0] ?? '');
      if (operator === '>') return difference > 0;
      if (operator === '>=') return difference >= 0;
      return operator === '<' ? difference < 0 : difference <= 0;
    }
  }
}

/** True when every word of `query` is a word of `text`; a `*` at the end of a word matches any ending. */
function hasWords(text: string, query: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return query
    .toLowerCase()
    .split(/[^\p{L}\p{N}*]+/u)
    .filter((word) => word !== '')
    .every((word) =>
      word.endsWith('*') ? words.some((have) => have.startsWith(word.slice(0, -1))) : words.includes(word),
    );
}

function toMs(text: string): number {
  // CQL writes dates as yyyy-MM-dd, yyyy/MM/dd, each with an optional time.
  const ms = Date.parse(text.replaceAll('/', '-').replace(' ', 'T'));
  if (Number.isNaN(ms)) throw badRequest(`Could not parse the date '${text}'`);
  return ms;
}

const UNIT_MS: { readonly [unit: string]: number } = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

function evaluate(session: Session, cqlValue: CqlValue): string {
  if (cqlValue.kind === 'text') return cqlValue.text;
  if (cqlValue.name === 'currentuser') return session.actor.accountId;
  if (cqlValue.name === 'now') {
    const [, sign = '+', amount = '0', unit = 'd'] =
      /^([+-]?)(\d+)([mhdw])$/.exec(cqlValue.arguments[0] ?? '0d') ?? [];
    const shiftMs = Number(amount) * (UNIT_MS[unit] ?? 0) * (sign === '-' ? -1 : 1);
    return new Date(session.nowMs + shiftMs).toISOString();
  }
  throw badRequest(`No function exists with name '${cqlValue.name}'`);
}

const ORDERS: { readonly [name: string]: (content: ContentRecord) => string } = {
  title: (content) => content.title.toLowerCase(),
  created: (content) => content.createdAt,
  lastmodified: (content) => content.version.when,
  type: (content) => content.type,
  creator: (content) => content.createdBy,
  id: (content) => content.id.padStart(20, '0'),
};

/** Sorted as `order by` asks; without it by last modification, newest first. */
export function sortByCql(
  contents: readonly ContentRecord[],
  orders: readonly CqlOrder[],
): readonly ContentRecord[] {
  const chosen = orders.length > 0 ? orders : [{ field: 'lastmodified', descending: true }];
  const keys = chosen.map(({ field, descending }) => {
    const key = ORDERS[field];
    if (key === undefined) throw badRequest(`Cannot order by '${field}'`);
    return { key, direction: descending ? -1 : 1 };
  });
  return contents.toSorted((a, b) => {
    for (const { key, direction } of keys) {
      const difference = key(a).localeCompare(key(b));
      if (difference !== 0) return difference * direction;
    }
    return Number(a.id) - Number(b.id);
  });
}
