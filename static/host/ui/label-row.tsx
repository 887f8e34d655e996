// A row of labels with adding and removing; where they belong is decided outside. A label that appears meanwhile
// is pointed out.

import AddIcon from '@atlaskit/icon/core/add';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useState } from 'react';
import { useFresh } from '../state/use-fresh';

/** One label to show. */
export interface ShownLabel {
  readonly name: string;
  readonly prefix?: string | undefined;
}

/** The row; `labels` is `undefined` until known. `onAdd` answers whether it worked. */
export function LabelRow(props: {
  readonly labels: readonly ShownLabel[] | undefined;
  readonly onAdd: (name: string) => Promise<boolean>;
  readonly onRemove: (name: string) => void;
}) {
  const fresh = useFresh(props.labels?.map((label) => label.name));
  return (
    <section className="labels" aria-label="Labels">
      <ul>
        {props.labels?.map((label) => (
          <li
            key={label.name}
            className={fresh.has(label.name) ? 'label is-fresh' : 'label'}
            data-label={label.name}
          >
            <span>
              {(label.prefix ?? 'global') === 'global' ? label.name : `${label.prefix ?? ''}:${label.name}`}
            </span>
            <button
              type="button"
              aria-label={`Remove label ${label.name}`}
              onClick={() => props.onRemove(label.name)}
            >
              <CrossIcon label="" size="small" />
            </button>
          </li>
        ))}
      </ul>
      <AddLabel onAdd={props.onAdd} />
    </section>
  );
}

function AddLabel({ onAdd }: { readonly onAdd: (name: string) => Promise<boolean> }) {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const submit = async (): Promise<void> => {
    const label = name.trim();
    if (label === '') setOpen(false);
    else if (await onAdd(label)) setName('');
  };
  if (!isOpen) {
    return (
      <button type="button" className="label-add" onClick={() => setOpen(true)}>
        <AddIcon label="" size="small" /> Add label
      </button>
    );
  }
  return (
    <form
      className="label-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <input
        autoFocus
        aria-label="New label"
        placeholder="Label, then Enter"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
        }}
        onBlur={() => {
          if (name.trim() === '') setOpen(false);
        }}
      />
    </form>
  );
}
