// Sends an event that nothing on the site caused: choose one, edit its sample, send it, see what the rules made of it.

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readCatalogue } from '../api/fire';
import type { CatalogueEntry } from '../api/fire';
import { Loading, Refusal } from '../ui/states';
import { EventPicker } from './event-picker';
import { EventSender } from './event-sender';

/** The page that sends events. */
export function SendEventPage() {
  // The catalogue is part of the app that runs: it does not change while the page is open.
  const { data, error } = useQuery({
    queryKey: ['host', 'catalogue'],
    queryFn: readCatalogue,
    meta: { live: false },
    staleTime: Infinity,
  });
  return (
    <>
      <h1>Send an event</h1>
      <p className="quiet">
        Any event of Confluence, from a sample that you can edit. The site first gets the pages, spaces and
        people that the event speaks of, so that actions find them.
      </p>
      {error !== null ? <Refusal title="The events could not be read" error={error} /> : null}
      {data === undefined && error === null ? <Loading label="Loading the events" /> : null}
      {data === undefined ? null : <Sending events={data.events} />}
    </>
  );
}

function Sending({ events }: { readonly events: readonly CatalogueEntry[] }) {
  const [chosenId, choose] = useState(events[0]?.id);
  const chosen = events.find(({ id }) => id === chosenId);
  return (
    <div className="send-event">
      <EventPicker events={events} chosenId={chosenId} onChoose={choose} />
      {/* Another event begins with its own sample and without a result. */}
      {chosen === undefined ? null : <EventSender key={chosen.id} event={chosen} />}
    </div>
  );
}
