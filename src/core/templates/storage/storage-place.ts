// Knows where in a document of storage format the next character stands, by following the author's markup.
// It must not judge that markup; check-storage.ts does.
//
// Places: text → `<` → open-tag → tag-name → tag ⇄ attribute-name → before-value → attribute (or unquoted) → tag → `>` → text
//         `<!` → declaration → comment | cdata | doctype → text;   `<?` → instruction → text
//         `&` in text or an attribute begins a reference, which `;` ends

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

/** What ends the places that only their end mark ends. */
const ENDS: Readonly<Partial<Record<Place, string>>> = {
  comment: '-->',
  cdata: ']]>',
  instruction: '?>',
  doctype: '>',
};

/** A tag that has just ended. */
export interface Tag {
  readonly name: string;
  /** `<a>`, `</a>` or `<a/>`. */
  readonly kind: 'open' | 'close' | 'empty';
}

/** Follows a document, one character at a time. */
export class StoragePlace {
  place: Place = 'text';
  /** The attribute in whose value the next character stands, in small letters. */
  attribute = '';
  /** What has been written since the place was entered, as far as its end could lie in it: the last three characters. */
  tail = '';
  /** The character reference that has begun and not ended: `&am`; or the empty string. */
  reference = '';
  private quote = '';
  private tagName = '';
  private readonly onTag: ((tag: Tag) => void) | undefined;

  constructor(onTag?: (tag: Tag) => void) {
    this.onTag = onTag;
  }

  /** Why no value can stand here: "a value cannot stand in …"; undefined where it can. */
  refusal(): string | undefined {
    const where = this.reference === '' ? REFUSALS[this.place] : 'a character reference that `&` has begun';
    return where === undefined ? undefined : `a value cannot stand in ${where}`;
  }

  /** Goes on to behind `character`. */
  step(character: string): void {
    switch (this.place) {
      case 'text':
        this.stepReference(character);
        if (character === '<') this.enter('open-tag');
        else this.tail = (this.tail + character).slice(-3);
        return;
      case 'open-tag':
        this.stepOpenTag(character);
        return;
      case 'attribute':
        this.stepReference(character);
        if (character === this.quote) this.enter('tag');
        return;
      case 'tag-name':
      case 'tag':
      case 'attribute-name':
      case 'before-value':
      case 'unquoted':
        this.stepTag(character);
        return;
      case 'declaration':
        this.stepDeclaration(character);
        return;
      default:
        this.tail = (this.tail + character).slice(-3);
        if (this.tail.endsWith(ENDS[this.place] ?? '>')) this.enter('text');
    }
  }

  /** A copy that goes on by itself, telling of tags to `onTag`. */
  copy(onTag?: (tag: Tag) => void): StoragePlace {
    const { place, attribute, tail, reference, quote, tagName } = this;
    return Object.assign(new StoragePlace(onTag), { place, attribute, tail, reference, quote, tagName });
  }

  private stepReference(character: string): void {
    if (character === '&') this.reference = '&';
    else if (this.reference !== '')
      this.reference = /[\w#:.-]/.test(character) ? this.reference + character : '';
  }

  private stepOpenTag(character: string): void {
    if (character === '!') this.enter('declaration');
    else if (character === '?') this.enter('instruction');
    else {
      // The slash of a closing tag is the first character of its name here.
      this.tagName = character;
      this.enter('tag-name');
    }
  }

  private stepTag(character: string): void {
    if (character === '>') {
      this.endTag();
    } else if (this.place === 'tag-name' && !isBlank(character) && character !== '/') {
      this.tagName += character;
    } else if (this.place === 'before-value') {
      if (isBlank(character)) return;
      this.quote = character;
      this.enter(character === '"' || character === "'" ? 'attribute' : 'unquoted');
    } else if (character === '=' && this.place !== 'unquoted') {
      this.enter('before-value');
    } else if (isBlank(character) || (character === '/' && this.place !== 'unquoted')) {
      // The attribute's name is kept: blanks may stand between it and the equals sign.
      this.enter('tag');
      this.tail = character;
    } else if (this.place === 'tag') {
      this.attribute = character.toLowerCase();
      this.enter('attribute-name');
    } else if (this.place === 'attribute-name') {
      this.attribute += character.toLowerCase();
    }
  }

  private endTag(): void {
    const closes = this.tagName.startsWith('/');
    const kind = closes ? 'close' : this.place === 'tag' && this.tail === '/' ? 'empty' : 'open';
    this.onTag?.({ name: closes ? this.tagName.slice(1) : this.tagName, kind });
    this.enter('text');
  }

  private stepDeclaration(character: string): void {
    this.tail += character;
    if (this.tail === '--') this.enter('comment');
    else if (this.tail === '[CDATA[') this.enter('cdata');
    else if (!'--'.startsWith(this.tail) && !'[CDATA['.startsWith(this.tail)) {
      this.enter(character === '>' ? 'text' : 'doctype');
    }
  }

  private enter(place: Place): void {
    this.place = place;
    this.tail = '';
    this.reference = '';
  }
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}
