// The event that the next change of a page would be: what Confluence would publish if the user saved the page now,
// unchanged. It is never delivered; rules are asked what they would make of it.

import { parseEvent } from '../../events/parse-event';
import type { ParsedEvent } from '../../events/event';
import type { JsonObject } from '../../json';
import type { ViewedContent } from './viewer';

/** The event of `content` being updated at `nowMs` by the user. */
export function nextChange(content: ViewedContent, accountId: string, nowMs: number): ParsedEvent {
  const now = new Date(nowMs).toISOString();
  const { id, type, subtype, status, title, space, authorId, ownerId, createdAt, version } = content;
  return parseEvent({
    eventType: `avi:confluence:updated:${type}`,
    atlassianId: accountId,
    eventCreatedDate: now,
    selfGenerated: false,
    suppressNotifications: false,
    updateTrigger: 'edit_page',
    content: {
      id,
      type,
      ...(subtype === undefined ? {} : { subType: subtype }),
      status,
      title,
      space: { id: space.id, key: space.key, alias: space.key, name: space.name, type: space.type },
      history: {
        latest: true,
        createdBy: person(authorId),
        ...(ownerId === undefined ? {} : { ownedBy: person(ownerId) }),
        createdDate: createdAt,
      },
      version: { by: person(accountId), when: now, number: version.number + 1 },
    },
  });
}

function person(accountId: string): JsonObject {
  return { type: 'known', accountId, accountType: 'atlassian' };
}
