// The labels of a page, with adding and removing. A label that appears meanwhile is pointed out.

import CrossIcon from '@atlaskit/icon/core/cross';
import AddIcon from '@atlaskit/icon/core/add';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContentKind } from '../api/content';
import { addLabel, listLabels, removeLabel } from '../api/talk';
import { useAction } from '../state/use-action';
import { useFresh } from '../state/use-fresh';

/** The labels of a page or blog post. */
export function Labels({ kind, contentId }: { readonly kind: ContentKind; readonly contentId: string }) {
  const { data: labels } = useQuery({
    queryKey: ['labels', kind, contentId],
    queryFn: () => listLabels(kind, contentId),
  });
  const fresh = useFresh(labels?.map((label) => label.name));
  const remove = useAction('Could not remove the label', (name: string) => removeLabel(contentId, name));
  return (
    <section className="labels" aria-label="Labels">
      <ul>
        {labels?.map((label) => (
          <li
            key={label.name}
            className={fresh.has(label.name) ? 'label is-fresh' : 'label'}
            data-label={label.name}
          >
            <span>{label.prefix === 'global' ? label.name : `${label.prefix}:${label.name}`}</span>
            <button
              type="button"
              aria-label={`Remove label ${label.name}`}
              onClick={() => void remove.run(label.name)}
            >
              <CrossIcon label="" size="small" />
            </button>
          </li>
        ))}
      </ul>
      <AddLabel contentId={contentId} />
    </section>
  );
}

function AddLabel({ contentId }: { readonly contentId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const add = useAction('Could not add the label', (label: string) => addLabel(contentId, label));
  const submit = async (): Promise<void> => {
    const label = name.trim();
    if (label === '') setOpen(false);
    else if (await add.run(label)) setName('');
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
