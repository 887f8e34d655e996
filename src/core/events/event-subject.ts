// What an event is about: the thing that changed, the content that an action on it would touch,
// and the space in which that is. It reads normalised payloads only.

import type { JsonObject } from '../json';
import type { ParsedEvent, SubjectKind } from './event';
import { objectAt, shortTextAt } from './read-payload';

type Subject = ParsedEvent['subject'];

/** A thing in a payload, and the content that a label or a comment would go to. */
interface Found {
  readonly kind: SubjectKind;
  readonly id: string | undefined;
  readonly title?: string | undefined;
  readonly content?: JsonObject | undefined;
}

/** Kinds of which `content.type` is the very name. */
const CONTENT_KINDS: ReadonlySet<string> = new Set([
  'page',
  'blogpost',
  'comment',
  'attachment',
  'whiteboard',
  'database',
  'embed',
  'folder',
  'custom_content',
]);

/**
 * The subject of a normalised payload. `kind` is what the catalogue says of the event; for labels it
 * becomes the kind of the labelled thing, and for unknown events it is read off the payload.
 * A missing id is the empty text.
 */
export function subjectOf(kind: SubjectKind, payload: JsonObject): Subject {
  const found = find(kind, payload);
  const space = spaceOf(payload);
  const contentId = found.content === undefined ? undefined : shortTextAt(found.content, 'id');
  const contentType = found.content === undefined ? undefined : typeName(shortTextAt(found.content, 'type'));
  const spaceKey = space === undefined ? undefined : shortTextAt(space, 'key');
  const spaceType = space === undefined ? undefined : shortTextAt(space, 'type');
  return {
    kind: found.kind,
    id: found.id ?? '',
    ...(found.title === undefined ? {} : { title: found.title }),
    ...(contentId === undefined ? {} : { contentId }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(spaceKey === undefined ? {} : { spaceKey }),
    ...(spaceType === undefined ? {} : { spaceType }),
  };
}

/** The space an event is in: its own, or that of the content it is about; undefined when there is none. */
export function spaceOf(payload: JsonObject): JsonObject | undefined {
  return (
    objectAt(payload, 'space') ??
    objectAt(payload, 'content', 'space') ??
    objectAt(payload, 'content', 'container', 'space') ??
    objectAt(payload, 'attachment', 'space') ??
    objectAt(payload, 'attachment', 'container', 'space') ??
    objectAt(payload, 'template', 'space') ??
    objectAt(payload, 'target', 'content', 'space') ??
    objectAt(payload, 'target', 'space') ??
    objectAt(payload, 'source', 'content', 'space') ??
    objectAt(payload, 'source', 'space')
  );
}

function find(kind: SubjectKind, payload: JsonObject): Found {
  const content = objectAt(payload, 'content');
  switch (kind) {
    case 'comment':
      return { kind, id: idOf(content), title: titleOf(content), content: containerOf(content) };
    case 'attachment': {
      const attachment = objectAt(payload, 'attachment');
      return { kind, id: idOf(attachment), title: titleOf(attachment), content: containerOf(attachment) };
    }
    case 'task':
      return {
        kind,
        id: shortTextAt(payload, 'task', 'id') ?? idOf(content),
        title: titleOf(content),
        content,
      };
    case 'space':
      return { kind, id: shortTextAt(payload, 'space', 'id'), title: shortTextAt(payload, 'space', 'name') };
    case 'user':
      return { kind, id: shortTextAt(payload, 'user', 'accountId') };
    case 'group':
      return { kind, id: shortTextAt(payload, 'group', 'id'), title: shortTextAt(payload, 'group', 'name') };
    case 'relation':
      return relation(payload);
    case 'search':
      return { kind, id: undefined, title: shortTextAt(payload, 'query') };
    case 'label':
    case 'template':
    case 'unknown':
      return holder(kind, payload);
    default:
      return { kind, id: idOf(content), title: titleOf(content), content };
  }
}

/** A relation is known by its name and both ends; an action touches the content at the target. */
function relation(payload: JsonObject): Found {
  const target = objectAt(payload, 'target', 'content');
  const source = objectAt(payload, 'source', 'content');
  const ends = [endId(payload, 'source'), endId(payload, 'target')];
  return {
    kind: 'relation',
    id: [shortTextAt(payload, 'relationName') ?? '', ...ends].join(':'),
    title: titleOf(target) ?? shortTextAt(payload, 'target', 'space', 'name'),
    content: target ?? source,
  };
}

function endId(payload: JsonObject, end: 'source' | 'target'): string {
  return (
    shortTextAt(payload, end, 'content', 'id') ??
    shortTextAt(payload, end, 'space', 'id') ??
    shortTextAt(payload, end, 'user', 'accountId') ??
    ''
  );
}

/** What a label is on, or whatever an unknown event is about. */
function holder(kind: SubjectKind, payload: JsonObject): Found {
  const content = objectAt(payload, 'content');
  if (content !== undefined) {
    const kindOfContent = contentKind(shortTextAt(content, 'type'));
    return {
      kind: kindOfContent,
      id: idOf(content),
      title: titleOf(content),
      content: containerOf(content) ?? content,
    };
  }
  if (objectAt(payload, 'attachment') !== undefined) return find('attachment', payload);
  const template = objectAt(payload, 'template');
  if (template !== undefined) {
    return {
      kind: 'template',
      id: shortTextAt(template, 'templateId'),
      title: shortTextAt(template, 'name'),
    };
  }
  if (objectAt(payload, 'space') !== undefined) return find('space', payload);
  return { kind, id: shortTextAt(payload, 'label', 'id'), title: shortTextAt(payload, 'label', 'name') };
}

function contentKind(type: string | undefined): SubjectKind {
  const name = typeName(type);
  return name !== undefined && CONTENT_KINDS.has(name) ? (name as SubjectKind) : 'unknown';
}

/** Custom content names its module in place of a type: `forge:…` or `ac:…`. */
function typeName(type: string | undefined): string | undefined {
  return type?.includes(':') === true ? 'custom_content' : type;
}

function containerOf(content: JsonObject | undefined): JsonObject | undefined {
  return content === undefined ? undefined : objectAt(content, 'container');
}

function idOf(content: JsonObject | undefined): string | undefined {
  return content === undefined ? undefined : shortTextAt(content, 'id');
}

function titleOf(content: JsonObject | undefined): string | undefined {
  return content === undefined ? undefined : shortTextAt(content, 'title');
}
