// The identity of one step for one event: equal however often the event is delivered, different for another
// version of the rule. It must not depend on time.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Hex digits kept of the hash: 128 bits, far beyond any chance of two equal keys on one site. */
const KEY_LENGTH = 32;

/** Hash of event key, rule id, rule version and action id, as 32 hex digits. */
export function effectKey(eventKey: string, ruleId: string, ruleVersion: number, actionId: string): string {
  const text = JSON.stringify([eventKey, ruleId, ruleVersion, actionId]);
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, KEY_LENGTH);
}
