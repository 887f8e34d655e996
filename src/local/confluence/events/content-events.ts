// Events of pages, live docs, blog posts, whiteboards, databases, Smart Links, folders and custom content:
// one payload family. It builds payloads; when they are published is decided where the change is made.

import type { ContentRecord, PageRecord, TreeRecord } from '../model/content';
import type { Tables } from '../tables';
import type { SiteEvent } from '../session';
import { contentJson } from './parts';

type EventContent = Exclude<ContentRecord, { type: 'comment' | 'attachment' }>;

/** What can happen to content with no fields of its own in the payload. */
export type ContentVerb =
  | 'created'
  | 'initialized'
  | 'started'
  | 'snapshotted'
  | 'published'
  | 'liked'
  | 'viewed'
  | 'archived'
  | 'unarchived'
  | 'trashed'
  | 'restored'
  | 'deleted'
  | 'permissions_updated';

export function contentEvent(tables: Tables, verb: ContentVerb, content: EventContent): SiteEvent {
  return event(tables, verb, content);
}

/** Atlassian leaves the values open; `edit_page` is the one that its Connect webhooks show. */
const EDIT_TRIGGER = 'edit_page';

/** A new version of a page, blog post or custom content; also the versions of a live doc. */
export function contentUpdatedEvent(
  tables: Tables,
  content: EventContent,
  verb: 'updated' | 'started' | 'snapshotted' | 'published' = 'updated',
): SiteEvent {
  return { ...event(tables, verb, content), updateTrigger: EDIT_TRIGGER };
}

/** `before` is the content as it was at its old place; Atlassian's reference has it for pages only. */
export function contentMovedEvent(tables: Tables, content: TreeRecord, before: TreeRecord): SiteEvent {
  const moved = event(tables, 'moved', content);
  return content.type === 'page' ? { ...moved, prevContent: contentJson(tables, before) } : moved;
}

/** Atlassian's reference names the origin for pages only. */
export function contentCopiedEvent(tables: Tables, copy: TreeRecord, originId: string): SiteEvent {
  const copied = event(tables, 'copied', copy);
  return copy.type === 'page' ? { ...copied, originContentId: originId } : copied;
}

/** `content` is the parent whose children have a new order. */
export function childrenReorderedEvent(
  tables: Tables,
  content: PageRecord,
  before: readonly string[],
  after: readonly string[],
): SiteEvent {
  return {
    ...event(tables, 'children_reordered', content),
    oldSortedChildPageIds: before,
    newSortedChildPageIds: after,
  };
}

function event(tables: Tables, verb: string, content: EventContent): SiteEvent {
  return {
    eventType: `avi:confluence:${verb}:${content.type}`,
    suppressNotifications: false,
    content: contentJson(tables, content),
  };
}
