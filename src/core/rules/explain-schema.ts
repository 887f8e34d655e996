// Says everything that is wrong with a value by a valibot schema, each with its path, in one voice. It walks the schema
// itself, because a strict object reports only the first unknown key, and a union only that nothing matched.
// It must not change or complete the value.

import * as v from 'valibot';
import { nearestWord } from '../conditions/nearest-word';
import { isJsonObject } from '../json';
import { joinPath } from './json-text';
import type { Problem } from '../result';

/** Words that authors of other systems use for the keys of ours. */
export type Synonyms = Readonly<Record<string, string>>;

/** What the walk needs to know of a schema; valibot documents these properties. */
interface SchemaShape {
  readonly type: string;
  readonly expects: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly item?: v.GenericSchema;
  readonly wrapped?: v.GenericSchema;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
}

/** Every problem that `schema` has with `value`; none when it accepts it. Paths begin with `path`. */
export function explainBySchema(
  schema: v.GenericSchema,
  value: unknown,
  path: string,
  synonyms: Synonyms = {},
): readonly Problem[] {
  const shape = schema as unknown as SchemaShape;
  switch (shape.type) {
    case 'optional':
      return value === undefined || shape.wrapped === undefined
        ? []
        : explainBySchema(shape.wrapped, value, path, synonyms);
    case 'strict_object':
    case 'object':
      return isJsonObject(value)
        ? explainObject(shape, value, path, synonyms)
        : [expected('an object', value, path)];
    case 'array':
      return explainArray(schema, shape, value, path, synonyms);
    case 'union':
      return explainUnion(schema, shape, value, path, synonyms);
    default:
      return explainLeaf(schema, shape, value, path);
  }
}

/** A problem that says what was expected and what was found. */
function expected(what: string, value: unknown, path: string): Problem {
  return { path, level: 'error', message: `expected ${what}, got ${preview(value)}` };
}

/** A problem with a word, with the word that was probably meant. */
export function unknownWord(message: string, path: string, suggestion: string | undefined): Problem {
  if (suggestion === undefined) return { path, level: 'error', message };
  return { path, level: 'error', message: `${message}; did you mean "${suggestion}"?`, suggestion };
}

function explainObject(
  shape: SchemaShape,
  value: Readonly<Record<string, unknown>>,
  path: string,
  synonyms: Synonyms,
): readonly Problem[] {
  const entries = shape.entries ?? {};
  const problems = Object.entries(entries).flatMap(([key, schema]): readonly Problem[] => {
    const at = joinPath(path, key);
    if (Object.hasOwn(value, key)) return explainBySchema(schema, value[key], at, synonyms);
    if ((schema as unknown as SchemaShape).type === 'optional') return [];
    return [{ path: at, level: 'error', message: `expected ${nameOf(schema)}, but "${key}" is missing` }];
  });
  if (shape.type !== 'strict_object') return problems;
  const free = Object.keys(entries).filter((key) => !Object.hasOwn(value, key));
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(entries, key));
  return problems.concat(
    unknown.map((key) => {
      // Rather a key that is missing than one that is there; but that one, too, says what the word is called here.
      const meant = nearestKey(key, free, synonyms) ?? nearestKey(key, Object.keys(entries), synonyms);
      return unknownWord(`"${key}" is not a key of this object`, joinPath(path, key), meant);
    }),
  );
}

/** Which of `keys` was probably meant, also by a word of another system. */
function nearestKey(word: string, keys: readonly string[], synonyms: Synonyms): string | undefined {
  const words = Object.keys(synonyms).filter((each) => keys.includes(synonyms[each] ?? ''));
  const near = nearestWord(word, [...keys, ...words]);
  return near === undefined ? undefined : (synonyms[near] ?? near);
}

function explainArray(
  schema: v.GenericSchema,
  shape: SchemaShape,
  value: unknown,
  path: string,
  synonyms: Synonyms,
): readonly Problem[] {
  if (!Array.isArray(value)) return [expected('a list', value, path)];
  const { item } = shape;
  const inside =
    item === undefined
      ? []
      : value.flatMap((each: unknown, index) => explainBySchema(item, each, joinPath(path, index), synonyms));
  // The lengths are checked on as many values that are sure to be accepted, so that only lengths are reported.
  return inside.length > 0 ? inside : explainLeaf(schema, shape, value, path);
}

