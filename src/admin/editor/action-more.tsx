// What few actions need: what happens when it fails, its retries, its id, and passing it over.

import { Checkbox, Heading, HelperMessage, Inline, Label, Select, Stack } from '@forge/react';
import { words } from '../wording';
import { checkedOf, valuesOf } from '../shared/input';
import { numberOrText, textValue } from './parameter-values';
import { TextField } from './text-field';
import type { ActionProps } from './action-card';

const ON_ERROR = [
  { label: words.editor.onErrorStop, value: 'stop' },
  { label: words.editor.onErrorContinue, value: 'continue' },
];

const RETRY_FIELDS = [
  { name: 'attempts', label: words.editor.attempts },
  { name: 'firstDelaySeconds', label: words.editor.firstDelay },
  { name: 'factor', label: words.editor.factor },
  { name: 'maxDelaySeconds', label: words.editor.maxDelay },
];

/** The part of an action's card that opens under "More options". */
export function ActionMore(props: ActionProps) {
  const { change, problems, action, actionKey: key, index } = props;
  const path = `then[${index}]`;
  return (
    <Stack space="space.150">
      <Stack>
        <Label labelFor={`on-error-${key}`}>{words.editor.onError}</Label>
        <Select
          inputId={`on-error-${key}`}
          options={ON_ERROR}
          value={ON_ERROR.find((choice) => choice.value === (action.onError ?? 'stop')) ?? null}
          onChange={(picked: unknown) => {
            const [value] = valuesOf(picked);
            if (value === 'stop' || value === 'continue') {
              change({ type: 'action-patched', key, patch: { onError: value } });
            }
          }}
        />
      </Stack>
      <Stack space="space.050">
        <Heading as="h5" size="xxsmall">
          {words.editor.retryTitle}
        </Heading>
        <HelperMessage>{words.editor.retryHelp}</HelperMessage>
        <Inline space="space.150" shouldWrap rowSpace="space.100">
          {RETRY_FIELDS.map(({ name, label }) => (
            <TextField
              key={name}
              id={`retry-${key}-${name}`}
              label={label}
              type="number"
              value={textValue(action.retry?.[name])}
              problems={problems(`${path}.retry.${name}`)}
              path={`${path}.retry.${name}`}
              onChange={(text) => change({ type: 'retry-set', key, name, value: numberOrText(text) })}
            />
          ))}
        </Inline>
      </Stack>
      <TextField
        id={`action-id-${key}`}
        label={words.editor.actionId}
        help={words.editor.actionIdHelp}
        value={action.id}
        problems={problems(`${path}.id`)}
        path={`${path}.id`}
        onChange={(id) => change({ type: 'action-patched', key, patch: { id } })}
      />
      <Checkbox
        id={`disabled-${key}`}
        label={words.editor.disabled}
        isChecked={action.disabled === true}
        onChange={(event) =>
          change({
            type: 'action-patched',
            key,
            patch: { disabled: checkedOf(event) ? true : undefined },
          })
        }
      />
    </Stack>
  );
}
