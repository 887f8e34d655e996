// CommentEditor and ChromelessEditor. Atlassian's editor is not part of Atlaskit's small packages: a plain text
// area stands in for it and speaks the same document format.

import Button from '@atlaskit/button/new';
import AtlaskitTextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { handlerOf, isSet } from '../node-props';
import type { NodeProps } from '../node-props';

/** Draws `CommentEditor`. */
export function CommentEditor({ node }: NodeProps) {
  const [text, setText] = useState(() => documentText(node.props['defaultValue']));
  const changed = handlerOf(node, 'onChange');
  const save = handlerOf(node, 'onSave');
  const cancel = handlerOf(node, 'onCancel');
  return (
    <div className="uikit-editor">
      <AtlaskitTextArea
        aria-label="Text"
        minimumRows={3}
        value={text}
        isDisabled={isSet(node, 'isDisabled')}
        onChange={(event) => {
          setText(event.currentTarget.value);
          changed?.(textDocument(event.currentTarget.value));
        }}
      />
      <div className="comment-box-buttons">
        {save === undefined ? null : (
          <Button appearance="primary" onClick={() => save(textDocument(text))}>
            Save
          </Button>
        )}
        {cancel === undefined ? null : (
          <Button appearance="subtle" onClick={() => cancel()}>
            Cancel
          </Button>
        )}
      </div>
    </div>
  );
}

/** A document in Atlassian's format with one paragraph for each line. */
function textDocument(text: string): object {
  const content = text
    .split('\n')
    .map((line) => ({ type: 'paragraph', content: line === '' ? [] : [{ type: 'text', text: line }] }));
  return { type: 'doc', version: 1, content };
}

function documentText(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('text' in node && typeof node.text === 'string') return node.text;
  const content = 'content' in node && Array.isArray(node.content) ? node.content : [];
  const isDocument = 'type' in node && node.type === 'doc';
  return content.map(documentText).join(isDocument ? '\n' : '');
}
