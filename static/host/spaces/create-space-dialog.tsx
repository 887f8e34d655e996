// Asks for the name and key of a new space.

import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { createSpace } from '../api/content';
import { useAction } from '../state/use-action';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';

/** The dialog that creates a space. */
export function CreateSpaceDialog(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const [, navigate] = useLocation();
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const create = useAction('Could not create the space', createSpace);
  const chosenKey = key === '' ? keyFor(name) : key;
  const submit = async (): Promise<void> => {
    if (await create.run(chosenKey, name)) {
      props.onClose();
      navigate(`/wiki/spaces/${chosenKey}`);
    }
  };
  return (
    <Dialog
      isOpen={props.isOpen}
      title="Create space"
      confirm="Create"
      isConfirmDisabled={name.trim() === '' || chosenKey === ''}
      isBusy={create.isRunning}
      onConfirm={() => void submit()}
      onClose={props.onClose}
    >
      <Field id="space-name" label="Name">
        <Textfield
          id="space-name"
          autoFocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Field id="space-key" label="Key" help="Letters and digits; part of the space's address.">
        <Textfield
          id="space-key"
          value={chosenKey}
          onChange={(event) => setKey(event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9]/gu, ''))}
        />
      </Field>
    </Dialog>
  );
}

function keyFor(name: string): string {
  const words = name
    .toUpperCase()
    .replace(/[^A-Z0-9 ]/gu, '')
    .split(' ')
    .filter((word) => word !== '');
  const [first = ''] = words;
  return words.length > 1 ? words.map((word) => word.slice(0, 1)).join('') : first.slice(0, 10);
}
