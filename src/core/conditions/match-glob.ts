// Glob patterns over one text: `*` any characters, `?` exactly one, a backslash takes the next as it is.
// The whole text must match. It must not recurse: the cost is at most text length times pattern length.

/** Whether all of `text` fits `pattern`. Letter case matters; `?` takes a whole character even beyond the BMP. */
export function matchGlob(text: string, pattern: string): boolean {
  const tokens = parseGlob(pattern);
  let at = 0;
  let token = 0;
  let starToken = -1;
  let starAt = 0;
  while (at < text.length) {
    const current = tokens[token];
    if (current === ANY_RUN) {
      starToken = token++;
      starAt = at;
      continue;
    }
    const character = characterAt(text, at);
    if (current === ANY_ONE || current === character) {
      token++;
      at += character.length;
      continue;
    }
    if (starToken < 0) return false;
    // Let the last run take one character more, and try again behind it.
    starAt += characterAt(text, starAt).length;
    at = starAt;
    token = starToken + 1;
  }
  while (tokens[token] === ANY_RUN) token++;
  return token === tokens.length;
}

/** A run of any characters, also of none. */
export const ANY_RUN = Symbol('*');
/** Exactly one character of any kind. */
export const ANY_ONE = Symbol('?');
export type GlobToken = typeof ANY_RUN | typeof ANY_ONE | string;

/** The parts of a glob, each one character, `*` or `?`. A backslash at the end stands for itself. */
export function parseGlob(pattern: string): readonly GlobToken[] {
  const tokens: GlobToken[] = [];
  const characters = Array.from(pattern);
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index] ?? '';
    if (character === '\\' && index + 1 < characters.length) tokens.push(characters[++index] ?? '');
    else if (character === '*') tokens.push(ANY_RUN);
    else tokens.push(character === '?' ? ANY_ONE : character);
  }
  return tokens;
}

function characterAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 0);
}