/** Reports by the option that the value resembles most, rather than that none matched. */
function explainUnion(
  schema: v.GenericSchema,
  shape: SchemaShape,
  value: unknown,
  path: string,
  synonyms: Synonyms,
): readonly Problem[] {
  if (v.is(schema, value)) return [];
  const options = (shape.options ?? []) as readonly v.GenericSchema[];
  if (isJsonObject(value)) {
    const keysShared = (option: v.GenericSchema): number =>
      Object.keys((option as unknown as SchemaShape).entries ?? {}).filter((key) => Object.hasOwn(value, key))
        .length;
    const objects = options.filter((option) => (option as unknown as SchemaShape).entries !== undefined);
    const [closest] = objects.toSorted((a, b) => keysShared(b) - keysShared(a));
    if (closest !== undefined) return explainBySchema(closest, value, path, synonyms);
  }
  if (typeof value === 'string') {
    const words = options.find((option) => (option as unknown as SchemaShape).type === 'picklist');
    if (words !== undefined) return explainBySchema(words, value, path, synonyms);
  }
  return [expected(options.map(nameOf).join(' or '), value, path)];
}

function explainLeaf(
  schema: v.GenericSchema,
  shape: SchemaShape,
  value: unknown,
  path: string,
): readonly Problem[] {
  const result = v.safeParse(schema, value);
  if (result.success) return [];
  if (shape.type === 'picklist' && typeof value === 'string') {
    const words = (shape.options ?? []).map(String);
    return [unknownWord(expected(nameOf(schema), value, path).message, path, nearestWord(value, words))];
  }
  return result.issues.map((issue) => {
    const at = (issue.path ?? []).reduce((base, { key }) => joinPath(base, key as string | number), path);
    if (issue.kind === 'schema')
      return expected(
        issue.path === undefined ? nameOf(schema) : (issue.expected ?? 'something else'),
        issue.input,
        at,
      );
    return { path: at, level: 'error', message: limitMessage(issue) };
  });
}

/** The sentence for a value of the right type that breaks a limit. */
function limitMessage(issue: v.BaseIssue<unknown>): string {
  const { requirement } = issue as { requirement?: unknown };
  const limit = String(requirement);
  switch (issue.type) {
    case 'max_length':
      return typeof issue.input === 'string'
        ? `expected at most ${limit} characters, got ${issue.input.length}`
        : `expected at most ${limit} items, got ${(issue.input as readonly unknown[]).length}`;
    case 'min_length':
      return `expected at least ${limit} item${limit === '1' ? '' : 's'}, got ${(issue.input as readonly unknown[]).length}`;
    case 'non_empty':
      return 'expected a text that is not empty';
    case 'integer':
      return `expected a whole number, got ${preview(issue.input)}`;
    case 'min_value':
      return `expected at least ${limit}, got ${preview(issue.input)}`;
    case 'max_value':
      return `expected at most ${limit}, got ${preview(issue.input)}`;
    default:
      return issue.message.startsWith('Invalid ')
        ? `expected ${issue.expected ?? 'something else'}, got ${preview(issue.input)}`
        : `${issue.message}, got ${preview(issue.input)}`;
  }
}

/** What a schema wants, in words. */
function nameOf(schema: v.GenericSchema): string {
  const shape = schema as unknown as SchemaShape;
  switch (shape.type) {
    case 'string':
      return 'a text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list';
    case 'object':
    case 'strict_object':
    case 'record':
      return 'an object';
    case 'literal':
      return JSON.stringify(shape.literal);
    case 'picklist':
      return (shape.options ?? [])
        .map((option) => JSON.stringify(option))
        .join(', ')
        .replace(/, (?=[^,]*$)/, ' or ');
    default:
      return shape.expects;
  }
}

/** A value in a message: its JSON, shortened. */
function preview(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
