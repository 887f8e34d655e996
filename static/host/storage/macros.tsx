// Draws the macros that bodies commonly carry; any other is a box with its name, so that it is seen to be there.

import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';
import type { DrawNodes } from './body';
import { childNamed, textOf } from './parse';
import type { StorageNode } from './parse';

type StorageElement = Extract<StorageNode, { type: 'element' }>;

const PANELS = {
  info: 'information',
  note: 'warning',
  warning: 'error',
  tip: 'success',
  panel: 'discovery',
} as const;

const STATUS_COLOURS: Readonly<Record<string, 'default' | 'success' | 'removed' | 'inprogress' | 'moved'>> = {
  Green: 'success',
  Red: 'removed',
  Blue: 'inprogress',
  Yellow: 'moved',
};

/** A structured macro, drawn. */
export function drawMacro(macro: StorageElement, draw: DrawNodes): ReactNode {
  const name = macro.attributes['ac:name'] ?? 'macro';
  const body = childNamed(macro, 'ac:rich-text-body');
  const inside = body === undefined ? null : draw(body.children);
  if (name === 'code' || name === 'noformat') {
    const text = childNamed(macro, 'ac:plain-text-body');
    return (
      <pre className="storage-code">
        <code>{text === undefined ? '' : textOf(text)}</code>
      </pre>
    );
  }
  // A place to link to: Confluence shows nothing there.
  if (name === 'anchor') return <span id={parameter(macro, '') ?? ''} />;
  if (name === 'status') {
    const colour = parameter(macro, 'colour') ?? '';
    return (
      <Lozenge appearance={STATUS_COLOURS[colour] ?? 'default'}>{parameter(macro, 'title') ?? ''}</Lozenge>
    );
  }
  if (isPanel(name)) {
    const title = parameter(macro, 'title');
    return (
      <SectionMessage appearance={PANELS[name]} {...(title === undefined ? {} : { title })}>
        {inside}
      </SectionMessage>
    );
  }
  if (name === 'expand') {
    return (
      <details>
        <summary>{parameter(macro, 'title') ?? 'Click here to expand…'}</summary>
        {inside}
      </details>
    );
  }
  return (
    <div className="storage-macro">
      <span className="storage-macro-label">Macro: {name}</span>
      {inside}
    </div>
  );
}

function isPanel(name: string): name is keyof typeof PANELS {
  return Object.hasOwn(PANELS, name);
}

function parameter(macro: StorageElement, name: string): string | undefined {
  for (const child of macro.children) {
    if (child.type === 'element' && child.name === 'ac:parameter' && child.attributes['ac:name'] === name) {
      return textOf(child);
    }
  }
  return undefined;
}
