// What an action works on for an item of a forEach: the item, where it is content. It must not ask whether it exists.

import { isJsonObject } from '../json';
import type { ParsedEvent, SubjectKind } from '../events/event';
import type { JsonValue } from '../json';

/** Content that is an item: anything else has no id of its own that actions understand. */
const CONTENT: readonly SubjectKind[] = [
  'page',
  'blogpost',
  'attachment',
  'whiteboard',
  'database',
  'embed',
  'folder',
  'custom_content',
];

/** Undefined for what is no content: a text, a number, a comment. A thing with an id and no type is a page. */
export function subjectOfItem(item: JsonValue): ParsedEvent['subject'] | undefined {
  if (!isJsonObject(item)) return undefined;
  const { id, type = 'page', title, space } = item;
  const kind = CONTENT.find((each) => each === type);
  if (kind === undefined || (typeof id !== 'string' && typeof id !== 'number')) return undefined;
  const spaceKey = isJsonObject(space) ? space['key'] : undefined;
  return {
    kind,
    id: String(id),
    contentId: String(id),
    contentType: kind,
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof spaceKey === 'string' ? { spaceKey } : {}),
  };
}
