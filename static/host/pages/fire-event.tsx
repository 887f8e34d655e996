// Sends an event that nothing on the site caused: paste a payload, send it.

import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { emitEvent } from '../api/host';
import { useAction } from '../state/use-action';
import { useNotify } from '../ui/flags';
import { Field } from '../ui/field';

const EXAMPLE = JSON.stringify({ eventType: 'avi:confluence:created:page' }, null, 2);

/** The form that sends an event. */
export function FireEvent() {
  const [text, setText] = useState(EXAMPLE);
  const notify = useNotify();
  const send = useAction('Could not send the event', (payload: string) => emitEvent(JSON.parse(payload)));
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
        <Field id="event-payload" label="Payload" help="JSON with at least an eventType.">
          <TextArea
            id="event-payload"
            isMonospaced
            minimumRows={6}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Field>
        <Button type="submit" appearance="primary" isLoading={send.isRunning}>
          Send
        </Button>
      </form>
    </details>
  );
}
