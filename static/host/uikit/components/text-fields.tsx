// Textfield and TextArea.

import AtlaskitTextArea from '@atlaskit/textarea';
import AtlaskitTextfield from '@atlaskit/textfield';
import type { ComponentProps } from 'react';
import { drawSlot } from '../draw';
import { givenHandlers, givenProps, handlerOf, textProp } from '../node-props';
import type { NodeProps } from '../node-props';
import { useDraft } from '../use-draft';

type TextfieldProps = ComponentProps<typeof AtlaskitTextfield>;
type TextAreaProps = ComponentProps<typeof AtlaskitTextArea>;

const SHARED = [
  'appearance',
  'aria-invalid',
  'aria-labelledby',
  'autoFocus',
  'defaultValue',
  'id',
  'isCompact',
  'isDisabled',
  'isInvalid',
  'isMonospaced',
  'isReadOnly',
  'isRequired',
  'maxLength',
  'minLength',
  'name',
  'placeholder',
  'testId',
] as const;

/** Draws `Textfield`. */
export function Textfield({ node }: NodeProps) {
  const draft = useDraft(textProp(node, 'value'));
  const changed = handlerOf(node, 'onChange');
  const { onBlur, onFocus } = givenHandlers(node, ['onBlur', 'onFocus']);
  const props = givenProps<TextfieldProps>(node, [...SHARED, 'max', 'min', 'pattern', 'type', 'width']);
  return (
    <AtlaskitTextfield
      {...props}
      {...(draft.value === undefined ? {} : { value: draft.value })}
      elemBeforeInput={drawSlot(node.props['elemBeforeInput'])}
      elemAfterInput={drawSlot(node.props['elemAfterInput'])}
      {...(onFocus === undefined ? {} : { onFocus })}
      onChange={(event) => {
        draft.change(event.currentTarget.value);
        changed?.(event);
      }}
      onBlur={(event) => {
        draft.settle();
        onBlur?.(event);
      }}
    />
  );
}

/** Draws `TextArea`. */
export function TextArea({ node }: NodeProps) {
  const draft = useDraft(textProp(node, 'value'));
  const changed = handlerOf(node, 'onChange');
  const { onBlur, onFocus } = givenHandlers(node, ['onBlur', 'onFocus']);
  const props = givenProps<TextAreaProps>(node, [
    ...SHARED,
    'maxHeight',
    'minimumRows',
    'resize',
    'spellCheck',
  ]);
  return (
    <AtlaskitTextArea
      {...props}
      {...(draft.value === undefined ? {} : { value: draft.value })}
      {...(onFocus === undefined ? {} : { onFocus })}
      onChange={(event) => {
        draft.change(event.currentTarget.value);
        changed?.(event);
      }}
      onBlur={(event) => {
        draft.settle();
        onBlur?.(event);
      }}
    />
  );
}
