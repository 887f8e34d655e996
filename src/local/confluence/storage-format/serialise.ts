// Writes nodes of the storage format back as text. It must not change what they mean.

import type { XmlNode } from './parse';

export function serialise(nodes: readonly XmlNode[]): string {
  return nodes.map(serialiseNode).join('');
}

function serialiseNode(node: XmlNode): string {
  switch (node.kind) {
    case 'text':
      return escapeText(node.text);
    case 'cdata':
      // "]]>" would end the section early, so it is split over two.
      return `<![CDATA[${node.text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
    case 'element': {
      const attributes = Object.entries(node.attributes)
        .map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`)
        .join('');
      if (node.children.length === 0) return `<${node.name}${attributes} />`;
      return `<${node.name}${attributes}>${serialise(node.children)}</${node.name}>`;
    }
  }
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
