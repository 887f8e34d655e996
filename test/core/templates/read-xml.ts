// Reads a storage-format fragment with an XML parser that is not ours, and gives what a reader would see.

import { SaxesParser } from 'saxes';

export interface XmlRead {
  /** All character data and CDATA, joined. */
  readonly text: string;
  /** Attributes in order, as `element@name=value`. */
  readonly attributes: readonly string[];
  /** Names of the elements, in order. */
  readonly elements: readonly string[];
  readonly comments: readonly string[];
}

/** Throws with the parser's message where the fragment is not well formed. */
export function readXml(fragment: string): XmlRead {
  const parser = new SaxesParser();
  let text = '';
  const attributes: string[] = [];
  const elements: string[] = [];
  const comments: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (data) => {
    text += data;
  });
  parser.on('cdata', (data) => {
    text += data;
  });
  parser.on('comment', (data) => comments.push(data));
  parser.on('opentag', ({ name, attributes: given }) => {
    elements.push(name);
    for (const [key, value] of Object.entries(given)) attributes.push(`${name}@${key}=${value}`);
  });
  parser.write(`<fragment>${fragment}</fragment>`).close();
  return { text, attributes, elements: elements.slice(1), comments };
}

/** The characters of `text` that XML 1.0 can carry (https://www.w3.org/TR/xml/#charsets), told one by one. */
export function carriable(text: string): string {
  return Array.from(text)
    .filter((character) => {
      const point = character.codePointAt(0)!;
      if (point === 9 || point === 10 || point === 13) return true;
      return (point >= 0x20 && point <= 0xd7ff) || (point >= 0xe000 && point <= 0xfffd) || point >= 0x10000;
    })
    .join('');
}
