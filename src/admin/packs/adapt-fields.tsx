// What of a pack can be adapted, as fields: the spaces it is for, and the labels and texts that its rules write.

import { Heading, HelperMessage, Label, Stack, TextArea, Textfield } from '@forge/react';
import type { PackRule } from '../../core/admin/api/packs-api';
import type { Adjustable } from '../../core/packs/adapt-pack';
import { formatListText, parseListText } from '../editor/list-text';
import { words } from '../wording';
import { textOf } from '../shared/input';
import type { PacksEvent } from './state';

/** One field for each thing that can be adapted. */
export function AdaptFields(props: {
  readonly adjustables: readonly Adjustable[];
  readonly rules: readonly PackRule[];
  readonly send: (event: PacksEvent) => void;
}) {
  const { adjustables, rules, send } = props;
  const nameOf = (id: string) => rules.find((rule) => rule.id === id)?.name ?? id;
  return (
    <Stack space="space.150">
      <Heading as="h3" size="small">
        {words.packs.adapt}
      </Heading>
      <Stack>
        <Label labelFor="pack-spaces">{words.packs.spaces}</Label>
        <Textfield
          id="pack-spaces"
          name="pack-spaces"
          onChange={(event) => send({ type: 'spaces-typed', spaces: parseListText(textOf(event)) })}
        />
        <HelperMessage>{words.packs.spacesHelp}</HelperMessage>
      </Stack>
      {adjustables.map((adjustable) => (
        <Stack key={adjustable.key}>
          <Label labelFor={adjustable.key}>
            {words.packs.field(adjustable.label, nameOf(adjustable.rule))}
          </Label>
          <AdaptField adjustable={adjustable} send={send} />
        </Stack>
      ))}
    </Stack>
  );
}

function AdaptField(props: { readonly adjustable: Adjustable; readonly send: (event: PacksEvent) => void }) {
  const { adjustable, send } = props;
  const { key, input, value } = adjustable;
  const shown = typeof value === 'string' ? value : formatListText(value);
  if (input === 'long-text') {
    return (
      <TextArea
        id={key}
        name={key}
        minimumRows={3}
        defaultValue={shown}
        onChange={(event) => send({ type: 'adapted', key, value: textOf(event) })}
      />
    );
  }
  return (
    <Textfield
      id={key}
      name={key}
      defaultValue={shown}
      onChange={(event) => {
        const text = textOf(event);
        send({ type: 'adapted', key, value: input === 'list' ? parseListText(text) : text });
      }}
    />
  );
}
