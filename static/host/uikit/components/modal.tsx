// Modal and its parts.

import AtlaskitModal, {
  ModalBody as AtlaskitModalBody,
  ModalFooter as AtlaskitModalFooter,
  ModalHeader as AtlaskitModalHeader,
  ModalTitle as AtlaskitModalTitle,
  ModalTransition as AtlaskitModalTransition,
} from '@atlaskit/modal-dialog';
import type { ComponentProps } from 'react';
import { drawChildren } from '../draw';
import { givenHandlers, givenProps, textProp } from '../node-props';
import type { NodeProps } from '../node-props';

type ModalProps = ComponentProps<typeof AtlaskitModal>;

/** Forge's sizes that Atlaskit's dialog does not know by name. */
const SIZES: Readonly<Record<string, string>> = { fullscreen: '100%', resizable: 'x-large' };

/** Draws `Modal`; a `title` makes the header, as Forge's does. */
export function Modal({ node }: NodeProps) {
  const title = textProp(node, 'title');
  const { width, height } = node.props;
  return (
    <AtlaskitModal
      {...givenProps<ModalProps>(node, ['label', 'shouldScrollInViewport', 'testId'])}
      {...sized('width', width)}
      {...sized('height', height)}
      {...givenHandlers(node, ['onClose'])}
    >
      {title === undefined ? null : (
        <AtlaskitModalHeader hasCloseButton>
          <AtlaskitModalTitle>{title}</AtlaskitModalTitle>
        </AtlaskitModalHeader>
      )}
      {drawChildren(node)}
    </AtlaskitModal>
  );
}

/** Draws `ModalHeader`; the close button is always there, so that a dialog can be left by mouse. */
export function ModalHeader({ node }: NodeProps) {
  return <AtlaskitModalHeader hasCloseButton>{drawChildren(node)}</AtlaskitModalHeader>;
}

/** Draws `ModalTitle`. */
export function ModalTitle({ node }: NodeProps) {
  return (
    <AtlaskitModalTitle
      {...givenProps<ComponentProps<typeof AtlaskitModalTitle>>(node, [
        'appearance',
        'isMultiline',
        'testId',
      ])}
    >
      {drawChildren(node)}
    </AtlaskitModalTitle>
  );
}

/** Draws `ModalBody`. */
export function ModalBody({ node }: NodeProps) {
  return (
    <AtlaskitModalBody hasInlinePadding={node.props['hasInlinePadding'] !== false}>
      {drawChildren(node)}
    </AtlaskitModalBody>
  );
}

/** Draws `ModalFooter`. */
export function ModalFooter({ node }: NodeProps) {
  return <AtlaskitModalFooter>{drawChildren(node)}</AtlaskitModalFooter>;
}

/** Draws `ModalTransition`. */
export function ModalTransition({ node }: NodeProps) {
  return <AtlaskitModalTransition>{drawChildren(node)}</AtlaskitModalTransition>;
}

function sized(name: 'width' | 'height', value: unknown): Record<string, string | number> {
  if (typeof value === 'number') return { [name]: value };
  if (typeof value !== 'string') return {};
  return { [name]: SIZES[value] ?? value };
}
