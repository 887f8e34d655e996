// The signature of an outgoing message after the Standard Webhooks specification (standardwebhooks.com), so that
// receivers verify it with a library they have. It must not send anything.

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './base64';

/** A secret with this prefix is base64 after it, as the specification has it; any other is taken as it is. */
const SECRET_PREFIX = 'whsec_';

/** The headers that say who sent `body` and when; receivers reject what is older than some minutes. */
export function signatureHeaders(
  secret: string,
  id: string,
  nowMs: number,
  body: string,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(nowMs / 1000));
  const signature = hmac(sha256, keyOf(secret), utf8ToBytes(`${id}.${timestamp}.${body}`));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${toBase64(signature)}`,
  };
}

function keyOf(secret: string): Uint8Array {
  const decoded = secret.startsWith(SECRET_PREFIX)
    ? fromBase64(secret.slice(SECRET_PREFIX.length))
    : undefined;
  return decoded ?? utf8ToBytes(secret);
}
