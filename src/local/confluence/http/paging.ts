// Lists in pages, as both versions of REST give them: v2 by cursor, v1 by start and limit.
// It must not know what is in the list.

import type { JsonObject, JsonValue } from '../../../core/json';
import type { Session } from '../session';
import type { Input, Reply } from './operation';
import { badRequest } from './refusal';

/** v2: `limit` when none is given, and its largest value. [Confluence REST v2 description] */
const V2_DEFAULT_LIMIT = 25;
const V2_MAX_LIMIT = 250;
/** v1: most lists give 25 unless asked. */
const V1_DEFAULT_LIMIT = 25;

/**
 * One page of `items` as v2 answers it, with `_links.next` and a `Link` header when there is more.
 * The cursor is opaque to callers; it holds how many items came before.
 */
export function v2Page<T>(
  input: Input,
  session: Session,
  items: readonly T[],
  toJson: (item: T) => JsonValue,
): Reply {
  const limit = readLimit(input, V2_DEFAULT_LIMIT, V2_MAX_LIMIT);
  const offset = readCursor(input.query.get('cursor'));
  const results = items.slice(offset, offset + limit).map(toJson);
  const base = { base: session.baseUrl };
  if (offset + limit >= items.length) return { status: 200, body: { results, _links: base } };

  const query = new URLSearchParams(input.query);
  query.set('limit', String(limit));
  query.set('cursor', writeCursor(offset + limit));
  const next = `${input.path}?${query.toString()}`;
  return {
    status: 200,
    body: { results, _links: { ...base, next } },
    headers: { Link: `<${next}>; rel="next", <${session.baseUrl}>; rel="base"` },
  };
}

/** One page of `items` as v1 answers it; `next` is relative to `context`. */
export function v1Page<T>(
  input: Input,
  session: Session,
  items: readonly T[],
  toJson: (item: T) => JsonValue,
  limits: { readonly fallback?: number; readonly max?: number } = {},
): JsonObject {
  const fallback = limits.fallback ?? V1_DEFAULT_LIMIT;
  const limit = readLimit(input, fallback, limits.max ?? Number.POSITIVE_INFINITY);
  const cursor = input.query.get('cursor');
  const start = cursor === null ? readNumber(input, 'start', 0) : readCursor(cursor);
  const results = items.slice(start, start + limit).map(toJson);
  const more = start + limit < items.length;
  const links: JsonObject = {
    base: session.baseUrl,
    context: '/wiki',
    self: `${session.baseUrl}${withoutContext(input.path)}`,
    ...(more ? { next: nextV1(input, cursor === null ? 'start' : 'cursor', start + limit, limit) } : {}),
  };
  return { results, start, limit, size: results.length, _links: links };
}

/** The link to the next page of a v1 search, which pages by cursor. */
export function nextByCursor(input: Input, offset: number, limit: number): string {
  return nextV1(input, 'cursor', offset, limit);
}

function nextV1(input: Input, by: 'start' | 'cursor', offset: number, limit: number): string {
  const query = new URLSearchParams(input.query);
  query.set('limit', String(limit));
  query.set(by, by === 'start' ? String(offset) : writeCursor(offset));
  if (by === 'cursor') query.set('next', 'true');
  return `${withoutContext(input.path)}?${query.toString()}`;
}

/** The requested page size between 1 and `max`. */
export function readLimit(input: Input, fallback: number, max: number): number {
  const limit = readNumber(input, 'limit', fallback);
  if (limit < 1) throw badRequest(`Invalid limit: ${limit}. Expected a number from 1 on`);
  return Math.min(limit, max);
}

function readNumber(input: Input, name: string, fallback: number): number {
  const text = input.query.get(name);
  if (text === null || text === '') return fallback;
  if (!/^\d{1,9}$/.test(text)) throw badRequest(`Invalid value for query parameter '${name}': ${text}`);
  return Number(text);
}

const CURSOR_PREFIX = 'after:';

function writeCursor(offset: number): string {
  return Buffer.from(`${CURSOR_PREFIX}${offset}`, 'utf8').toString('base64url');
}

/** How many items come before the page that `cursor` names. */
export function readCursor(cursor: string | null): number {
  if (cursor === null || cursor === '') return 0;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const offset = Number(text.slice(CURSOR_PREFIX.length));
  if (!text.startsWith(CURSOR_PREFIX) || !Number.isInteger(offset) || offset < 0) {
    throw badRequest('Provided cursor is not valid');
  }
  return offset;
}

function withoutContext(path: string): string {
  return path.replace(/^\/wiki/, '');
}
