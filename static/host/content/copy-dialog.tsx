// Asks for the title of a copy and makes it beside the original.

import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { copyPage } from '../api/content';
import { useSpace } from '../spaces/use-space';
import { useAction } from '../state/use-action';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import type { ContentDialogProps } from './action-dialogs';

/** The dialog that copies a page. */
export function CopyDialog(props: ContentDialogProps) {
  const space = useSpace();
  const [, navigate] = useLocation();
  const [title, setTitle] = useState(`Copy of ${props.content.title}`);
  const copy = useAction('Could not copy the page', async () => {
    const made = await copyPage(props.content.id, props.content.parentId ?? space.homepageId ?? '', title);
    navigate(`/pages/${made.id}`);
  });
  const submit = async (): Promise<void> => {
    if (await copy.run()) props.onClose();
  };
  return (
    <Dialog
      title="Copy page"
      confirm="Copy"
      isConfirmDisabled={title.trim() === ''}
      isBusy={copy.isRunning}
      onConfirm={() => void submit()}
      onClose={props.onClose}
    >
      <Field id="copy-title" label="Title of the copy">
        <Textfield
          id="copy-title"
          autoFocus
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  );
}
