// The identity of one event: what tells a redelivery from a second deed of the same kind.
// It must not look at the clock or at what was seen before; claims do that.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { JsonObject, JsonValue } from '../json';

/** 128 bits: two different events of a site do not meet in one key. */
const KEY_HEX_DIGITS = 32;

/**
 * The key of a normalised payload (without `retryContext`) of the event `type` (canonical id):
 * 32 hexadecimal digits.
 *
 * Confluence gives events no id. What a redelivery keeps equal is the payload itself: Forge stores it and
 * adds `retryContext` only. So the key is a hash of all the rest, with names sorted, ids as texts and the
 * canonical type: whether an id came as number or text, and which of two spellings of an event arrived,
 * makes no difference. Genuine repeats differ in `eventCreatedDate` or in `content.version`, and where a
 * payload has neither, only in what the deed changed: two likes of one page by one user without a date
 * are one event.
 */
export function eventKey(type: string, payload: JsonObject): string {
  const identity = canonicalText({ ...payload, eventType: type });
  return bytesToHex(sha256(utf8ToBytes(identity))).slice(0, KEY_HEX_DIGITS);
}

/** JSON with the names of every object in code-unit order. Depth is bounded by the normalised payload. */
function canonicalText(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`;
  let members = '';
  for (const name of Object.keys(value).sort()) {
    members += `${members === '' ? '' : ','}${JSON.stringify(name)}:${canonicalText(value[name] ?? null)}`;
  }
  return `{${members}}`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
