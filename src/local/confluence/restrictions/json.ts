// Restrictions as v1 shows them.

import type { JsonObject } from '../../../core/json';
import type { RestrictableRecord } from '../model/content';
import type { Session } from '../session';
import { groupJson, v1UserJson } from '../users/json';
import { NOBODY, RESTRICTION_OPERATIONS } from './store';
import type { RestrictionOperation } from './store';

/** Most subjects of each kind that an answer lists. [Confluence REST v1 description] */
const LIMIT = 100;

/** All operations of a content with their subjects. */
export function restrictionsJson(session: Session, content: RestrictableRecord): JsonObject {
  const results = RESTRICTION_OPERATIONS.map((operation) => restrictionJson(session, content, operation));
  const self = `${session.baseUrl}/rest/api/content/${content.id}/restriction`;
  return {
    results,
    start: 0,
    limit: LIMIT,
    size: results.length,
    restrictionsHash: hashOf(content),
    _links: { self, base: session.baseUrl, context: '/wiki' },
  };
}

export function restrictionJson(
  session: Session,
  content: RestrictableRecord,
  operation: RestrictionOperation,
): JsonObject {
  const { tables } = session;
  const subjects = content.restrictions?.[operation] ?? NOBODY;
  const users = subjects.users
    .flatMap((id) => tables.users.get(id) ?? [])
    .map((user) => v1UserJson(session, user));
  const groups = subjects.groups
    .flatMap((id) => tables.groups.get(id) ?? [])
    .map((group) => groupJson(session, group));
  const self = `${session.baseUrl}/rest/api/content/${content.id}/restriction/byOperation/${operation}`;
  return {
    operation,
    restrictions: { user: list(users), group: list(groups), _expandable: { user: '', group: '' } },
    _expandable: { restrictions: '', content: `/rest/api/content/${content.id}` },
    _links: { self },
  };
}

function list(results: readonly JsonObject[]): JsonObject {
  return { results, start: 0, limit: LIMIT, size: results.length };
}

/** Differs whenever the restrictions do; its form is nobody's business. */
function hashOf(content: RestrictableRecord): string {
  const text = JSON.stringify(content.restrictions ?? {});
  return Buffer.from(text, 'utf8').toString('base64url');
}
