// Helpers over text and lists. They must treat text by code points, so that no character is cut in half.

import { isNothing, toText } from '../markup';
import { HelperError } from '../template-failure';
import type { Helper, HelperEnvironment } from './helper';

/** What `truncate` ends with when it shortens. */
const ELLIPSIS = '…';

export const upper: Helper = textHelper('Capital letters.', (text) => text.toUpperCase());
export const lower: Helper = textHelper('Small letters.', (text) => text.toLowerCase());
export const trim: Helper = textHelper('Without blanks and line ends at both ends.', (text) => text.trim());

export const truncate: Helper = {
  args: [2, 2],
  options: ['end'],
  toleratesMissing: false,
  summary: 'At most so many characters; what is longer ends in `…`, or in what `end` says.',
  refuses: ([, length]) => (length === undefined ? undefined : refuseLength(length)),
  call([value, length], options, environment) {
    const refusal = refuseLength(length);
    if (refusal !== undefined) throw new HelperError(`\`truncate\` ${refusal}`);
    const most = Number(length);
    const text = charged(value, environment);
    // A text of so many UTF-16 units has at most so many characters.
    if (text.length <= most) return text;
    const characters = Array.from(text);
    if (characters.length <= most) return text;
    const end = Array.from(options['end'] === undefined ? ELLIPSIS : toText(options['end']));
    return characters
      .slice(0, Math.max(0, most - end.length))
      .concat(end)
      .slice(0, most)
      .join('');
  },
};

export const join: Helper = {
  args: [1, 2],
  options: ['key'],
  toleratesMissing: false,
  summary:
    'The items of a list with a separator between them, `, ` unless named; `key` picks a field of each item.',
  call([list, separator], options, environment) {
    const key = options['key'] === undefined ? undefined : toText(options['key']);
    const items = Array.isArray(list) ? list : isNothing(list) ? [] : [list];
    const texts = items.map((item: unknown) =>
      charged(key === undefined ? item : ownField(item, key), environment),
    );
    return texts.join(separator === undefined ? ', ' : toText(separator));
  },
};

export const defaultTo: Helper = {
  args: [2, 2],
  options: [],
  toleratesMissing: true,
  summary: 'The first value, or the second when the first is missing or empty.',
  call: ([value, fallback]) => (isNothing(value) ? fallback : value),
};

export const count: Helper = {
  args: [1, 1],
  options: [],
  toleratesMissing: true,
  summary: 'How many items a list has, or fields an object; 0 for a missing one.',
  call([value]) {
    if (Array.isArray(value)) return value.length;
    if (typeof value === 'object' && value !== null) return Object.keys(value).length;
    return isNothing(value) ? 0 : 1;
  },
};

export const lookup: Helper = {
  args: [2, 2],
  options: [],
  toleratesMissing: true,
  summary: 'The field of an object, or the item of a list, whose name or number is itself a value.',
  // Handlebars answers a falsy object as it is.
  call: ([value, key]) => (value ? ownField(value, toText(key ?? String(key))) : value),
};

function refuseLength(length: unknown): string | undefined {
  const isCount = (typeof length === 'number' || typeof length === 'string') && /^\d+$/.test(String(length));
  return isCount ? undefined : `expects a whole number of characters, got ${describe(length)}`;
}

/** A property that the value has itself; never one of its prototype. */
export function ownField(value: unknown, name: string): unknown {
  if (value === null || value === undefined || !Object.hasOwn(Object(value) as object, name))
    return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** A value in a message: quoted text, shortened. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = toText(value);
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return typeof value === 'string' ? `"${shown}"` : shown === '' ? 'null' : shown;
}

/** The text of a value, counted as work. */
export function charged(value: unknown, environment: HelperEnvironment): string {
  const text = toText(value);
  environment.charge(text.length);
  return text;
}

function textHelper(summary: string, change: (text: string) => string): Helper {
  return {
    args: [1, 1],
    options: [],
    toleratesMissing: false,
    summary,
    call: ([value], _options, environment) => change(charged(value, environment)),
  };
}
