// Turns storage format into an Atlassian document (ADF), so that a body can be read in either form.
// Macros become extension nodes with their name; what has no counterpart becomes its content.

import type { JsonObject } from '../../../core/json';
import type { XmlElement, XmlNode } from './parse';
import { findElements, parseStorage, textOf } from './parse';

/** The ADF document of a storage body, as JSON text. */
export function storageToAdf(storage: string): string {
  return JSON.stringify({ type: 'doc', version: 1, content: blocks(parseStorage(storage)) });
}

const BLOCKS: { readonly [name: string]: string } = {
  ul: 'bulletList',
  ol: 'orderedList',
  li: 'listItem',
  blockquote: 'blockquote',
  table: 'table',
  tr: 'tableRow',
  td: 'tableCell',
  th: 'tableHeader',
  'ac:task-list': 'taskList',
};

/** Elements whose content stands in their place among blocks. */
const TRANSPARENT = new Set(['tbody', 'thead', 'div', 'ac:layout', 'ac:layout-section', 'ac:layout-cell']);

const MARKS: { readonly [name: string]: string } = {
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  u: 'underline',
  del: 'strike',
  s: 'strike',
  code: 'code',
};

function blocks(nodes: readonly XmlNode[]): readonly JsonObject[] {
  const result: JsonObject[] = [];
  let loose: XmlNode[] = [];
  // Text outside any block belongs into a paragraph of its own.
  const flush = (): void => {
    const content = inlines(loose, []);
    if (content.length > 0) result.push({ type: 'paragraph', content });
    loose = [];
  };
  for (const node of nodes) {
    const block = node.kind === 'element' ? toBlocks(node) : undefined;
    if (block === undefined) {
      if (node.kind === 'element' || node.text.trim() !== '') loose.push(node);
      continue;
    }
    flush();
    result.push(...block);
  }
  flush();
  return result;
}

/** The blocks that an element becomes; `undefined` when it belongs into a line of text. */
function toBlocks(element: XmlElement): readonly JsonObject[] | undefined {
  const { name, children } = element;
  const heading = /^h([1-6])$/.exec(name)?.[1];
  if (heading !== undefined) {
    return [{ type: 'heading', attrs: { level: Number(heading) }, content: inlines(children, []) }];
  }
  if (name === 'p') return [{ type: 'paragraph', content: inlines(children, []) }];
  if (name === 'hr') return [{ type: 'rule' }];
  if (name === 'ac:task') return [toTask(element)];
  if (name === 'ac:structured-macro') return [toMacro(element)];
  if (TRANSPARENT.has(name)) return blocks(children);
  const type = BLOCKS[name];
  return type === undefined ? undefined : [{ type, content: blocks(children) }];
}

function toTask(task: XmlElement): JsonObject {
  const part = (name: string): readonly XmlNode[] => findElements(task.children, name)[0]?.children ?? [];
  const state = textOf(part('ac:task-status')) === 'complete' ? 'DONE' : 'TODO';
  const attrs = { localId: textOf(part('ac:task-id')), state };
  return { type: 'taskItem', attrs, content: inlines(part('ac:task-body'), []) };
}

function toMacro(macro: XmlElement): JsonObject {
  const extensionKey = macro.attributes['ac:name'] ?? '';
  const plain = findElements(macro.children, 'ac:plain-text-body')[0];
  if (extensionKey === 'code') {
    return { type: 'codeBlock', content: [{ type: 'text', text: textOf(plain?.children ?? []) }] };
  }
  const rich = findElements(macro.children, 'ac:rich-text-body')[0];
  const attrs = { extensionType: 'com.atlassian.confluence.macro.core', extensionKey };
  if (rich === undefined) return { type: 'extension', attrs };
  return { type: 'bodiedExtension', attrs, content: blocks(rich.children) };
}

function inlines(nodes: readonly XmlNode[], marks: readonly JsonObject[]): readonly JsonObject[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'element') {
      if (node.text === '') return [];
      return [{ type: 'text', text: node.text, ...(marks.length > 0 ? { marks } : {}) }];
    }
    return toInline(node, marks);
  });
}

function toInline(element: XmlElement, marks: readonly JsonObject[]): readonly JsonObject[] {
  const { name, children, attributes } = element;
  const mark = MARKS[name];
  if (mark !== undefined) return inlines(children, [...marks, { type: mark }]);
  if (name === 'br') return [{ type: 'hardBreak' }];
  if (name === 'a') {
    return inlines(children, [...marks, { type: 'link', attrs: { href: attributes['href'] ?? '' } }]);
  }
  if (name === 'ac:link') {
    const user = findElements(children, 'ri:user')[0]?.attributes['ri:account-id'];
    return user === undefined ? inlines(children, marks) : [{ type: 'mention', attrs: { id: user } }];
  }
  if (name === 'time') {
    const timestampMs = Date.parse(attributes['datetime'] ?? '');
    return Number.isNaN(timestampMs) ? [] : [{ type: 'date', attrs: { timestamp: String(timestampMs) } }];
  }
  return inlines(children, marks);
}
