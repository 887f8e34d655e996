// Regular expressions in conditions: RE2 semantics, found anywhere in the text, in time linear in its length.
// It must never hand a pattern of an author to JavaScript's own backtracking RegExp.

import { RE2JS } from 're2js';
import { CONDITION_LIMITS } from './condition';

/** A compiled pattern, or why it is none. */
export type Pattern =
  | { readonly ok: true; readonly test: (text: string) => boolean }
  | { readonly ok: false; readonly message: string };

/** Patterns that come from the facts are compiled anew only when they left this memory. */
const MAX_REMEMBERED = 200;
const remembered = new Map<string, Pattern>();

/** `source` compiled, from memory if it was compiled recently. `(?i)` in front ignores case. */
export function compilePattern(source: string): Pattern {
  const known = remembered.get(source);
  if (known !== undefined) return known;
  const fresh = compileAnew(source);
  if (remembered.size >= MAX_REMEMBERED) {
    const oldest = remembered.keys().next();
    if (oldest.done !== true) remembered.delete(oldest.value);
  }
  remembered.set(source, fresh);
  return fresh;
}

function compileAnew(source: string): Pattern {
  if (source.length > CONDITION_LIMITS.MAX_PATTERN_LENGTH) {
    return { ok: false, message: `it is longer than ${CONDITION_LIMITS.MAX_PATTERN_LENGTH} characters` };
  }
  try {
    const compiled = RE2JS.compile(source);
    return { ok: true, test: (text) => compiled.test(text) };
  } catch (error) {
    // The library prefixes every message; look-around and back-references end here too.
    const message =
      error instanceof Error ? error.message.replace('error parsing regexp: ', '') : String(error);
    return { ok: false, message };
  }
}
