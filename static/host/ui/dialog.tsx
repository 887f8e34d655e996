// A dialog with a question or a small form, one way to confirm and one to leave.

import Button from '@atlaskit/button/new';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import type { ReactNode } from 'react';

/** The dialog; it is open as long as it is drawn, unless `isOpen` says otherwise. */
export function Dialog(props: {
  /** @default true */
  readonly isOpen?: boolean;
  readonly title: string;
  readonly confirm: string;
  readonly isDangerous?: boolean;
  readonly isConfirmDisabled?: boolean;
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <ModalTransition>
      {props.isOpen !== false ? (
        <Modal onClose={props.onClose} width="small">
          <form
            className="dialog-form"
            onSubmit={(event) => {
              event.preventDefault();
              props.onConfirm();
            }}
          >
            <ModalHeader hasCloseButton>
              <ModalTitle {...(props.isDangerous === true ? { appearance: 'danger' as const } : {})}>
                {props.title}
              </ModalTitle>
            </ModalHeader>
            <ModalBody>{props.children}</ModalBody>
            <ModalFooter>
              <Button appearance="subtle" onClick={props.onClose}>
                Cancel
              </Button>
              <Button
                type="submit"
                appearance={props.isDangerous === true ? 'danger' : 'primary'}
                isDisabled={props.isConfirmDisabled ?? false}
                isLoading={props.isBusy ?? false}
              >
                {props.confirm}
              </Button>
            </ModalFooter>
          </form>
        </Modal>
      ) : null}
    </ModalTransition>
  );
}
