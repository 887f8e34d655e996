// Writes storage format from the author's text and from values, always knowing where in the document it stands, so
// that a value is escaped for its place. It must not judge the author's markup; it only follows it.
//
// Places: text → `<` → open-tag → tag-name → tag ⇄ attribute-name → before-value → attribute (or unquoted) → tag → `>` → text
//         `<!` → declaration → comment | cdata | doctype → text;   `<?` → instruction → text
//         `&` in text or an attribute → reference → back at `;`

import { Markup, toText } from '../markup';
import { encodeUrlPart } from './url-text';
import {
  CDATA_SEAM,
  escapeAttribute,
  escapeCdata,
  escapeComment,
  escapeText,
  withoutNonXml,
} from './xml-text';

/** Where the next character stands. */
export type Place =
  | 'text'
  | 'open-tag'
  | 'tag-name'
  | 'tag'
  | 'attribute-name'
  | 'before-value'
  | 'attribute'
  | 'unquoted'
  | 'declaration'
  | 'comment'
  | 'cdata'
  | 'doctype'
  | 'instruction';

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

/** Why a value cannot stand at a place, for the places that take none. */
const REFUSALS: Readonly<Partial<Record<Place, string>>> = {
  'open-tag': 'the name of a tag',
  'tag-name': 'the name of a tag',
  tag: 'a tag, outside the quotes of an attribute',
  'attribute-name': 'the name of an attribute',
  'before-value': 'an attribute without quotes',
  unquoted: 'an attribute without quotes',
  declaration: 'a declaration',
  doctype: 'a declaration',
  instruction: 'a processing instruction',
};

/** Follows a document in storage format, one piece at a time. */
export class StorageWriter {
  private place: Place = 'text';
  private quote = '';
  private attribute = '';
  /** Whether an `&` has begun a reference that no `;` has ended. */
  private inReference = false;
  /** The last few characters, for the ends of comments, CDATA sections and instructions. */
  private tail = '';
  private url = { started: false, last: '', pastPath: false };

  /** Takes text of the author, and answers it as it is to be written. */
  literal(text: string): string {
    const clean = withoutNonXml(text);
    for (const character of clean) this.step(character);
    return clean;
  }

  /** Why no value can stand here: "a value cannot stand in …"; undefined where it can. */
  refusal(): string | undefined {
    const where = this.inReference ? 'a character reference that `&` has begun' : REFUSALS[this.place];
    return where === undefined ? undefined : `a value cannot stand in ${where}`;
  }

  /** The value, escaped for where it stands. Call `refusal` first. */
  value(value: unknown): string {
    switch (this.place) {
      case 'text':
        return value instanceof Markup ? value.storage : escapeText(toText(value));
      case 'attribute':
        return this.attributeValue(withoutNonXml(toText(value)));
      case 'cdata': {
        // The author's `]]`, an empty value and the author's `>` would end the section here.
        const seam = this.tail.endsWith(']') ? CDATA_SEAM : '';
        this.tail = '';
        return seam + escapeCdata(toText(value));
      }
      case 'comment': {
        const written = escapeComment(toText(value));
        const seam = written === '' && this.tail.endsWith('-') ? ' ' : '';
        this.tail = '';
        return seam + written;
      }
      default:
        return '';
    }
  }

  private attributeValue(text: string): string {
    if (text === '' || !URL_ATTRIBUTES.has(this.attribute)) return escapeAttribute(text);
    const encoded = encodeUrlPart(text, this.url);
    this.noteUrl(encoded);
    return escapeAttribute(encoded);
  }

  private noteUrl(text: string): void {
    this.url = {
      started: true,
      last: text.slice(-1),
      pastPath: this.url.pastPath || /[?#]/.test(text),
    };
  }

  private step(character: string): void {
    switch (this.place) {
      case 'text':
        this.inReference = inReferenceAfter(this.inReference, character);
        if (character === '<') this.enter('open-tag');
        return;
      case 'open-tag':
        if (character === '!') this.enter('declaration');
        else if (character === '?') this.enter('instruction');
        else if (character !== '/') this.enter('tag-name');
        return;
      case 'tag-name':
      case 'tag':
      case 'attribute-name':
      case 'before-value':
      case 'attribute':
      case 'unquoted':
        this.stepInTag(character);
        return;
      default:
        this.stepInDeclaration(character);
    }
  }

  private stepInTag(character: string): void {
    if (this.place === 'attribute') {
      this.inReference = inReferenceAfter(this.inReference, character);
      if (character === this.quote) this.enter('tag');
      else this.noteUrl(character);
      return;
    }
    if (character === '>') {
      this.enter('text');
    } else if (this.place === 'before-value') {
      if (character === '"' || character === "'") {
        this.quote = character;
        this.url = { started: false, last: '', pastPath: false };
        this.enter('attribute');
      } else if (!isBlank(character)) {
        this.enter('unquoted');
      }
    } else if (character === '=') {
      if (this.place !== 'unquoted') this.enter('before-value');
    } else if (isBlank(character) || character === '/') {
      // The name is kept: blanks may stand between it and the equals sign.
      if (this.place !== 'unquoted' || isBlank(character)) this.enter('tag');
    } else if (this.place === 'tag') {
      this.attribute = character.toLowerCase();
      this.enter('attribute-name');
    } else if (this.place === 'attribute-name') {
      this.attribute += character.toLowerCase();
    }
  }

  private stepInDeclaration(character: string): void {
    this.tail += character;
    if (this.place === 'declaration') {
      if (this.tail === '--') this.enter('comment');
      else if (this.tail === '[CDATA[') this.enter('cdata');
      else if (!'--'.startsWith(this.tail) && !'[CDATA['.startsWith(this.tail))
        this.enter(character === '>' ? 'text' : 'doctype');
      return;
    }
    this.tail = this.tail.slice(-3);
    const end = { comment: '-->', cdata: ']]>', instruction: '?>', doctype: '>' }[this.place as 'comment'];
    if (this.tail.endsWith(end)) this.enter('text');
  }

  private enter(place: Place): void {
    this.place = place;
    this.tail = '';
    this.inReference = false;
  }
}

function inReferenceAfter(inReference: boolean, character: string): boolean {
  return character === '&' || (inReference && /[\w#:.-]/.test(character));
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}
