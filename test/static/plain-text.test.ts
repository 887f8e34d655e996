// What the simple editor writes, and that markup typed into it stays text.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, plainToStorage } from '../../static/host/editor/plain-text';
import { storageToPlain } from '../../static/host/editor/storage-to-plain';
import type { StorageNode } from '../../static/host/storage/parse';

describe('plainToStorage', () => {
  it('makes a paragraph of each line', () => {
    expect(plainToStorage('one\n\ntwo')).toBe('<p>one</p><p>two</p>');
  });

  it('makes headings, lists and tasks', () => {
    expect(plainToStorage('# Title\n- a\n- b\n[] do\n[x] done\n### Small')).toBe(
      '<h1>Title</h1><ul><li>a</li><li>b</li></ul><ac:task-list>' +
        '<ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>do</ac:task-body></ac:task>' +
        '<ac:task><ac:task-id>2</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>done</ac:task-body></ac:task>' +
        '</ac:task-list><h3>Small</h3>',
    );
  });

  it('begins a new list after something else', () => {
    expect(plainToStorage('- a\ntext\n- b')).toBe('<ul><li>a</li></ul><p>text</p><ul><li>b</li></ul>');
  });

  it('never lets typed text become markup', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const inside = plainToStorage(text).replace(/<\/?(?:p|h[1-3]|ul|li|ac:task[a-z-]*)>/gu, '');
        expect(inside).not.toMatch(/[<>]/u);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('escapeText', () => {
  it('escapes what would be markup and nothing else', () => {
    expect(escapeText(`a < b & "c" 'd' é`)).toBe(`a &lt; b &amp; &quot;c&quot; 'd' é`);
  });
});

describe('storageToPlain', () => {
  const element = (name: string, ...children: readonly (StorageNode | string)[]): StorageNode => ({
    type: 'element',
    name,
    attributes: {},
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', text: child } : child)),
  });

  it('gives back the lines that were typed', () => {
    const task = element('ac:task', element('ac:task-status', 'complete'), element('ac:task-body', 'done'));
    const nodes = [
      element('h2', 'Title'),
      element('p', 'text'),
      element('ul', element('li', 'a'), element('li', 'b')),
    ];
    expect(storageToPlain([...nodes, element('ac:task-list', task)])).toBe(
      '## Title\n\ntext\n\n- a\n- b\n\n[x] done',
    );
  });

  it('gives nothing when something would be lost', () => {
    expect(storageToPlain([element('p', 'a ', element('strong', 'b'))])).toBeUndefined();
    expect(storageToPlain([element('table')])).toBeUndefined();
    expect(storageToPlain([element('ac:structured-macro')])).toBeUndefined();
  });
});
