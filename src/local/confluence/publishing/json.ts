// Pages and blog posts as v2 shows them.

import type { JsonObject } from '../../../core/json';
import { includes, versionField, versionJson } from '../content/includes';
import { flag } from '../http/operation';
import type { Input } from '../http/operation';
import { spaceOf } from '../permissions/require';
import type { Session } from '../session';
import { bodyJson } from '../storage-format/body';
import type { Published } from './write';

/** As in lists. */
export function bulkJson(session: Session, content: Published, format: string | undefined): JsonObject {
  return {
    ...fields(session, content),
    version: versionJson(content.version),
    body: bodyJson(content.body, format),
    _links: links(session, content),
  };
}

/** As a single read or a write answers, with what the request asked to include. */
export function singleJson(
  input: Input,
  session: Session,
  content: Published,
  format: string | undefined,
): JsonObject {
  const favourited = flag(input, 'include-favorited-by-current-user-status');
  const self = `${session.baseUrl}/api/v2/${content.type}s/${content.id}`;
  return {
    ...fields(session, content),
    ...versionField(input, content),
    body: bodyJson(content.body, format),
    ...includes(input, session, content, self),
    ...(favourited ? { isFavoritedByCurrentUser: false } : {}),
    _links: { ...links(session, content), base: session.baseUrl },
  };
}

function fields(session: Session, content: Published): JsonObject {
  const { id, status, title, spaceId, createdBy, createdAt } = content;
  const shared = { id, status, title, spaceId, authorId: createdBy, createdAt };
  if (content.type === 'blogpost') return shared;
  return {
    ...shared,
    ...(content.subType === undefined ? {} : { subtype: content.subType }),
    // Atlassian describes these as strings and answers null at the root of a space.
    parentId: content.parentId ?? null,
    parentType: content.parentType ?? null,
    position: content.position,
    ownerId: content.ownerId,
    lastOwnerId: content.lastOwnerId ?? null,
  };
}

/** Links relative to `base`. */
export function links(session: Pick<Session, 'tables'>, content: Published): JsonObject {
  const { key } = spaceOf(session, content);
  const kind = content.type === 'page' ? 'pages' : 'blog';
  return {
    webui: `/spaces/${key}/${kind}/${content.id}/${encodeURIComponent(content.title).replaceAll('%20', '+')}`,
    editui: `/pages/resumedraft.action?draftId=${content.id}`,
    tinyui: `/x/${Buffer.from(content.id, 'utf8').toString('base64url')}`,
  };
}
