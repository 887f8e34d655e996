// Makes the catalogue entry of an event about one piece of content (page, blog post, whiteboard, …).
// It must not list events; the files of the families do.

import type { JsonObject, JsonValue } from '../../json';
import type { SubjectKind } from '../event';
import type { BesideEvent, CatalogueEvent, EventField, EventGroup } from './catalogue-event';
import { commonFields, contentFields, notificationFields, updateTriggerFields, spaceFields } from './fields';
import { sampleContent, samplePayload } from './samples';
import { CONTENT_SUMMARY } from './scopes';

/** What is special about one event of a family. */
export interface ContentEvent {
  /** `created` in `avi:confluence:created:page`. */
  readonly action: string;
  readonly name: string;
  readonly when: string;
  readonly spellings?: readonly string[];
  /** Beyond `read:confluence-content.summary`. */
  readonly moreScopes?: readonly string[];
  readonly moreFields?: readonly EventField[];
  readonly beside?: readonly BesideEvent[];
  /** Parts of the sample's `content`. */
  readonly content?: JsonObject;
  /** More of the sample's top level. */
  readonly payload?: JsonObject;
  readonly hasUpdateTrigger?: boolean;
  readonly noisy?: boolean;
}

/** What the events of a family have in common. */
export interface ContentFamily {
  readonly group: EventGroup;
  readonly subject: SubjectKind;
  /** With its article, for field descriptions: `the page`. */
  readonly what: string;
  readonly title: string;
}

/** The catalogue entry of one event of a family. */
export function contentEvent(family: ContentFamily, event: ContentEvent): CatalogueEvent {
  const id = `avi:confluence:${event.action}:${family.subject}`;
  return {
    id,
    spellings: event.spellings ?? [],
    name: event.name,
    when: event.when,
    group: family.group,
    subject: family.subject,
    scopes: [CONTENT_SUMMARY, ...(event.moreScopes ?? [])],
    fields: [
      ...commonFields({ actor: true }),
      ...spaceFields('space'),
      ...notificationFields(),
      ...(event.hasUpdateTrigger === true ? updateTriggerFields() : []),
      ...contentFields('content', family.what, [family.subject]),
      ...(event.moreFields ?? []),
    ],
    beside: event.beside ?? [],
    example: { condition: titleStartsWith('Meeting'), meaning: 'the title starts with "Meeting"' },
    sample: samplePayload(id, {
      suppressNotifications: false,
      ...(event.payload ?? {}),
      content: sampleContent(family.subject, { title: family.title, ...(event.content ?? {}) }),
    }),
    noisy: event.noisy === true,
  };
}

function titleStartsWith(start: string): JsonValue {
  return { startsWith: [{ var: 'content.title' }, start] };
}
