// The types of one parsed event. parse-event.ts makes them; conditions and templates read the facts.

import type { JsonObject } from '../json';

/** What conditions and templates read: the payload with ids as strings, plus `event`, `actor`, `space`. */
export type Facts = JsonObject;

/** What an event is about. */
export type SubjectKind =
  | 'page'
  | 'blogpost'
  | 'comment'
  | 'attachment'
  | 'space'
  | 'template'
  | 'whiteboard'
  | 'database'
  | 'embed'
  | 'folder'
  | 'custom_content'
  | 'task'
  | 'user'
  | 'group'
  | 'relation'
  | 'search'
  /** A label whose event names nothing that it is on. */
  | 'label'
  | 'unknown';

export interface ParsedEvent {
  /** Canonical event id of the catalogue; an unknown id is kept as it came. */
  readonly type: string;
  /** False when the catalogue does not know the id; rules on any event still see it. */
  readonly known: boolean;
  /** Identity of this event for claims: equal for a redelivery, different for a genuine repeat where the payload allows. */
  readonly key: string;
  readonly facts: Facts;
  readonly subject: {
    readonly kind: SubjectKind;
    readonly id: string;
    readonly title?: string;
    /** The page, blog post or other content that a label or comment action would touch. */
    readonly contentId?: string;
    /** As the payload has it; `custom_content` for that of any module. */
    readonly contentType?: string;
    readonly spaceKey?: string;
    readonly spaceType?: string;
  };
  /** The user who caused it; absent for anonymous and for user and group events. */
  readonly actorAccountId?: string;
  /** From `eventCreatedDate`, if present. */
  readonly createdAt?: string;
  /** From `selfGenerated`, if present. */
  readonly selfGenerated?: boolean;
}
