// Makes the catalogue entry of an event about one piece of content (page, blog post, whiteboard, …).
// It must not list events; the files of the families do.

import type { JsonObject } from '../../json';
import type { SubjectKind } from '../event';
import type {
  BesideEvent,
  CatalogueEvent,
  EventField,
  EventGroup,
  ExampleCondition,
} from './catalogue-event';
import { authoredFields, commonFields, notificationFields, spaceFields, updateTriggerFields } from './fields';
import { sampleContent, samplePayload } from './samples';
import { CONTENT_SUMMARY } from './scopes';

const TITLE_EXAMPLE: ExampleCondition = {
  condition: { startsWith: [{ var: 'content.title' }, 'Meeting'] },
  meaning: 'the title starts with "Meeting"',
};

/** For events that somebody causes on what is another's. */
export const BY_ANOTHER_EXAMPLE: ExampleCondition = {
  condition: { '!=': [{ var: 'actor.accountId' }, { var: 'content.author.accountId' }] },
  meaning: 'somebody other than the author did it',
};

/** For events that matter in some spaces. */
export const IN_SPACE_EXAMPLE: ExampleCondition = {
  condition: { in: [{ var: 'space.key' }, ['ENG', 'OPS']] },
  meaning: 'it is in the space ENG or OPS',
};

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
  /** @default a title that starts with "Meeting" */
  readonly example?: ExampleCondition;
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
      ...authoredFields('content', family.what, [family.subject]),
      ...(event.moreFields ?? []),
    ],
    beside: event.beside ?? [],
    example: event.example ?? TITLE_EXAMPLE,
    sample: samplePayload(id, {
      suppressNotifications: false,
      ...(event.payload ?? {}),
      content: sampleContent(family.subject, { title: family.title, ...(event.content ?? {}) }),
    }),
    noisy: event.noisy === true,
  };
}
