// Reads Confluence's storage format (XHTML with ac: and ri: elements) into a plain tree. It only reads: what may
// be shown is decided by the renderer.

/** A piece of text or an element of a body in storage format. */
export type StorageNode =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'element';
      /** With its prefix, such as `ac:link`. */
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly children: readonly StorageNode[];
    };

/** The tree of a body, or why it could not be read. */
export type ParsedStorage =
  | { readonly ok: true; readonly nodes: readonly StorageNode[] }
  | { readonly ok: false; readonly problem: string };

// Browsers know the names of HTML's entities (&nbsp; …) in XML only under this public identifier.
const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">';

/** Reads `text` as storage format. */
export function parseStorage(text: string): ParsedStorage {
  const source = `${DOCTYPE}<body xmlns:ac="ac" xmlns:ri="ri" xmlns:at="at">${text}</body>`;
  const document = new DOMParser().parseFromString(source, 'application/xhtml+xml');
  const problem = document.querySelector('parsererror');
  if (problem !== null) {
    return { ok: false, problem: problem.textContent.replace(/\s+/gu, ' ').trim() };
  }
  return { ok: true, nodes: childrenOf(document.documentElement) };
}

/** All text inside a node. */
export function textOf(node: StorageNode): string {
  return node.type === 'text' ? node.text : node.children.map(textOf).join('');
}

/** The first child element of that name. */
export function childNamed(
  node: StorageNode,
  name: string,
): Extract<StorageNode, { type: 'element' }> | undefined {
  if (node.type === 'text') return undefined;
  for (const child of node.children) {
    if (child.type === 'element' && child.name === name) return child;
  }
  return undefined;
}

function childrenOf(parent: Element): readonly StorageNode[] {
  const nodes: StorageNode[] = [];
  for (const child of parent.childNodes) {
    if (child.nodeType === Node.TEXT_NODE || child.nodeType === Node.CDATA_SECTION_NODE) {
      nodes.push({ type: 'text', text: child.textContent ?? '' });
    } else if (child instanceof Element) {
      const attributes: Record<string, string> = {};
      for (const attribute of child.attributes) attributes[attribute.name] = attribute.value;
      nodes.push({ type: 'element', name: child.nodeName, attributes, children: childrenOf(child) });
    }
  }
  return nodes;
}
