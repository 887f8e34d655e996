// Base64 for the headers of webhooks; this ring has neither `btoa` nor `Buffer`. It must not know what the bytes mean.

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes in base64, padded. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second, third] = bytes.subarray(index, index + 3);
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    text += digit(group >> 18) + digit(group >> 12);
    text += (second === undefined ? '=' : digit(group >> 6)) + (third === undefined ? '=' : digit(group));
  }
  return text;
}

/** The bytes of base64 text; undefined when it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const digits = text.replace(/=+$/, '');
  if (digits.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let group = 0;
  let bits = 0;
  let at = 0;
  for (const each of digits) {
    group = ((group << 6) | DIGITS.indexOf(each)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (group >> bits) & 0xff;
  }
  return bytes;
}

function digit(group: number): string {
  return DIGITS[group & 63] ?? '';
}
