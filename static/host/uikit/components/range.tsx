// Range.

import AtlaskitRange from '@atlaskit/range';
import type { ComponentProps } from 'react';
import { givenHandlers, givenProps, handlerOf, numberProp } from '../node-props';
import type { NodeProps } from '../node-props';
import { useDraft } from '../use-draft';

type RangeProps = ComponentProps<typeof AtlaskitRange>;

/** Draws `Range`; the app gets the number. */
export function Range({ node }: NodeProps) {
  const draft = useDraft(numberProp(node, 'value'));
  const changed = handlerOf(node, 'onChange');
  const props = givenProps<RangeProps>(node, [
    'aria-invalid',
    'aria-labelledby',
    'defaultValue',
    'id',
    'isDisabled',
    'max',
    'min',
    'name',
    'step',
    'testId',
  ]);
  return (
    <AtlaskitRange
      {...props}
      {...givenHandlers(node, ['onBlur', 'onFocus'])}
      {...(draft.value === undefined ? {} : { value: draft.value })}
      onChange={(value) => {
        draft.change(value);
        changed?.(value);
      }}
    />
  );
}
