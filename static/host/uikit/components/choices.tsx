// Checkbox, CheckboxGroup, Radio, RadioGroup and Toggle.

import { Checkbox as AtlaskitCheckbox } from '@atlaskit/checkbox';
import { Radio as AtlaskitRadio, RadioGroup as AtlaskitRadioGroup } from '@atlaskit/radio';
import AtlaskitToggle from '@atlaskit/toggle';
import { useState } from 'react';
import type { ComponentProps } from 'react';
import { drawSlot } from '../draw';
import { givenHandlers, givenProps, handlerOf, isSet, listProp, textProp, wordOf } from '../node-props';
import type { NodeProps } from '../node-props';
import { useDraft } from '../use-draft';

type CheckboxProps = ComponentProps<typeof AtlaskitCheckbox>;
type RadioProps = ComponentProps<typeof AtlaskitRadio>;
type RadioGroupProps = ComponentProps<typeof AtlaskitRadioGroup>;
type ToggleProps = ComponentProps<typeof AtlaskitToggle>;

/** Draws `Checkbox`. */
export function Checkbox({ node }: NodeProps) {
  const draft = useDraft(booleanProp(node.props['isChecked']));
  const changed = handlerOf(node, 'onChange');
  const props = givenProps<CheckboxProps>(node, [
    'aria-invalid',
    'aria-labelledby',
    'defaultChecked',
    'id',
    'isDisabled',
    'isIndeterminate',
    'isInvalid',
    'isRequired',
    'name',
    'testId',
    'value',
  ]);
  return (
    <AtlaskitCheckbox
      {...props}
      {...givenHandlers(node, ['onBlur', 'onFocus'])}
      {...(draft.value === undefined ? {} : { isChecked: draft.value })}
      label={<>{drawSlot(node.props['label'])}</>}
      onChange={(event) => {
        draft.change(event.currentTarget.checked);
        changed?.(event);
      }}
    />
  );
}

/** Draws `CheckboxGroup`; the app gets the values that are ticked. */
export function CheckboxGroup({ node }: NodeProps) {
  const given = stringList(node.props['value']);
  const [own, setOwn] = useState(stringList(node.props['defaultValue']) ?? []);
  const chosen = given ?? own;
  const changed = handlerOf(node, 'onChange');
  const name = textProp(node, 'name') ?? node.key;
  return (
    <div role="group" className="uikit-choices">
      {listProp(node, 'options').map((option) => {
        const value = wordOf(option['value']);
        return (
          <AtlaskitCheckbox
            key={value}
            name={name}
            value={value}
            label={wordOf(option['label'] ?? value)}
            isChecked={chosen.includes(value)}
            isDisabled={isSet(node, 'isDisabled') || option['isDisabled'] === true}
            onChange={(event) => {
              const rest = chosen.filter((other) => other !== value);
              const next = event.currentTarget.checked ? [...rest, value] : rest;
              setOwn(next);
              changed?.(next);
            }}
          />
        );
      })}
    </div>
  );
}

/** Draws `Radio`. */
export function Radio({ node }: NodeProps) {
  const props = givenProps<RadioProps>(node, [
    'aria-invalid',
    'aria-labelledby',
    'ariaLabel',
    'id',
    'isChecked',
    'isDisabled',
    'isInvalid',
    'isRequired',
    'name',
    'testId',
    'value',
  ]);
  return (
    <AtlaskitRadio
      {...props}
      {...givenHandlers(node, ['onChange', 'onBlur', 'onFocus'])}
      label={<>{drawSlot(node.props['label'])}</>}
    />
  );
}

/** Draws `RadioGroup`. */
export function RadioGroup({ node }: NodeProps) {
  const draft = useDraft(textProp(node, 'value'));
  const changed = handlerOf(node, 'onChange');
  const props = givenProps<RadioGroupProps>(node, [
    'aria-labelledby',
    'defaultValue',
    'isDisabled',
    'isInvalid',
    'isRequired',
    'name',
    'testId',
  ]);
  const options = listProp(node, 'options').map((option) => ({
    name: wordOf(option['name']),
    value: wordOf(option['value']),
    label: <>{drawSlot(option['label'])}</>,
    isDisabled: option['isDisabled'] === true,
  }));
  return (
    <AtlaskitRadioGroup
      {...props}
      {...(draft.value === undefined ? {} : { value: draft.value })}
      options={options}
      onChange={(event) => {
        draft.change(event.currentTarget.value);
        changed?.(event);
      }}
    />
  );
}

/** Draws `Toggle`. */
export function Toggle({ node }: NodeProps) {
  const draft = useDraft(booleanProp(node.props['isChecked']));
  const changed = handlerOf(node, 'onChange');
  const props = givenProps<ToggleProps>(node, [
    'defaultChecked',
    'id',
    'isDisabled',
    'label',
    'name',
    'size',
    'testId',
    'value',
  ]);
  return (
    <AtlaskitToggle
      {...props}
      {...givenHandlers(node, ['onBlur', 'onFocus'])}
      {...(draft.value === undefined ? {} : { isChecked: draft.value })}
      onChange={(event) => {
        draft.change(event.currentTarget.checked);
        changed?.(event);
      }}
    />
  );
}

function booleanProp(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function stringList(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}
