// Comments as v2 shows them.

import type { JsonObject } from '../../../core/json';
import { includes, versionField, versionJson } from '../content/includes';
import type { Input } from '../http/operation';
import type { CommentRecord } from '../model/content';
import { spaceOf } from '../permissions/require';
import type { Session } from '../session';
import { bodyJson } from '../storage-format/body';

/** As in lists. */
export function commentBulkJson(
  session: Session,
  comment: CommentRecord,
  format: string | undefined,
): JsonObject {
  return {
    ...fields(comment),
    ...properties(comment),
    version: versionJson(comment.version),
    body: bodyJson(comment.body, format),
    _links: links(session, comment),
  };
}

/** As a single read or a write answers. */
export function commentSingleJson(
  input: Input,
  session: Session,
  comment: CommentRecord,
  format: string | undefined,
): JsonObject {
  const self = `${session.baseUrl}/api/v2/${comment.location}-comments/${comment.id}`;
  const included = includes(input, session, comment, self);
  const { resolution } = comment;
  return {
    ...fields(comment),
    ...included,
    ...mergedProperties(comment, included['properties']),
    ...(resolution?.by === undefined ? {} : { resolutionLastModifierId: resolution.by }),
    ...(resolution?.at === undefined ? {} : { resolutionLastModifiedAt: resolution.at }),
    ...versionField(input, comment),
    body: bodyJson(comment.body, format),
    _links: { ...links(session, comment), base: session.baseUrl },
  };
}

/** Names of the field that says what a comment belongs to. */
const CONTAINER_FIELDS: { readonly [T in CommentRecord['containerType']]: string } = {
  page: 'pageId',
  blogpost: 'blogPostId',
  attachment: 'attachmentId',
  custom_content: 'customContentId',
};

function fields(comment: CommentRecord): JsonObject {
  const { id, status, title, parentCommentId, resolution } = comment;
  return {
    id,
    status,
    title,
    [CONTAINER_FIELDS[comment.containerType]]: comment.containerId,
    ...(parentCommentId === undefined ? {} : { parentCommentId }),
    ...(resolution === undefined ? {} : { resolutionStatus: resolution.status }),
  };
}

/** Both spellings, as Atlassian gives them. */
function properties(comment: CommentRecord): JsonObject {
  if (comment.marker === undefined) return {};
  const { ref, selection } = comment.marker;
  return {
    properties: {
      inlineMarkerRef: ref,
      inlineOriginalSelection: selection,
      'inline-marker-ref': ref,
      'inline-original-selection': selection,
    },
  };
}

/** An inline comment's place and its content properties share one field. */
function mergedProperties(comment: CommentRecord, included: unknown): JsonObject {
  const place = properties(comment)['properties'];
  if (place === undefined) return {};
  return { properties: { ...(included as JsonObject | undefined), ...(place as JsonObject) } };
}

function links(session: Session, comment: CommentRecord): JsonObject {
  const { key } = spaceOf(session, comment);
  const focus = `focusedCommentId=${comment.id}`;
  return { webui: `/spaces/${key}/pages/${comment.containerId}?${focus}` };
}
