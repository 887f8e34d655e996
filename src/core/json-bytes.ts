// How many bytes JSON takes in UTF-8, which is what the platform's limits count. This ring has no TextEncoder.

/** Bytes of `value` as JSON. */
export function jsonBytes(value: unknown): number {
  return utf8Length(JSON.stringify(value));
}

/** Bytes of `text` in UTF-8. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

/** `text`, or as much of it as takes at most `maxBytes` as JSON, with an ellipsis. */
export function cutToJsonBytes(text: string, maxBytes: number): string {
  if (jsonBytes(text) <= maxBytes) return text;
  let room = maxBytes - jsonBytes('…');
  let kept = '';
  for (const letter of text) {
    room -= jsonBytes(letter) - 2;
    if (room < 0) break;
    kept += letter;
  }
  return `${kept}…`;
}
