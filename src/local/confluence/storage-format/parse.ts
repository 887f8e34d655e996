// Reads Confluence's storage format: a fragment of XHTML with the namespaces ac: and ri:. It keeps what is
// written and refuses what is not well-formed; it does not know which elements Confluence would allow.

import { characterEntitiesHtml4 } from 'character-entities-html4';
import { SaxesParser } from 'saxes';

import { badRequest } from '../http/refusal';

export interface XmlElement {
  readonly kind: 'element';
  /** With its prefix: `ac:task`. */
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: XmlNode[];
}

export type XmlNode =
  | XmlElement
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cdata'; readonly text: string };

/** Namespaces that Confluence declares around every body. */
const NAMESPACES = {
  ac: 'http://atlassian.com/content',
  ri: 'http://atlassian.com/resource/identifier',
  at: 'http://atlassian.com/template',
};

/** The nodes of a body; a {@link Refusal} in Confluence's words when it is not well-formed. */
export function parseStorage(storage: string): readonly XmlNode[] {
  const roots: XmlNode[] = [];
  const open: XmlElement[] = [];
  const parser = new SaxesParser({ xmlns: true, fragment: true, additionalNamespaces: NAMESPACES });
  Object.assign(parser.ENTITIES, characterEntitiesHtml4);
  const append = (node: XmlNode): void => void (open.at(-1)?.children ?? roots).push(node);

  parser.on('error', (error) => {
    const where = `[${String(parser.line)},${String(parser.column)}]`;
    const what = error.message.replace(/^\d+:\d+: /, '');
    throw badRequest(`Error parsing xhtml: ${what}\n at [row,col {unknown-source}]: ${where}`);
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ name, value }) => [name, value]),
    );
    const element: XmlElement = { kind: 'element', name: tag.name, attributes, children: [] };
    append(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => append({ kind: 'text', text }));
  parser.on('cdata', (text) => append({ kind: 'cdata', text }));
  parser.write(storage).close();
  return roots;
}

/** Everything below `nodes` in document order, themselves included. */
function* walk(nodes: readonly XmlNode[]): Generator<XmlNode> {
  for (const node of nodes) {
    yield node;
    if (node.kind === 'element') yield* walk(node.children);
  }
}

/** All elements of that name, in document order. */
export function findElements(nodes: readonly XmlNode[], name: string): readonly XmlElement[] {
  return [...walk(nodes)].filter((node): node is XmlElement => node.kind === 'element' && node.name === name);
}

/** The text of the nodes, without markup. */
export function textOf(nodes: readonly XmlNode[]): string {
  return [...walk(nodes)].map((node) => (node.kind === 'element' ? '' : node.text)).join('');
}
