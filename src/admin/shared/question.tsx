// A question that must be answered before going on: a modal dialog with one way ahead and one back.

import {
  Button,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@forge/react';
import type { ReactNode } from 'react';
import { words } from '../wording';

/** Asks, with the safe answer first in reach. */
export function Question(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly tone: 'danger' | 'warning' | 'primary';
  readonly dismiss?: string;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onDismiss: () => void;
  /** Another answer, between the two. */
  readonly alternative?: { readonly label: string; readonly onChoose: () => void };
}) {
  const { busy = false, alternative } = props;
  return (
    <ModalTransition>
      <Modal onClose={props.onDismiss}>
        <ModalHeader>
          <ModalTitle appearance={props.tone === 'primary' ? 'warning' : props.tone}>
            {props.title}
          </ModalTitle>
        </ModalHeader>
        <ModalBody>{props.children}</ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={props.onDismiss}>
            {props.dismiss ?? words.common.cancel}
          </Button>
          {alternative !== undefined && <Button onClick={alternative.onChoose}>{alternative.label}</Button>}
          <LoadingButton appearance={props.tone} isLoading={busy} onClick={props.onConfirm}>
            {props.confirm}
          </LoadingButton>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}
