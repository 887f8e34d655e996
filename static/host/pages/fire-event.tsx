// Sends an event that nothing on the site caused: choose one from the catalogue, change its sample, send it.

import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { listCatalogue } from '../api/catalogue';
import type { CatalogueEvent } from '../api/catalogue';
import { emitEvent } from '../api/host';
import { useAction } from '../state/use-action';
import { Field } from '../ui/field';
import { useNotify } from '../ui/flags';
import { eventGroups, jsonProblem } from './fire-form';
import type { EventOption } from './fire-form';

/** The panel that sends an event. */
export function FireEvent() {
  const notify = useNotify();
  const { data: events = [] } = useQuery({
    queryKey: ['catalogue'],
    queryFn: listCatalogue,
    staleTime: Number.POSITIVE_INFINITY,
    meta: { live: false },
  });
  const groups = useMemo(() => eventGroups(events), [events]);
  const [chosen, setChosen] = useState<CatalogueEvent>();
  const [text, setText] = useState('');
  const send = useAction('Could not send the event', (payload: string) => emitEvent(JSON.parse(payload)));
  const problem = text === '' ? undefined : jsonProblem(text);
  const choose = (option: EventOption | null): void => {
    setChosen(option?.event);
    setText(option === null ? '' : JSON.stringify(option.event.sample, null, 2));
  };
  const submit = async (): Promise<void> => {
    if (await send.run(text)) notify({ appearance: 'success', title: 'Event sent' });
  };
  return (
    <details className="panel">
      <summary>Send an event</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field id="event-kind" label="Event" help={chosen?.when ?? 'Choose one to begin with its sample.'}>
          <Select<EventOption>
            inputId="event-kind"
            options={groups}
            placeholder="Choose an event"
            onChange={choose}
          />
        </Field>
        <Field id="event-payload" label="Payload" help={problem ?? 'JSON with at least an eventType.'}>
          <TextArea
            id="event-payload"
            isMonospaced
            minimumRows={10}
            maxHeight="50vh"
            isInvalid={problem !== undefined}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Field>
        <Button
          type="submit"
          appearance="primary"
          isLoading={send.isRunning}
          isDisabled={text === '' || problem !== undefined}
        >
          Send
        </Button>
      </form>
    </details>
  );
}
