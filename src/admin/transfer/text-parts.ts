// Cuts a text that is too large for one call to the app into parts that are not. Pure.

/** A part is stored as one value of the platform's store, which takes 240 kB. */
const MAX_PART_BYTES = 200_000;

/** Most texts of rules of this length stay below `MAX_PART_BYTES`. */
const PART_LENGTH = 160_000;

/** The parts in order; one alone when the text is small. */
export function textParts(text: string): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    let length = PART_LENGTH;
    while (jsonBytes(text.slice(start, start + length)) > MAX_PART_BYTES) length = Math.floor(length / 2);
    // The two halves of a character that takes two stay together.
    const last = text.charCodeAt(start + length - 1);
    if (last >= 0xd800 && last <= 0xdbff) length -= 1;
    parts.push(text.slice(start, start + length));
    start += length;
  }
  return parts;
}

/** Bytes of the text as a JSON string in UTF-8. */
function jsonBytes(text: string): number {
  return new TextEncoder().encode(JSON.stringify(text)).length;
}
