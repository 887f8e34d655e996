// Events of comments, with the thread above a reply and the content that holds it.

import type { JsonObject } from '../../../core/json';
import type { CommentRecord } from '../model/content';
import type { SiteEvent } from '../session';
import type { Tables } from '../tables';
import { contentJson } from './parts';

export type CommentVerb = 'created' | 'updated' | 'liked' | 'deleted';

export function commentEvent(tables: Tables, verb: CommentVerb, comment: CommentRecord): SiteEvent {
  const container = tables.content.get(comment.containerId);
  return {
    eventType: `avi:confluence:${verb}:comment`,
    suppressNotifications: false,
    ...(verb === 'updated' ? { updateTrigger: 'edit_comment' } : {}),
    content: {
      ...commentJson(tables, comment),
      ancestors: ancestorsOf(tables, comment),
      ...(container === undefined ? {} : { container: contentJson(tables, container) }),
    },
  };
}

function commentJson(tables: Tables, comment: CommentRecord): JsonObject {
  return { ...contentJson(tables, comment), extensions: { location: comment.location } };
}

/** The comments that this one answers, newest first; they carry no container of their own. */
function ancestorsOf(tables: Tables, comment: CommentRecord): readonly JsonObject[] {
  if (comment.parentCommentId === undefined) return [];
  const parent = tables.content.get(comment.parentCommentId);
  if (parent?.type !== 'comment') return [];
  return [commentJson(tables, parent), ...ancestorsOf(tables, parent)];
}
