// The form that adds a fault: which requests, what happens to them, how often.

import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { addFault } from '../api/host';
import { useAction } from '../state/use-action';
import { Field } from '../ui/field';
import { EFFECTS, faultOf, METHODS } from './fault-form';
import type { FaultForm } from './fault-form';

const FIRST: FaultForm = { effect: 'too-many', method: 'POST', path: '', times: '2', seconds: '7' };

/** The form for a new fault. */
export function AddFault() {
  const [form, setForm] = useState(FIRST);
  const add = useAction('Could not add the fault', (given: FaultForm) => addFault(faultOf(given)));
  const set = (change: Partial<FaultForm>): void => setForm((earlier) => ({ ...earlier, ...change }));
  return (
    <form
      className="panel fault-form"
      onSubmit={(event) => {
        event.preventDefault();
        void add.run(form);
      }}
    >
      <Field id="fault-effect" label="What happens">
        <Select
          inputId="fault-effect"
          options={EFFECTS}
          value={EFFECTS.find((option) => option.value === form.effect) ?? null}
          onChange={(option) => set({ effect: option?.value ?? 'too-many' })}
        />
      </Field>
      <Field id="fault-method" label="Method">
        <Select
          inputId="fault-method"
          options={METHODS}
          value={METHODS.find((option) => option.value === form.method) ?? null}
          onChange={(option) => set({ method: option?.value ?? '' })}
        />
      </Field>
      <Field id="fault-path" label="Path" help="A regular expression; empty for any.">
        <Textfield
          id="fault-path"
          placeholder="footer-comments"
          value={form.path}
          onChange={(event) => set({ path: event.currentTarget.value })}
        />
      </Field>
      <Field id="fault-times" label="How often">
        <Textfield
          id="fault-times"
          type="number"
          min={1}
          value={form.times}
          onChange={(event) => set({ times: event.currentTarget.value })}
        />
      </Field>
      <Field id="fault-seconds" label="Seconds" help="Of Retry-After, or of slowness.">
        <Textfield
          id="fault-seconds"
          type="number"
          min={0}
          value={form.seconds}
          onChange={(event) => set({ seconds: event.currentTarget.value })}
        />
      </Field>
      <Button type="submit" appearance="primary" isLoading={add.isRunning}>
        Add fault
      </Button>
    </form>
  );
}
