// Comments on a phrase of the page's text.

import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { addInlineComment } from '../api/talk';
import { plainToStorage } from '../editor/plain-text';
import { useAction } from '../state/use-action';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import type { ContentDialogProps } from './action-dialogs';

/** The dialog that adds an inline comment. */
export function InlineCommentDialog({ kind, content, onClose }: ContentDialogProps) {
  const [phrase, setPhrase] = useState('');
  const [text, setText] = useState('');
  const add = useAction('Could not post the comment', () =>
    addInlineComment(kind, content.id, phrase, plainToStorage(text)),
  );
  const confirm = async (): Promise<void> => {
    if (await add.run()) onClose();
  };
  return (
    <Dialog
      title="Comment on a phrase"
      confirm="Comment"
      isConfirmDisabled={phrase.trim() === '' || text.trim() === ''}
      isBusy={add.isRunning}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Field id="inline-phrase" label="Phrase" help="As it stands in the page; the first place counts.">
        <Textfield
          id="inline-phrase"
          autoFocus
          value={phrase}
          onChange={(event) => setPhrase(event.currentTarget.value)}
        />
      </Field>
      <Field id="inline-text" label="Comment">
        <TextArea id="inline-text" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
    </Dialog>
  );
}
