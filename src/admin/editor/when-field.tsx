// The events that a rule waits for: several, grouped, searchable, each explained.

import { HelperMessage, Label, List, ListItem, RequiredAsterisk, Select, Stack, Text } from '@forge/react';
import { words } from '../wording';
import { ANY_EVENT, eventName } from '../shared/event-options';
import { valuesOf } from '../shared/input';
import { FieldProblems } from '../shared/problem-list';
import { chosenEvents } from './chosen-events';
import type { Choice } from '../shared/input';
import type { EventOption } from '../shared/event-options';
import type { PartProps } from './form';

/** The event picker. */
export function WhenField(props: PartProps & { readonly events: readonly EventOption[] }) {
  const { state, change, problems, invalid, events } = props;
  const { when } = state.draft.rule;
  const explained = events.filter((event) => when.includes(event.id));
  return (
    <Stack space="space.050">
      <Label labelFor="when">
        {words.editor.when}
        <RequiredAsterisk />
      </Label>
      <Select
        inputId="when"
        isMulti
        isSearchable
        placeholder={words.editor.whenPlaceholder}
        isInvalid={invalid('when')}
        options={grouped(events)}
        value={when.map((id) => toChoice(id, events))}
        onChange={(picked: unknown) =>
          change({ type: 'patched', field: 'when', patch: { when: chosenEvents(when, valuesOf(picked)) } })
        }
      />
      <HelperMessage>{words.editor.whenHelp}</HelperMessage>
      <FieldProblems problems={problems('when')} path="when" />
      {explained.length > 0 && (
        <List type="unordered">
          {explained.map((event) => (
            <ListItem key={event.id}>
              <Text size="small">
                <Text as="strong">{`${words.common.lead(event.name)} `}</Text>
                {event.when}
              </Text>
            </ListItem>
          ))}
        </List>
      )}
    </Stack>
  );
}

function toChoice(id: string, events: readonly EventOption[]): Choice {
  return { label: id === ANY_EVENT ? words.common.anyEvent : eventName(id, events), value: id };
}

function grouped(events: readonly EventOption[]) {
  const groups = new Map<string, Choice[]>();
  for (const event of events) {
    const options = groups.get(event.group) ?? [];
    options.push({ label: words.editor.eventExplained(event.name, event.when), value: event.id });
    groups.set(event.group, options);
  }
  return [
    ...[...groups].map(([label, options]) => ({ label, options })),
    { label: words.common.anyEvent, options: [{ label: words.common.anyEvent, value: ANY_EVENT }] },
  ];
}
