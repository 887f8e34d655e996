// How the host delivers product events: late, several times, or out of order, as Forge sometimes does.

import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { changeDelivery, readDelivery } from '../api/delivery';
import { useAction } from '../state/use-action';
import { Field } from '../ui/field';
import { useNotify } from '../ui/flags';
import { deliveryOf, describeDelivery } from './delivery-form';
import type { DeliveryForm } from './delivery-form';

const FIELDS = [
  { name: 'delay', label: 'Delay (seconds)', help: 'Forge may take up to three minutes.' },
  { name: 'duplicates', label: 'Duplicates', help: 'How many more times each event comes.' },
  { name: 'gap', label: 'Gap between duplicates (seconds)', help: 'Host time from one to the next.' },
  { name: 'window', label: 'Disorder (seconds)', help: 'Events overtake one another within this time.' },
] as const satisfies readonly { name: keyof DeliveryForm; label: string; help: string }[];

const EMPTY: DeliveryForm = { delay: '', duplicates: '', gap: '', window: '' };

/** The panel that changes delivery. */
export function DeliveryPanel() {
  const notify = useNotify();
  const { data } = useQuery({ queryKey: ['host', 'delivery'], queryFn: readDelivery });
  const [form, setForm] = useState(EMPTY);
  const change = useAction('Could not change the delivery', (given: DeliveryForm) =>
    changeDelivery(deliveryOf(given)),
  );
  const submit = async (given: DeliveryForm): Promise<void> => {
    if (await change.run(given)) notify({ appearance: 'success', title: 'Delivery changed' });
  };
  return (
    <details className="panel">
      <summary>
        How events are delivered{' '}
        <span className="quiet">{data === undefined ? '' : describeDelivery(data)}</span>
      </summary>
      <form
        className="fault-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(form);
        }}
      >
        {FIELDS.map(({ name, label, help }) => (
          <Field key={name} id={`delivery-${name}`} label={label} help={help}>
            <Textfield
              id={`delivery-${name}`}
              type="number"
              min={0}
              value={form[name]}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setForm((earlier) => ({ ...earlier, [name]: value }));
              }}
            />
          </Field>
        ))}
        <Button type="submit" isLoading={change.isRunning}>
          Apply
        </Button>
        <Button
          appearance="subtle"
          onClick={() => {
            setForm(EMPTY);
            void submit(EMPTY);
          }}
        >
          At once and once each
        </Button>
      </form>
    </details>
  );
}
