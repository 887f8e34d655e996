// What the catalogue says about one Confluence event, and about one field that it carries.
// Types only; the events themselves are in the files beside this one.

import type { FieldType } from '../../conditions/field-catalogue';
import type { JsonObject, JsonValue } from '../../json';
import type { SubjectKind } from '../event';

/** One field of the facts. Below an `any` everything may be found; a list's elements are `path[]`. */
export interface EventField {
  /** Where it is in the facts: `content.space.key`. */
  readonly path: string;
  readonly type: FieldType;
  /** Not in every payload of the event: newer than some sites, or absent for some subjects. */
  readonly optional: boolean;
  /** What it holds, for the admin; a noun phrase without a full stop. */
  readonly about: string;
  /** Every value it can have, when Atlassian's documentation gives a closed list. */
  readonly values?: readonly string[];
}

/** Headings under which the page and the reference list events. */
export const EVENT_GROUPS = [
  'Pages and live docs',
  'Blog posts',
  'Whiteboards, databases, Smart Links and folders',
  'Tasks',
  'Comments',
  'Attachments',
  'Labels',
  'Spaces',
  'Custom content',
  'Users and groups',
  'Relations',
  'Search',
] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

/** Another event that Confluence publishes for the same deed of a user. */
export interface BesideEvent {
  /** Canonical id. */
  readonly event: string;
  /** When it does, as the end of "also fires …". */
  readonly when: string;
}

/** A condition that makes sense for the event, and what it says. */
export interface ExampleCondition {
  readonly condition: JsonValue;
  readonly meaning: string;
}

/** One event of Confluence, as data. */
export interface CatalogueEvent {
  /** Canonical id: the spelling of Atlassian's current documentation. */
  readonly id: string;
  /** Other ids that mean the same event, older or newer; Forge may deliver either. */
  readonly spellings: readonly string[];
  /** `Page created` */
  readonly name: string;
  /** When it fires, for the admin: one sentence. */
  readonly when: string;
  readonly group: EventGroup;
  readonly subject: SubjectKind;
  /** OAuth scopes that the event needs, in the classic form that Atlassian documents. */
  readonly scopes: readonly string[];
  /** Every field of the facts that payloads of this event give. */
  readonly fields: readonly EventField[];
  readonly beside: readonly BesideEvent[];
  readonly example: ExampleCondition;
  /** A payload as Forge delivers it, with the canonical id; newer fields included. */
  readonly sample: JsonObject;
  /** Fires so often that it has a trigger and a function of its own. */
  readonly noisy: boolean;
}
