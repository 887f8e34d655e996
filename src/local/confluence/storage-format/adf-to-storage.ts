// Turns an Atlassian document (ADF) into storage format: the nodes that people and rules write.
// A node it does not know becomes its content; nothing is refused here but text that is no document at all.

import { isJsonObject } from '../../../core/json';
import { badRequest } from '../http/refusal';
import { escapeText, serialise } from './serialise';

interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs: { readonly [name: string]: unknown };
  readonly marks: readonly AdfNode[];
  readonly content: readonly AdfNode[];
}

/** The storage format of the ADF document in `json`; a {@link Refusal} when it is not one. */
export function adfToStorage(json: string): string {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch (error) {
    throw badRequest(`Could not parse the atlas_doc_format value as JSON: ${(error as Error).message}`);
  }
  if (!isJsonObject(document) || document['type'] !== 'doc' || !Array.isArray(document['content'])) {
    throw badRequest(
      'The atlas_doc_format value is not a document: expected {"type":"doc","version":1,"content":[…]}',
    );
  }
  return toNode(document).content.map(write).join('');
}

function toNode(value: unknown): AdfNode {
  const node = isJsonObject(value) ? value : {};
  const list = (name: string): readonly AdfNode[] => {
    const items = node[name];
    return Array.isArray(items) ? items.map(toNode) : [];
  };
  return {
    type: typeof node['type'] === 'string' ? node['type'] : '',
    ...(typeof node['text'] === 'string' ? { text: node['text'] } : {}),
    attrs: isJsonObject(node['attrs']) ? node['attrs'] : {},
    marks: list('marks'),
    content: list('content'),
  };
}

/** Block nodes that are one element each. */
const ELEMENTS: { readonly [type: string]: string } = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
};

const MARKS: { readonly [type: string]: string } = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strike: 'del',
  code: 'code',
};

function write(node: AdfNode): string {
  const inner = (): string => node.content.map(write).join('');
  const element = ELEMENTS[node.type];
  if (element !== undefined) return `<${element}>${inner()}</${element}>`;
  switch (node.type) {
    case 'text':
      return writeText(node);
    case 'hardBreak':
      return '<br />';
    case 'rule':
      return '<hr />';
    case 'heading': {
      const level = Math.min(Math.max(Math.trunc(Number(node.attrs['level'])) || 1, 1), 6);
      return `<h${level}>${inner()}</h${level}>`;
    }
    case 'mention':
      return `<ac:link><ri:user ri:account-id="${attribute(node, 'id')}" /></ac:link>`;
    case 'emoji':
      return attribute(node, 'text') || attribute(node, 'shortName');
    case 'inlineCard':
    case 'blockCard':
      return `<a href="${attribute(node, 'url')}" data-card-appearance="${node.type === 'inlineCard' ? 'inline' : 'block'}">${attribute(node, 'url')}</a>`;
    case 'date':
      return writeDate(Number(node.attrs['timestamp']));
    case 'codeBlock':
      return `<ac:structured-macro ac:name="code"><ac:plain-text-body>${serialise([{ kind: 'cdata', text: plainText(node) }])}</ac:plain-text-body></ac:structured-macro>`;
    case 'panel':
      return `<ac:structured-macro ac:name="${attribute(node, 'panelType')}"><ac:rich-text-body>${inner()}</ac:rich-text-body></ac:structured-macro>`;
    case 'taskList':
      return `<ac:task-list>${inner()}</ac:task-list>`;
    case 'taskItem':
      return writeTask(node, inner());
    default:
      return inner();
  }
}

function writeTask(node: AdfNode, body: string): string {
  const status = node.attrs['state'] === 'DONE' ? 'complete' : 'incomplete';
  return `<ac:task><ac:task-id>${attribute(node, 'localId')}</ac:task-id><ac:task-status>${status}</ac:task-status><ac:task-body>${body}</ac:task-body></ac:task>`;
}

/** Milliseconds as a day; what is no date is left out. */
function writeDate(timestampMs: number): string {
  const date = new Date(timestampMs);
  if (Number.isNaN(date.getTime())) return '';
  return `<time datetime="${date.toISOString().slice(0, 10)}" />`;
}

function writeText(node: AdfNode): string {
  return node.marks.reduce(
    (inner, mark) => {
      if (mark.type === 'link') return `<a href="${attribute(mark, 'href')}">${inner}</a>`;
      const element = MARKS[mark.type];
      return element === undefined ? inner : `<${element}>${inner}</${element}>`;
    },
    escapeText(node.text ?? ''),
  );
}

function attribute(node: AdfNode, name: string): string {
  const value = node.attrs[name];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return escapeText(text).replaceAll('"', '&quot;');
}

function plainText(node: AdfNode): string {
  return (node.text ?? '') + node.content.map(plainText).join('');
}
