// A box to write a comment in; opens up when one begins to write.

import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { plainToStorage } from '../editor/plain-text';

/** The box; `onSubmit` gets storage format and answers whether it worked. */
export function CommentBox(props: {
  readonly label: string;
  readonly submit: string;
  readonly initial?: string;
  readonly isBusy: boolean;
  readonly isOpen?: boolean;
  readonly onSubmit: (body: string) => Promise<boolean>;
  readonly onCancel?: () => void;
}) {
  const [text, setText] = useState(props.initial ?? '');
  const [isOpen, setOpen] = useState(props.isOpen ?? false);
  const submit = async (): Promise<void> => {
    if (text.trim() === '') return;
    if (await props.onSubmit(plainToStorage(text))) {
      setText('');
      setOpen(false);
      props.onCancel?.();
    }
  };
  const cancel = (): void => {
    setText('');
    setOpen(false);
    props.onCancel?.();
  };
  return (
    <form
      className="comment-box"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextArea
        aria-label={props.label}
        placeholder={props.label}
        autoFocus={props.isOpen ?? false}
        minimumRows={isOpen ? 3 : 1}
        resize="smart"
        value={text}
        onFocus={() => setOpen(true)}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void submit();
        }}
      />
      {isOpen ? (
        <div className="comment-box-buttons">
          <Button type="submit" appearance="primary" isLoading={props.isBusy} isDisabled={text.trim() === ''}>
            {props.submit}
          </Button>
          <Button appearance="subtle" onClick={cancel}>
            Cancel
          </Button>
        </div>
      ) : null}
    </form>
  );
}
