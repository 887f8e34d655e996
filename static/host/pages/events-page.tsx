// The events that the site published or that were fired by hand, with what became of each delivery.

import Lozenge from '@atlaskit/lozenge';
import { useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { Link } from 'wouter';
import { listEvents } from '../api/host';
import type { SeenEvent } from '../api/host';
import { Loading, Nothing, Refusal } from '../ui/states';
import { TimeAgo } from '../ui/time-ago';
import { DeliveryPanel } from './delivery-panel';

const SHOWN = 50;

type Appearance = NonNullable<ComponentProps<typeof Lozenge>['appearance']>;

const STATUS_LOOKS: Readonly<Record<string, Appearance>> = {
  delivered: 'success',
  pending: 'inprogress',
  retrying: 'moved',
  'gave-up': 'removed',
  failed: 'removed',
  'too-large': 'removed',
};

/** The page of events. */
export function EventsPage() {
  const { data, error } = useQuery({ queryKey: ['host', 'events'], queryFn: () => listEvents(SHOWN) });
  return (
    <>
      <h1>Events</h1>
      <p>
        <Link href="/_host/events/fire">Send an event</Link> that nothing on the site caused.
      </p>
      <DeliveryPanel />
      {error !== null ? <Refusal title="The events could not be read" error={error} /> : null}
      {data === undefined && error === null ? <Loading label="Loading the events" /> : null}
      {data?.items.length === 0 ? <Nothing title="No events yet">Create or change a page.</Nothing> : null}
      <ol className="log">
        {data?.items.map((event) => (
          <li key={event.id}>
            <EventEntry event={event} />
          </li>
        ))}
      </ol>
    </>
  );
}

function EventEntry({ event }: { readonly event: SeenEvent }) {
  return (
    <details>
      <summary>
        <span className="log-main">
          <code>{event.type}</code>
          {event.origin === 'fired' ? <Lozenge>by hand</Lozenge> : null}
        </span>
        <span className="log-side">
          {event.deliveries.length === 0 ? <span className="quiet">no trigger wants it</span> : null}
          {event.deliveries.map((delivery, index) => (
            <Lozenge key={index} appearance={STATUS_LOOKS[delivery.status] ?? 'default'}>
              {wordsOf(delivery)}
            </Lozenge>
          ))}
          <span className="quiet">
            <TimeAgo at={event.atMs} />
          </span>
        </span>
      </summary>
      {event.deliveries.map((delivery, index) => (
        <p key={index} className="quiet">
          Trigger {delivery.trigger}, function {delivery.function}
          {delivery.log === undefined ? '' : `: ${delivery.log}`}
        </p>
      ))}
      <pre className="storage-code">{JSON.stringify(event.payload, null, 2)}</pre>
    </details>
  );
}

function wordsOf({ status, attempts }: SeenEvent['deliveries'][number]): string {
  const words = status.replaceAll('-', ' ');
  return attempts > 1 ? `${words}, ${attempts} attempts` : words;
}
