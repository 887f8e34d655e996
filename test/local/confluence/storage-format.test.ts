import { describe, expect, it } from 'vitest';

import { adfToStorage } from '../../../src/local/confluence/storage-format/adf-to-storage';
import { findElements, parseStorage, textOf } from '../../../src/local/confluence/storage-format/parse';
import { serialise } from '../../../src/local/confluence/storage-format/serialise';
import { storageToAdf } from '../../../src/local/confluence/storage-format/storage-to-adf';

const adf = (...content: readonly object[]) => JSON.stringify({ type: 'doc', version: 1, content });
const toAdf = (storage: string): unknown =>
  (JSON.parse(storageToAdf(storage)) as { content: unknown }).content;

describe('storage format', () => {
  it.each([
    '',
    'plain text',
    '<p>a &lt; b &amp; c</p>',
    '<p>one</p><p>two<br /></p>',
    '<ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[a < b]]></ac:plain-text-body></ac:structured-macro>',
    '<ac:link><ri:user ri:account-id="712020:x" /></ac:link>',
    '<p data-x="&quot;q&quot;">x</p>',
  ])('%j is read and written back as it was', (storage) => {
    expect(serialise(parseStorage(storage))).toBe(storage);
  });

  it('named entities of HTML are characters', () => {
    expect(textOf(parseStorage('<p>a&nbsp;b&rsquo;s &eacute;</p>'))).toBe('a\u00a0b\u2019s \u00e9');
  });

  it.each(['<p>', '</p>', '<p><b></p></b>', '<p a=b></p>', '<x:y />', '&bogus;', '<p', 'a & b'])(
    '%j is refused with the place of the mistake',
    (storage) => {
      expect(() => parseStorage(storage)).toThrow(
        /^Error parsing xhtml: [\s\S]*\[row,col \{unknown-source\}\]: \[1,\d+\]$/,
      );
    },
  );

  it('elements are found however deep', () => {
    const nodes = parseStorage('<ul><li><ac:task>1</ac:task></li></ul><ac:task>2</ac:task>');
    expect(findElements(nodes, 'ac:task').map((task) => textOf(task.children))).toEqual(['1', '2']);
  });
});

describe('ADF', () => {
  it.each([
    [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'x', marks: [{ type: 'em' }, { type: 'strong' }] }],
      },
      '<p><strong><em>x</em></strong></p>',
    ],
    [{ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'T' }] }, '<h3>T</h3>'],
    [
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [] }] }] },
      '<ul><li><p></p></li></ul>',
    ],
    [
      { type: 'paragraph', content: [{ type: 'mention', attrs: { id: '712020:x' } }] },
      '<p><ac:link><ri:user ri:account-id="712020:x" /></ac:link></p>',
    ],
    [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'l', marks: [{ type: 'link', attrs: { href: 'https://e.com/?a="b"' } }] },
        ],
      },
      '<p><a href="https://e.com/?a=&quot;b&quot;">l</a></p>',
    ],
    [
      { type: 'paragraph', content: [{ type: 'date', attrs: { timestamp: '1767571200000' } }] },
      '<p><time datetime="2026-01-05" /></p>',
    ],
    [
      { type: 'codeBlock', content: [{ type: 'text', text: 'a < b' }] },
      '<ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[a < b]]></ac:plain-text-body></ac:structured-macro>',
    ],
    [{ type: 'rule' }, '<hr />'],
  ])('%j becomes %s and is well-formed', (node, storage) => {
    expect(adfToStorage(adf(node))).toBe(storage);
    expect(() => parseStorage(storage)).not.toThrow();
  });

  it('text that ends a CDATA section stays inside it', () => {
    const storage = adfToStorage(adf({ type: 'codeBlock', content: [{ type: 'text', text: 'a]]>b' }] }));
    expect(textOf(parseStorage(storage))).toBe('a]]>b');
  });

  it('a body read as ADF keeps headings, marks, lists, tasks, dates and mentions', () => {
    const storage =
      '<h1>T</h1><p>a <strong>b</strong></p><ul><li><p>i</p></li></ul><ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>do</ac:task-body></ac:task></ac:task-list>loose';
    expect(toAdf(storage)).toEqual([
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'T' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'a ' },
          { type: 'text', text: 'b', marks: [{ type: 'strong' }] },
        ],
      },
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'i' }] }] },
        ],
      },
      {
        type: 'taskList',
        content: [
          {
            type: 'taskItem',
            attrs: { localId: '1', state: 'DONE' },
            content: [{ type: 'text', text: 'do' }],
          },
        ],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'loose' }] },
    ]);
  });

  it.each(['', 'x', '[]', '{"type":"paragraph"}', '{"type":"doc"}'])('%j is refused', (json) => {
    expect(() => adfToStorage(json)).toThrow(/atlas_doc_format/);
  });
});
