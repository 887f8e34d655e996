// The payload of one event, to be edited and sent, with the result of the last time.

import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { fireEvent } from '../api/fire';
import type { CatalogueEntry, FireReport } from '../api/fire';
import { useAction } from '../state/use-action';
import { Field } from '../ui/field';
import { FireResult } from './fire-result';

/** The form that sends an event. */
export function EventSender({ event }: { readonly event: CatalogueEntry }) {
  const sample = JSON.stringify(event.sample, null, 2);
  const [text, setText] = useState(sample);
  const [jumps, setJumps] = useState(true);
  const [report, setReport] = useState<FireReport>();
  const send = useAction('Could not send the event', async () => {
    setReport(undefined);
    setReport(await fireEvent(JSON.parse(text), jumps));
  });
  return (
    <div className="event-sender">
      <h2>{event.name}</h2>
      <p>{event.when}</p>
      <p className="quiet">
        <code>{event.id}</code>
        {event.spellings.map((spelling) => (
          <span key={spelling}>
            , also <code>{spelling}</code>
          </span>
        ))}
      </p>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void send.run();
        }}
      >
        <Field id="event-payload" label="Payload" help="JSON with at least an eventType.">
          <TextArea
            id="event-payload"
            isMonospaced
            resize="vertical"
            minimumRows={16}
            maxHeight="50vh"
            value={text}
            onChange={(change) => setText(change.currentTarget.value)}
          />
        </Field>
        <Checkbox
          label="Let host time jump over the delays of retries"
          isChecked={jumps}
          onChange={(change) => setJumps(change.currentTarget.checked)}
        />
        <div className="event-buttons">
          <Button type="submit" appearance="primary" isLoading={send.isRunning}>
            Send
          </Button>
          <Button isDisabled={text === sample} onClick={() => setText(sample)}>
            Back to the sample
          </Button>
        </div>
      </form>
      {report === undefined ? null : <FireResult report={report} />}
    </div>
  );
}
