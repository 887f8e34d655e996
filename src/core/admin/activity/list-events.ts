// Recorded events with filters, newest first, a page at a time: what "why not" is asked about. They come without their
// payloads.

import { filteredPage } from './filtered-page';
import type { Ports } from '../../ports';
import type { EventRecord } from '../../runs/event-record';
import type { RuleVerdict } from '../../runs/verdict';
import type { FilteredPage } from './filtered-page';

const EVENTS_PER_PAGE = 25;
/** Events of one read where some are left out. */
const EVENTS_PER_READ = 100;

/** Which events are wanted; what is absent does not matter. */
export interface EventFilter {
  readonly eventType?: string;
  /** Id of the content that they were about. */
  readonly subject?: string;
  readonly space?: string;
  readonly from?: string;
  readonly to?: string;
}

/** An event as the list shows it. */
export interface SeenEvent extends Pick<
  EventRecord,
  'eventKey' | 'eventType' | 'seenAt' | 'state' | 'subject' | 'actorAccountId'
> {
  readonly verdicts: readonly Pick<RuleVerdict, 'rule' | 'verdict'>[];
}

/** One page of the events that match. */
export async function listEvents(
  filter: EventFilter,
  cursor: string | undefined,
  { runs }: Pick<Ports, 'runs'>,
): Promise<FilteredPage<SeenEvent>> {
  const { eventType, subject, space, from, to } = filter;
  const known = subject !== undefined ? { subject } : eventType !== undefined ? { eventType } : {};
  const isSifted = space !== undefined || (subject !== undefined && eventType !== undefined);
  const page = await filteredPage({
    from: cursor,
    limit: EVENTS_PER_PAGE,
    read: (at) =>
      runs.listEvents({
        ...known,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(at === undefined ? {} : { cursor: at }),
        limit: isSifted ? EVENTS_PER_READ : EVENTS_PER_PAGE,
      }),
    matches: (event) =>
      (eventType ?? event.eventType) === event.eventType &&
      (space === undefined || event.subject.spaceKey === space),
  });
  return { ...page, items: page.items.map(toSeen) };
}

function toSeen({
  eventKey,
  eventType,
  seenAt,
  state,
  subject,
  actorAccountId,
  verdicts,
}: EventRecord): SeenEvent {
  return {
    eventKey,
    eventType,
    seenAt,
    state,
    subject,
    verdicts: verdicts.map(({ rule, verdict }) => ({ rule, verdict })),
    ...(actorAccountId === undefined ? {} : { actorAccountId }),
  };
}
