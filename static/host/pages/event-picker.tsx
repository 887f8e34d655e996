// The events of the catalogue under their headings, narrowed down by what is typed. It does not know what is done
// with the chosen one.

import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { CatalogueEntry } from '../api/fire';
import { Field } from '../ui/field';

/** The list to choose an event from. */
export function EventPicker(props: {
  readonly events: readonly CatalogueEntry[];
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const [wanted, setWanted] = useState('');
  const found = props.events.filter((event) => matches(event, wanted));
  const groups = [...new Set(found.map(({ group }) => group))];
  return (
    <div className="event-picker">
      <Field id="event-search" label="Find an event">
        <Textfield
          id="event-search"
          type="search"
          placeholder="label added"
          value={wanted}
          onChange={(change) => setWanted(change.currentTarget.value)}
        />
      </Field>
      {found.length === 0 ? <p className="quiet">No event is called that.</p> : null}
      <div className="event-groups" role="group" aria-label="Events">
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h2>{group}</h2>
            <ul>
              {found
                .filter((event) => event.group === group)
                .map((event) => (
                  <li key={event.id}>
                    <button
                      type="button"
                      className="side-link"
                      aria-pressed={event.id === props.chosenId}
                      onClick={() => props.onChoose(event.id)}
                    >
                      {event.name}
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

/** Every word is somewhere in what the event is called. */
function matches({ id, spellings, name, group }: CatalogueEntry, wanted: string): boolean {
  const text = [name, group, id, ...spellings].join(' ').toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
