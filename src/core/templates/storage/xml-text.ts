// Escaping of text for the places of an XML document. What goes in comes out of a parser unchanged, but for the
// characters that XML 1.0 cannot carry at all; those are left out. It must not know about templates.

// Control characters, lone surrogates (\p{Cs} with the u flag matches only those) and the two non-characters that
// https://www.w3.org/TR/xml/#charsets excludes.

const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;

const TEXT_ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // A bare carriage return would be read as a line feed.
  '\r': '&#13;',
};

const ATTRIBUTE_ENTITIES: Readonly<Record<string, string>> = {
  ...TEXT_ENTITIES,
  '"': '&quot;',
  "'": '&#39;',
  // Line ends and tabs in an attribute would be read as spaces.
  '\n': '&#10;',
  '\t': '&#9;',
};

/** `text` without the characters that no XML document can hold. */
export function withoutNonXml(text: string): string {
  return text.replace(NOT_XML, '');
}

/** `text` as character data between tags. */
export function escapeText(text: string): string {
  return withoutNonXml(text).replace(/[&<>\r]/g, (character) => TEXT_ENTITIES[character] ?? character);
}

/** `text` as part of an attribute value, within either kind of quotes. */
export function escapeAttribute(text: string): string {
  return withoutNonXml(text).replace(
    /[&<>\r"'\n\t]/g,
    (character) => ATTRIBUTE_ENTITIES[character] ?? character,
  );
}

/** Ends a CDATA section and begins another: a parser sees nothing of it. */
export const CDATA_SEAM = ']]><![CDATA[';

/** `text` as part of a CDATA section; an end mark in it, or begun by its end, is split over two sections. */
export function escapeCdata(text: string): string {
  // A CDATA section knows no references, so carriage returns become the line feeds that parsers make of them.
  const carried = withoutNonXml(text).replace(/\r\n?/g, '\n');
  const split = carried.replaceAll(']]>', `]]${CDATA_SEAM}>`);
  return split.endsWith(']') ? split + CDATA_SEAM : split;
}

/** `text` inside a comment, where two hyphens would end it. */
export function escapeComment(text: string): string {
  return withoutNonXml(text).replaceAll('-', '&#45;');
}
