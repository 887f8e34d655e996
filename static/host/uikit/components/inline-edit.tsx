// InlineEdit: the library runs validation and both views inside the app; here only the switch between them is
// drawn.

import AtlaskitInlineEdit from '@atlaskit/inline-edit';
import type { ComponentProps } from 'react';
import { DrawNode, wrapped } from '../draw';
import { givenHandlers, givenProps, handlerOf, isSet, textProp } from '../node-props';
import type { NodeProps } from '../node-props';

type InlineEditProps = ComponentProps<typeof AtlaskitInlineEdit>;

/** Draws `InlineEdit`. */
export function InlineEdit({ node }: NodeProps) {
  const confirm = handlerOf(node, 'onConfirm');
  const readView = wrapped(node, 'readView');
  const editView = wrapped(node, 'editView');
  const props = givenProps<InlineEditProps>(node, [
    'cancelButtonLabel',
    'confirmButtonLabel',
    'editButtonLabel',
    'hideActionButtons',
    'isRequired',
    'keepEditViewOpenOnBlur',
    'readViewFitContainerWidth',
  ]);
  return (
    <AtlaskitInlineEdit
      {...props}
      {...givenHandlers(node, ['onCancel', 'onEdit'])}
      label={textProp(node, 'label') ?? ''}
      defaultValue=""
      isEditing={isSet(node, 'isEditing')}
      onConfirm={() => confirm?.()}
      readView={() => (
        <div className="uikit-read-view">
          {readView.map((part) => (
            <DrawNode key={part.key} node={part} />
          ))}
        </div>
      )}
      editView={() => (
        <>
          {editView.map((part) => (
            <DrawNode key={part.key} node={part} />
          ))}
        </>
      )}
    />
  );
}
