// Select: one or many, plain or grouped options.

import AtlaskitSelect from '@atlaskit/select';
import type { ComponentProps } from 'react';
import { givenHandlers, givenProps, handlerOf } from '../node-props';
import type { NodeProps } from '../node-props';
import { useDraft } from '../use-draft';

type SelectProps = ComponentProps<typeof AtlaskitSelect>;

/** Draws `Select`. The app gets the chosen option or options, as on Forge. */
export function Select({ node }: NodeProps) {
  const isControlled = node.props['value'] !== undefined;
  const draft = useDraft(isControlled ? node.props['value'] : undefined);
  const changed = handlerOf(node, 'onChange');
  const props = givenProps<SelectProps>(node, [
    'appearance',
    'aria-invalid',
    'aria-label',
    'aria-labelledby',
    'autoFocus',
    'closeMenuOnScroll',
    'closeMenuOnSelect',
    'defaultInputValue',
    'defaultMenuIsOpen',
    'defaultValue',
    'id',
    'inputId',
    'inputValue',
    'isClearable',
    'isDisabled',
    'isInvalid',
    'isLoading',
    'isMulti',
    'isRequired',
    'isSearchable',
    'menuIsOpen',
    'name',
    'openMenuOnFocus',
    'options',
    'placeholder',
    'spacing',
    'testId',
  ]);
  return (
    <AtlaskitSelect
      {...props}
      {...inputIdOf(node.props)}
      {...(isControlled ? { value: draft.value } : {})}
      {...givenHandlers(node, ['onBlur', 'onFocus', 'onInputChange'])}
      menuPosition="fixed"
      onChange={(value) => {
        draft.change(value);
        changed?.(value);
      }}
    />
  );
}

/** A label names the field by `id` (`useForm` gives no other), but what can be labelled is the input inside. */
function inputIdOf(props: Readonly<Record<string, unknown>>): { id?: string; inputId?: string } {
  const { id, inputId } = props;
  if (typeof inputId === 'string') return { inputId };
  return typeof id === 'string' ? { inputId: id, id: `${id}-field` } : {};
}
