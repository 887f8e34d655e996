// The filters of recorded events: a page, and what happened.

import { Label, Select, Stack } from '@forge/react';
import { valuesOf } from '../shared/input';
import { words } from '../wording';
import type { EventOption } from '../shared/event-options';
import type { WhyNotEvent, WhyNotState } from './state';

interface Props {
  readonly state: WhyNotState;
  readonly send: (event: WhyNotEvent) => void;
  readonly events: readonly EventOption[];
}

/** Two menus. */
export function Filters({ state, send, events }: Props) {
  const { pages, page, eventType } = state;
  const known = page === undefined || pages.some(({ id }) => id === page.id) ? pages : [page, ...pages];
  const pageOptions = known.map(({ id, title }) => ({ label: title, value: id }));
  const eventOptions = events.map(({ id, name }) => ({ label: name, value: id }));
  return (
    <Stack space="space.100">
      <Stack>
        <Label labelFor="why-not-page">{words.whyNot.page}</Label>
        <Select
          inputId="why-not-page"
          isClearable
          placeholder={words.whyNot.pagePlaceholder}
          options={pageOptions}
          value={pageOptions.find(({ value }) => value === page?.id) ?? null}
          onInputChange={(text: string) => send({ type: 'pages-searched', text })}
          onChange={(picked: unknown) => {
            const [id] = valuesOf(picked);
            send({ type: 'narrowed', by: { page: known.find((one) => one.id === id) } });
          }}
        />
      </Stack>
      <Stack>
        <Label labelFor="why-not-event">{words.whyNot.event}</Label>
        <Select
          inputId="why-not-event"
          isClearable
          placeholder={words.whyNot.eventPlaceholder}
          options={eventOptions}
          value={eventOptions.find(({ value }) => value === eventType) ?? null}
          onChange={(picked: unknown) => send({ type: 'narrowed', by: { eventType: valuesOf(picked)[0] } })}
        />
      </Stack>
    </Stack>
  );
}
