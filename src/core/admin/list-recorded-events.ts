// The last recorded events of some types, with their payloads, for trying rules on them. It must not judge them.

import { canonicalEventId } from '../events/find-event';
import { answer } from './answers';
import type { EventRecord } from '../runs/event-record';
import type { Ports } from '../ports';
import type { RecordedEvent } from './api/editor-api';
import type { AdminResult, Page } from './api/result';

/** Events on one page: their payloads travel to the page. */
const EVENTS_PER_PAGE = 20;

/** Types that are asked for one by one; of more, the events of all types are read and picked from. */
const MAX_TYPES = 8;

const ANY_EVENT = '*';

/** Where to go on reading: for each type that has more, its cursor. The empty type stands for all of them. */
type Cursors = Readonly<Record<string, string | null>>;

/** One page, newest first; each type is read on from its own place. */
export async function listRecordedEvents(
  { when, cursor }: { readonly when: readonly string[]; readonly cursor?: string },
  ports: Pick<Ports, 'runs'>,
): Promise<AdminResult<Page<RecordedEvent>>> {
  const types = [...new Set(when.map(canonicalEventId))];
  const isAny = types.includes(ANY_EVENT);
  const asked = isAny || types.length > MAX_TYPES ? [''] : types;
  const cursors = cursor === undefined ? undefined : readCursors(cursor);
  const pages = await Promise.all(
    asked
      .filter((type) => cursors === undefined || Object.hasOwn(cursors, type))
      .map(async (type) => {
        const from = cursors?.[type] ?? undefined;
        const page = await ports.runs.listEvents({
          ...(type === '' ? {} : { eventType: type }),
          ...(from === undefined ? {} : { cursor: from }),
          limit: Math.ceil(EVENTS_PER_PAGE / asked.length),
        });
        return { type, page };
      }),
  );
  const items = pages
    .flatMap(({ page }) => page.items)
    .filter(({ eventType }) => isAny || types.includes(eventType))
    .sort((a, b) => b.seenAt.localeCompare(a.seenAt))
    .map(toRecordedEvent);
  const more = pages.flatMap(({ type, page }) => (page.cursor === undefined ? [] : [[type, page.cursor]]));
  return answer(more.length === 0 ? { items } : { items, cursor: JSON.stringify(Object.fromEntries(more)) });
}

function toRecordedEvent({ eventKey, eventType, seenAt, subject, payload }: EventRecord): RecordedEvent {
  return {
    eventKey,
    eventType,
    seenAt,
    ...(subject.title === undefined ? {} : { title: subject.title }),
    payload,
  };
}

/** A cursor that is none of ours begins anew. */
function readCursors(cursor: string): Cursors | undefined {
  try {
    const value: unknown = JSON.parse(cursor);
    return typeof value === 'object' && value !== null ? (value as Cursors) : undefined;
  } catch {
    return undefined;
  }
}
