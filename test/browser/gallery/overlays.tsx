// What opens above the page: dialog, popup, tooltip.

import {
  Button,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Popup,
  Stack,
  Text,
  Tooltip,
} from '@forge/react';
import { useState } from 'react';
import { record } from './record';

export function Overlays() {
  const [isModalOpen, setModalOpen] = useState(false);
  const [isPopupOpen, setPopupOpen] = useState(false);
  const close = (): void => {
    setModalOpen(false);
    record('Modal.onClose')();
  };
  return (
    <Stack>
      <Button onClick={() => setModalOpen(true)}>Open dialog</Button>
      <ModalTransition>
        {isModalOpen ? (
          <Modal onClose={close}>
            <ModalHeader>
              <ModalTitle>Dialog title</ModalTitle>
            </ModalHeader>
            <ModalBody>
              <Text>Dialog body</Text>
            </ModalBody>
            <ModalFooter>
              <Button onClick={close}>Shut dialog</Button>
            </ModalFooter>
          </Modal>
        ) : null}
      </ModalTransition>
      <Popup
        isOpen={isPopupOpen}
        onClose={() => setPopupOpen(false)}
        placement="bottom-start"
        content={() => <Text>Popup content</Text>}
        trigger={() => <Button onClick={() => setPopupOpen((open) => !open)}>Open popup</Button>}
      />
      <Tooltip content="Tooltip words">
        <Button>Hover me</Button>
      </Tooltip>
    </Stack>
  );
}
