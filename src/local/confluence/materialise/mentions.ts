// What a payload speaks of: people, groups, spaces, content, templates, a task. It reads normalised payloads and
// must not look at the site.

import { objectAt, shortTextAt, valueAt } from '../../../core/events/read-payload';
import { isJsonObject } from '../../../core/json';
import type { JsonObject, JsonValue } from '../../../core/json';

/** One piece of content, with what it takes over from the payload around it. */
export interface MentionedContent {
  readonly json: JsonObject;
  readonly space?: JsonObject;
  /** What a comment or an attachment is on. */
  readonly container?: JsonObject;
}

export interface Mentions {
  readonly users: readonly JsonObject[];
  readonly groups: readonly JsonObject[];
  readonly spaces: readonly JsonObject[];
  /** What holds others comes before them. */
  readonly contents: readonly MentionedContent[];
  readonly templates: readonly JsonObject[];
  /** The label that the event put on what it is about. */
  readonly addedLabel?: JsonObject;
  readonly task?: JsonObject;
}

const EVENT_ID = /^avi:confluence:([^:]+):([^:]+)/;

/** Where an event names content. */
const CONTENT_PLACES = [['content'], ['attachment'], ['source', 'content'], ['target', 'content']] as const;
const SPACE_PLACES = [['space'], ['source', 'space'], ['target', 'space'], ['template', 'space']] as const;

/** Everything that `payload` (normalised) speaks of and that is there after the event. */
export function mentionsOf(payload: JsonObject): Mentions {
  const [, action = '', subject = ''] = EVENT_ID.exec(shortTextAt(payload, 'eventType') ?? '') ?? [];
  const space = objectAt(payload, 'space');
  const found = CONTENT_PLACES.flatMap((path) => contentsOf(objectAt(payload, ...path), { space }));
  // What was deleted for good is gone; what it was on is not.
  const isGone = (place: string): boolean => action === 'deleted' && subjectPlace(subject) === place;
  const gone = ['content', 'attachment'].filter(isGone).map((place) => objectAt(payload, place));
  const contents = found.filter(({ json }) => !gone.includes(json));
  const label = objectAt(payload, 'label');
  const task = objectAt(payload, 'task');
  return {
    users: [...(isGone('user') ? [] : usersIn(payload)), ...actorsOf(payload)],
    groups: isGone('group') ? [] : listOf(objectAt(payload, 'group')),
    spaces: [
      ...(isGone('space') ? [] : SPACE_PLACES.flatMap((path) => listOf(objectAt(payload, ...path)))),
      ...contents.flatMap((content) => listOf(content.space)),
    ],
    contents,
    templates: listOf(objectAt(payload, 'template')),
    ...(label !== undefined && (action === 'added' || action === 'created') ? { addedLabel: label } : {}),
    ...(task !== undefined && action !== 'removed' ? { task } : {}),
  };
}

/** The field that holds the subject of an event. */
function subjectPlace(subject: string): string {
  if (['attachment', 'space', 'user', 'group', 'label', 'relation'].includes(subject)) return subject;
  return 'content';
}

/** The content with its container and ancestors, which come first. */
function contentsOf(
  json: JsonObject | undefined,
  around: { readonly space?: JsonObject | undefined; readonly container?: JsonObject | undefined },
): readonly MentionedContent[] {
  if (json === undefined) return [];
  const space = objectAt(json, 'space') ?? around.space;
  const ownContainer = objectAt(json, 'container');
  const container = ownContainer ?? around.container;
  return [
    ...contentsOf(ownContainer, { space }),
    // The nearest ancestor comes first in a payload.
    ...objectsOf(json['ancestors'])
      .toReversed()
      .flatMap((ancestor) => contentsOf(ancestor, { space, container })),
    {
      json,
      ...(space === undefined ? {} : { space }),
      ...(container === undefined ? {} : { container }),
    },
  ];
}

/** Every description of a user, wherever it is. */
function usersIn(value: JsonValue): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap((member: JsonValue) => usersIn(member));
  if (!isJsonObject(value)) return [];
  const inside = Object.values(value).flatMap((member) => usersIn(member));
  return typeof value['accountId'] === 'string' ? [value, ...inside] : inside;
}

/** Users of whom only the id is given: who acted, and to whom a task is assigned. */
function actorsOf(payload: JsonObject): readonly JsonObject[] {
  const ids = [valueAt(payload, 'atlassianId'), valueAt(payload, 'task', 'assignee')];
  return ids.flatMap((accountId) => (typeof accountId === 'string' ? [{ accountId }] : []));
}

/** The objects of a list; none when it is something else. */
export function objectsOf(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter((member: JsonValue) => isJsonObject(member)) : [];
}

function listOf(json: JsonObject | undefined): readonly JsonObject[] {
  return json === undefined ? [] : [json];
}
