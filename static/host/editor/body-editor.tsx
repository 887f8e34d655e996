// Title and body of a page or blog post while it is written: simply, or as storage format. It must not save.

import Button from '@atlaskit/button/new';
import ButtonGroup from '@atlaskit/button/button-group';
import { useMemo, useState } from 'react';
import type { Draft } from '../api/content';
import { StorageBody } from '../storage/body';
import { plainToStorage } from './plain-text';
import { storageToSimple } from './storage-to-plain';

type Mode = 'simple' | 'storage' | 'preview';

/** The editor; `onPublish` gets the draft in storage format. */
export function BodyEditor(props: {
  readonly initial: Draft;
  readonly publish: string;
  readonly isBusy: boolean;
  readonly onPublish: (draft: Draft) => void;
  readonly onCancel: () => void;
}) {
  const simpleText = useMemo(() => storageToSimple(props.initial.body), [props.initial.body]);
  const [title, setTitle] = useState(props.initial.title);
  const [mode, setMode] = useState<Mode>(simpleText === undefined ? 'storage' : 'simple');
  const [text, setText] = useState(simpleText ?? '');
  const [storage, setStorage] = useState(props.initial.body);
  const [isSimple, setSimple] = useState(simpleText !== undefined);
  const body = isSimple ? plainToStorage(text) : storage;
  const switchTo = (next: Mode): void => {
    if (next === 'storage' && isSimple) {
      setStorage(body);
      setSimple(false);
    }
    if (next === 'simple' && !isSimple) {
      const back = storageToSimple(storage);
      if (back === undefined) return;
      setText(back);
      setSimple(true);
    }
    setMode(next);
  };
  const canBeSimple = isSimple || storageToSimple(storage) !== undefined;
  return (
    <form
      className="editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') props.onPublish({ title: title.trim(), body });
      }}
    >
      <div className="editor-bar">
        <ButtonGroup label="How to write">
          <Button
            spacing="compact"
            isSelected={mode === 'simple'}
            isDisabled={!canBeSimple}
            onClick={() => switchTo('simple')}
          >
            Write
          </Button>
          <Button spacing="compact" isSelected={mode === 'storage'} onClick={() => switchTo('storage')}>
            Storage format
          </Button>
          <Button spacing="compact" isSelected={mode === 'preview'} onClick={() => setMode('preview')}>
            Preview
          </Button>
        </ButtonGroup>
        <ButtonGroup label="Finish">
          <Button
            type="submit"
            appearance="primary"
            isLoading={props.isBusy}
            isDisabled={title.trim() === ''}
          >
            {props.publish}
          </Button>
          <Button appearance="subtle" onClick={props.onCancel}>
            Close
          </Button>
        </ButtonGroup>
      </div>
      <input
        className="editor-title"
        aria-label="Title"
        placeholder="Give it a title"
        autoFocus
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {mode === 'preview' ? <StorageBody value={body} /> : null}
      {mode === 'simple' ? (
        <textarea
          className="editor-text"
          aria-label="Body"
          placeholder={'Write something.\n\n# A heading\n- a list item\n[] a task'}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : null}
      {mode === 'storage' ? (
        <textarea
          className="editor-text is-storage"
          aria-label="Body in storage format"
          spellCheck={false}
          value={storage}
          onChange={(event) => setStorage(event.currentTarget.value)}
        />
      ) : null}
    </form>
  );
}
