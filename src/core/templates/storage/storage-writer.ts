// Writes storage format from the author's text and from values, each value escaped for the place where it stands.
// It must not write anything that could end that place.

import { Markup, toText } from '../markup';
import { StoragePlace } from './storage-place';
import { encodeUrlPart } from './url-text';
import {
  CDATA_SEAM,
  escapeAttribute,
  escapeCdata,
  escapeComment,
  escapeText,
  withoutNonXml,
} from './xml-text';

/** Attributes that hold a URL; `ri:value` does so on `ri:url`, its only element. */
const URL_ATTRIBUTES = new Set([
  'href',
  'src',
  'cite',
  'action',
  'background',
  'poster',
  'xlink:href',
  'ri:value',
]);

const NO_URL = { started: false, last: '', pastPath: false };

/** Writes one document, piece by piece. */
export class StorageWriter {
  private readonly at = new StoragePlace();
  /** The URL in whose attribute the next character stands. */
  private url = NO_URL;

  /** Takes text of the author, and answers it as it is to be written. */
  literal(text: string): string {
    const clean = withoutNonXml(text);
    let written = '';
    for (const character of clean) {
      const inAttribute = this.at.place === 'attribute';
      // `]]>` may not stand in text. Here a value between `]]` and `>` may have been empty.
      written +=
        character === '>' && this.at.place === 'text' && this.at.tail.endsWith(']]') ? '&gt;' : character;
      this.at.step(character);
      if (this.at.place !== 'attribute') this.url = NO_URL;
      else if (inAttribute) this.noteUrl(character);
    }
    return written;
  }

  /** Why no value can stand here: "a value cannot stand in …"; undefined where it can. */
  refusal(): string | undefined {
    return this.at.refusal();
  }

  /** The value, escaped for where it stands. Call `refusal` first. */
  value(value: unknown): string {
    switch (this.at.place) {
      case 'text':
        return this.textValue(value);
      case 'attribute':
        return this.attributeValue(withoutNonXml(toText(value)));
      case 'cdata':
        return this.cdataValue(value);
      case 'comment':
        return this.commentValue(value);
      default:
        return '';
    }
  }

  private textValue(value: unknown): string {
    const written = value instanceof Markup ? value.storage : escapeText(toText(value));
    if (written !== '') this.at.tail = '';
    return written;
  }

  private attributeValue(text: string): string {
    if (text === '' || !URL_ATTRIBUTES.has(this.at.attribute)) return escapeAttribute(text);
    const encoded = encodeUrlPart(text, this.url);
    this.noteUrl(encoded);
    return escapeAttribute(encoded);
  }

  private cdataValue(value: unknown): string {
    // The author's `]]`, an empty value and the author's `>` would end the section here.
    const seam = this.at.tail.endsWith(']') ? CDATA_SEAM : '';
    this.at.tail = '';
    return seam + escapeCdata(toText(value));
  }

  private commentValue(value: unknown): string {
    const written = escapeComment(toText(value));
    // The author's hyphens, with nothing between them, would end the comment or break it.
    const seam = written === '' && this.at.tail.endsWith('-') ? ' ' : '';
    this.at.tail = '';
    return seam + written;
  }

  private noteUrl(text: string): void {
    this.url = { started: true, last: text.slice(-1), pastPath: this.url.pastPath || /[?#]/.test(text) };
  }
}
