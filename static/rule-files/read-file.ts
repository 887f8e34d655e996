// Reads a file that a person chose into text, or says in a sentence why not. It must not show anything.

import { INVOCATION_LIMITS } from '../../src/core/limits';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { words } from './wording';

/** The text of a UTF-8 file no larger than one front-end call carries. */
export async function readFile(file: File): Promise<Result<string, string>> {
  if (file.size > INVOCATION_LIMITS.MAX_INVOKE_REQUEST_BYTES) {
    return err(words.tooLarge(INVOCATION_LIMITS.MAX_INVOKE_REQUEST_BYTES));
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (cause) {
    return err(words.unreadable(cause instanceof Error ? cause.message : String(cause)));
  }
  try {
    // A byte order mark, which some editors write, is dropped by the decoder.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? err(words.notText) : ok(text);
  } catch {
    // The decoder's only complaint is that the bytes are no UTF-8.
    return err(words.notText);
  }
}
