// REST v1 for searching by CQL: content, everything, and users.

import type { JsonObject } from '../../../core/json';
import { v1ContentJson } from '../content/v1-json';
import type { Input, Operation } from '../http/operation';
import { listParam, ok } from '../http/operation';
import { nextByCursor, readCursor, readLimit } from '../http/paging';
import { badRequest } from '../http/refusal';
import type { ContentRecord } from '../model/content';
import type { UserRecord } from '../model/user';
import { canView } from '../permissions/access';
import { spaceOf } from '../permissions/require';
import type { Session } from '../session';
import { listAll } from '../tables';
import { v1UserJson } from '../users/json';
import { matchesCql, sortByCql } from './match-cql';
import { parseCql } from './parse-cql';

const SEARCH = [['search:confluence'], ['read:content-details:confluence']];
const SEARCH_USERS = [['read:confluence-user'], ['read:content-details:confluence']];
/** Page size unless asked, and at most. [Confluence REST v1 description] */
const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 250;

export const searchOperations: readonly Operation[] = [
  {
    id: 'searchContentByCQL',
    method: 'GET',
    path: '/wiki/rest/api/content/search',
    version: 1,
    scopes: SEARCH,
    perform: (input, session) => {
      const { found, page } = search(input, session);
      const expand = listParam(input, 'expand');
      return ok(page(found, (content) => v1ContentJson(session, content, expand)));
    },
  },
  {
    id: 'searchByCQL',
    method: 'GET',
    path: '/wiki/rest/api/search',
    version: 1,
    scopes: SEARCH,
    perform: (input, session) => {
      const { found, page, cql } = search(input, session);
      const results = page(found, (content) => resultJson(session, content));
      return ok({ ...results, totalSize: found.length, cqlQuery: cql, searchDuration: 1 });
    },
  },
  {
    id: 'searchUser',
    method: 'GET',
    path: '/wiki/rest/api/search/user',
    version: 1,
    scopes: SEARCH_USERS,
    perform: (input, session) => {
      const cql = requireCql(input);
      const [, name] = /user\.fullname\s*~\s*["']?([^"']+)["']?/i.exec(cql) ?? [];
      const [, id] = /user\s*=\s*["']?([^"'\s]+)["']?/i.exec(cql) ?? [];
      if (name === undefined && id === undefined && !/type\s*=\s*user/i.test(cql)) {
        throw badRequest(`Could not parse cql : ${cql}`);
      }
      const found = listAll(session.tables.users)
        .filter(({ active }) => active)
        .filter((user) => id === undefined || user.accountId === id)
        .filter((user) => name === undefined || user.displayName.toLowerCase().includes(name.toLowerCase()));
      const results = pageOf(input, session)(found, (user) => userResultJson(session, user));
      return ok({ ...results, totalSize: found.length, cqlQuery: cql, searchDuration: 1 });
    },
  },
];

/** The visible, published content that `?cql=` finds. */
export function findByCql(session: Session, cql: string): readonly ContentRecord[] {
  const { where, order } = parseCql(cql);
  const found = listAll(session.tables.content)
    .filter(({ status }) => status === 'current')
    .filter((content) => matchesCql(session, content, where))
    .filter((content) => canView(session.tables, session.actor.accountId, content));
  return sortByCql(found, order);
}

function search(
  input: Input,
  session: Session,
): {
  readonly cql: string;
  readonly found: readonly ContentRecord[];
  readonly page: ReturnType<typeof pageOf>;
} {
  const cql = requireCql(input);
  return { cql, found: findByCql(session, cql), page: pageOf(input, session) };
}

function requireCql(input: Input): string {
  const cql = input.query.get('cql');
  if (cql === null || cql.trim() === '') throw badRequest('Query parameter "cql" is required');
  return cql;
}

/** Searches page by cursor; `start` is still understood. */
function pageOf(input: Input, session: Session) {
  const limit = readLimit(input, DEFAULT_LIMIT, MAX_LIMIT);
  const start = readCursor(input.query.get('cursor')) + Number(input.query.get('start') ?? 0);
  return <T>(items: readonly T[], toJson: (item: T) => JsonObject): JsonObject => {
    const results = items.slice(start, start + limit).map(toJson);
    const more = start + limit < items.length;
    const links = { base: session.baseUrl, context: '/wiki' };
    return {
      results,
      start,
      limit,
      size: results.length,
      _links: more ? { ...links, next: nextByCursor(input, start + limit, limit) } : links,
    };
  };
}

function resultJson(session: Session, content: ContentRecord): JsonObject {
  const space = spaceOf(session, content);
  const json = v1ContentJson(session, content, []);
  const links = json['_links'] as JsonObject;
  return {
    content: json,
    title: content.title,
    excerpt: '',
    url: links['webui'] ?? '',
    resultGlobalContainer: { title: space.name, displayUrl: `/spaces/${space.key}` },
    breadcrumbs: [],
    entityType: 'content',
    iconCssClass: `aui-icon content-type-${content.type}`,
    lastModified: content.version.when,
    friendlyLastModified: content.version.when.slice(0, 10),
    score: 0,
  };
}

function userResultJson(session: Session, user: UserRecord): JsonObject {
  return {
    user: v1UserJson(session, user),
    title: user.displayName,
    excerpt: '',
    url: `/people/${user.accountId}`,
    breadcrumbs: [],
    entityType: 'user',
    iconCssClass: 'aui-icon content-type-profile',
    lastModified: session.nowIso,
    friendlyLastModified: session.nowIso.slice(0, 10),
    score: 0,
  };
}
