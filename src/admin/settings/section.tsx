// The pieces that the settings are made of: a part with its heading, a switch with its help, a number with its help.

import { Heading, HelperMessage, Inline, Label, Stack, Textfield, Toggle } from '@forge/react';
import type { ReactNode } from 'react';
import { checkedOf, textOf } from '../shared/input';

/** One part of the settings. */
export function Section(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        {props.title}
      </Heading>
      {props.children}
    </Stack>
  );
}

/** A switch. */
export function SwitchField(props: {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const { id, label, help, on, onChange } = props;
  return (
    <Stack>
      <Inline space="space.100" alignBlock="center">
        <Toggle id={id} isChecked={on} onChange={(event) => onChange(checkedOf(event))} />
        <Label labelFor={id}>{label}</Label>
      </Inline>
      <HelperMessage>{help}</HelperMessage>
    </Stack>
  );
}

/** A whole number; anything else that is typed is not taken. `undefined` for an empty field. */
export function NumberField(props: {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}) {
  const { id, label, help, value, onChange } = props;
  return (
    <Stack>
      <Label labelFor={id}>{label}</Label>
      <Textfield
        id={id}
        name={id}
        type="number"
        defaultValue={value === undefined ? '' : String(value)}
        onChange={(event) => {
          const text = textOf(event).trim();
          if (/^\d*$/.test(text)) onChange(text === '' ? undefined : Number(text));
        }}
      />
      <HelperMessage>{help}</HelperMessage>
    </Stack>
  );
}
