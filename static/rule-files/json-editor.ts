// The code editor for a rule's JSON: highlighting, syntax problems, completion. It must not know the page.
//
// It lives in a shadow root because CodeMirror then writes its styles as constructed style sheets, which Forge's
// content security policy allows; as <style> elements it would need `unsafe-inline` in the manifest.

import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import {
  HighlightStyle,
  bracketMatching,
  foldGutter,
  foldKeymap,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintGutter, linter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { complete } from './complete';
import type { Names } from './schema-suggestions';
import { words } from './wording';

/** How long typing must rest before a change is reported: the page reads the whole text each time. */
const REST_MS = 250;

export interface JsonEditor {
  readonly element: HTMLElement;
  readonly dispose: () => void;
}

const HIGHLIGHT = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--ds-text-accent-blue, #1558bc)' },
  { tag: tags.string, color: 'var(--ds-text-accent-green, #4c6b1f)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--ds-text-accent-purple, #803fa5)' },
]);

const LOOK = EditorView.theme({
  '&': {
    border: '1px solid var(--ds-border-input, #8c8f97)',
    borderRadius: '4px',
    color: 'var(--ds-text, #292a2e)',
    backgroundColor: 'var(--ds-background-input, #ffffff)',
    fontSize: '13px',
  },
  '&.cm-focused': { outline: '2px solid var(--ds-border-focused, #4688ec)' },
  '.cm-scroller': { minHeight: '320px', maxHeight: '640px', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ds-text, #292a2e)' },
  '.cm-cursor': { borderLeftColor: 'var(--ds-text, #292a2e)' },
  '.cm-gutters': {
    color: 'var(--ds-text-subtlest, #6b6e76)',
    backgroundColor: 'var(--ds-surface-sunken, #f8f8f8)',
    borderRight: 'none',
  },
  '.cm-activeLine': { backgroundColor: 'var(--ds-background-neutral-subtle-hovered, #0515240f)' },
  '.cm-tooltip': {
    color: 'var(--ds-text, #292a2e)',
    backgroundColor: 'var(--ds-surface-overlay, #ffffff)',
    border: '1px solid var(--ds-border, #0b120e24)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    color: 'var(--ds-text-selected, #1868db)',
    backgroundColor: 'var(--ds-background-selected, #e9f2fe)',
  },
});

/** Makes an editor of `text`; `changed` hears the whole text when typing rests. */
export function createJsonEditor(text: string, names: Names, changed: (text: string) => void): JsonEditor {
  const element = document.createElement('div');
  element.className = 'editor';
  const root = element.attachShadow({ mode: 'open' });
  let resting: ReturnType<typeof setTimeout> | undefined;
  let unreported = false;

  function flush(): void {
    clearTimeout(resting);
    if (!unreported) return;
    unreported = false;
    changed(view.state.doc.toString());
  }

  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        foldGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        json(),
        syntaxHighlighting(HIGHLIGHT),
        linter(jsonParseLinter()),
        lintGutter(),
        autocompletion({ override: [(context) => complete(context, names)] }),
        // Tab is not among them: it must lead out of the editor.
        keymap.of([
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...completionKeymap,
        ]),
        EditorView.contentAttributes.of({ 'aria-label': words.editor }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          clearTimeout(resting);
          unreported = true;
          resting = setTimeout(flush, REST_MS);
        }),
        // What was typed last must not be lost by going straight to the page's buttons.
        EditorView.domEventHandlers({ blur: flush }),
        LOOK,
      ],
    }),
  });

  return {
    element,
    dispose() {
      flush();
      view.destroy();
    },
  };
}
