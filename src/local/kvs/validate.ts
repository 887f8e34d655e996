// What the key-value store refuses to store: bad keys, values too large or too deep, times to live out of range.
// It must not look at what is stored already.

import { isJsonObject } from '../../core/json';
import type { JsonValue } from '../../core/json';
import { KVS_LIMITS } from '../../core/limits';
import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import { STORE_LIMITS } from './limits';
import { badRequest, refuse } from './refusal';
import type { KvsRefusal } from './refusal';
import type { SetOptions, Ttl } from './requests';

/** Forge's own pattern; `\s-#` stands for white space, hyphen and `#`. […/limits-kvs-ce] */
const KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;

const TTL_UNIT_MS: { readonly [K in Ttl['unit']]: number } = {
  SECONDS: 1000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
};
const MS_PER_SECOND = 1000;

/** Checks a key. An empty one has two codes: entities and plain values have a page of errors each. */
export function checkKey(key: string, space: 'plain' | 'entity'): Result<string, KvsRefusal> {
  if (key.length === 0) {
    return space === 'entity'
      ? refuse('EMPTY_KEY', 'Key cannot be empty.')
      : refuse('KEY_TOO_SHORT', 'The provided key needs to be more than one character.');
  }
  if (key.length > KVS_LIMITS.MAX_KEY_LENGTH) {
    return refuse('KEY_TOO_LONG', 'The provided key has exceeded the maximum 500 characters.');
  }
  if (!KEY_PATTERN.test(key)) {
    return refuse('INVALID_KEY', `The provided key does not match the regex: ${KEY_PATTERN.toString()}`);
  }
  return ok(key);
}

/** Checks size (UTF-8 bytes of the JSON) and depth; `maxBytes` is smaller for secrets. */
export function checkValue(
  value: JsonValue,
  maxBytes: number = KVS_LIMITS.MAX_VALUE_BYTES,
): Result<JsonValue, KvsRefusal> {
  if (exceedsDepth(value, KVS_LIMITS.MAX_DEPTH)) {
    return refuse('MAX_DEPTH', 'The provided value has exceeded the maximum object depth (32) limit.');
  }
  if (Buffer.byteLength(JSON.stringify(value)) > maxBytes) {
    return refuse('MAX_SIZE', 'The provided value has exceeded the maximum size limit.');
  }
  return ok(value);
}

/** As `checkValue`, for the smaller limit of secrets. */
export function checkSecret(value: JsonValue): Result<JsonValue, KvsRefusal> {
  return checkValue(value, STORE_LIMITS.MAX_SECRET_BYTES);
}

/** The time to live in ms, or `undefined` for none. */
export function checkTtl(ttl: Ttl | undefined): Result<number | undefined, KvsRefusal> {
  if (ttl === undefined) return ok(undefined);
  const ttlMs = ttl.value * TTL_UNIT_MS[ttl.unit];
  if (!(ttlMs > 0) || ttlMs > KVS_LIMITS.MAX_TTL_SECONDS * MS_PER_SECOND) {
    return badRequest('options.ttl: expected more than 0 and at most 1 year');
  }
  return ok(ttlMs);
}

/** Checks which options of a set go together. [developer.atlassian.com/platform/forge/storage-reference/kvs-api] */
export function checkSetOptions(options: SetOptions): Result<SetOptions, KvsRefusal> {
  if (options.returnValue !== undefined && options.keyPolicy === 'FAIL_IF_EXISTS') {
    return badRequest('options.returnValue: expected keyPolicy OVERRIDE beside it');
  }
  if (options.returnMetadataFields !== undefined && options.returnValue === undefined) {
    return badRequest('options.returnMetadataFields: expected returnValue beside it');
  }
  return ok(options);
}

/** A scalar has depth 0, a list or object one more than its deepest member. */
function exceedsDepth(value: JsonValue, allowed: number): boolean {
  if (Array.isArray(value))
    return allowed === 0 || value.some((member: JsonValue) => exceedsDepth(member, allowed - 1));
  if (!isJsonObject(value)) return false;
  return allowed === 0 || Object.values(value).some((member) => exceedsDepth(member, allowed - 1));
}
