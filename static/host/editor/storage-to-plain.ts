// Turns a body back into the text of the simple editor, but only when nothing would be lost by it.

import { childNamed, parseStorage, textOf } from '../storage/parse';
import type { StorageNode } from '../storage/parse';
import { plainToStorage } from './plain-text';

/** The simple editor's text for a body, or `undefined` when it says more than the simple editor can. */
export function storageToPlain(nodes: readonly StorageNode[]): string | undefined {
  const lines: string[] = [];
  for (const node of nodes) {
    const block = blockText(node);
    if (block === undefined) return undefined;
    if (block !== '') lines.push(block);
  }
  return lines.join('\n\n');
}

/** The simple editor's text for a body in storage format, when the editor would write exactly that body again. */
export function storageToSimple(storage: string): string | undefined {
  const parsed = parseStorage(storage);
  const text = parsed.ok ? storageToPlain(parsed.nodes) : undefined;
  return text !== undefined && plainToStorage(text) === storage ? text : undefined;
}

function blockText(node: StorageNode): string | undefined {
  if (node.type === 'text') return node.text.trim() === '' ? '' : undefined;
  const heading = /^h([1-3])$/u.exec(node.name);
  if (heading !== null) return prefixed(`${'#'.repeat(Number(heading[1]))} `, node);
  if (node.name === 'p') return prefixed('', node);
  if (node.name === 'ul') return listText(node.children, (item) => prefixed('- ', item));
  if (node.name === 'ac:task-list') return listText(node.children, taskText);
  return undefined;
}

function listText(
  items: readonly StorageNode[],
  textOfItem: (item: StorageNode) => string | undefined,
): string | undefined {
  const lines: string[] = [];
  for (const item of items) {
    const line = textOfItem(item);
    if (line === undefined) return undefined;
    lines.push(line);
  }
  return lines.join('\n');
}

function taskText(task: StorageNode): string | undefined {
  const status = childNamed(task, 'ac:task-status');
  const body = childNamed(task, 'ac:task-body');
  if (status === undefined || body === undefined) return undefined;
  return prefixed(textOf(status) === 'complete' ? '[x] ' : '[] ', body);
}

/** One line of text, if the node holds nothing but text. */
function prefixed(prefix: string, node: StorageNode): string | undefined {
  if (node.type === 'text' || node.children.some((child) => child.type === 'element')) return undefined;
  const text = textOf(node);
  return text.includes('\n') ? undefined : `${prefix}${text}`;
}
