// The text of a page as its readers see it, as far as counting a passage in it needs. It must not change anything.

/** What readers do not see: comments, parameters of macros, and the titles inside link elements. */
const UNSEEN =
  /<!--[\s\S]*?-->|<ac:parameter[\s\S]*?<\/ac:parameter>|<ac:task-(?:id|uuid|status)>[\s\S]*?<\/ac:task-(?:id|uuid|status)>/g;

const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/g;

const TAG = /<[^>]*>/g;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  rsquo: '\u2019',
  lsquo: '\u2018',
  ldquo: '\u201c',
  rdquo: '\u201d',
  ndash: '\u2013',
  mdash: '\u2014',
  hellip: '\u2026',
};

/** How often `passage` stands in a body in storage format, without overlaps. */
export function countPassages(body: string, passage: string): number {
  return readableText(body).split(passage).length - 1;
}

function readableText(body: string): string {
  const shown = body.replace(UNSEEN, '');
  // Text of CDATA is escaped first, so that what looks like a tag in it survives the next step.
  const escaped = shown.replace(CDATA, (_cdata, text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  );
  return escaped.replace(TAG, '').replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, decodeEntity);
}

function decodeEntity(entity: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? entity;
  const code = name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}
