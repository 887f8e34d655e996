// Where in a JSON text the cursor is: in a key or a value, and on which path. The text may be unfinished, as it
// is while somebody types. Pure; it must not judge what is written there.

/** The place of a cursor. */
export interface Place {
  readonly kind: 'key' | 'value';
  /** Keys and indexes from the root to the object (for a key) or to the value (for a value). */
  readonly path: readonly (string | number)[];
  /** Start of what is being written: the opening quote, or the first letter; the cursor if nothing is. */
  readonly from: number;
  /** Keys of the object that stand before the cursor. */
  readonly taken: readonly string[];
  /** Text values of the object around the cursor that stand before it: `action` tells what `with` may hold. */
  readonly siblings: ReadonlyMap<string, string>;
  /** The same for the object around that one. */
  readonly outer: ReadonlyMap<string, string>;
}

interface Level {
  readonly type: 'object' | 'array';
  key: string | undefined;
  index: number;
  expects: 'key' | 'value' | 'end';
  readonly taken: string[];
  readonly texts: Map<string, string>;
}

const NOTHING: ReadonlyMap<string, string> = new Map();

/** The place of `position` in `text`; `undefined` where neither a key nor a value can stand. */
export function placeAt(text: string, position: number): Place | undefined {
  const levels: Level[] = [];
  let at = 0;
  while (at < position) {
    const char = text.charAt(at);
    if (char === '"') {
      const end = endOfString(text, at);
      if (end >= position) return place(levels, at);
      take(levels, text.slice(at, end + 1));
      at = end + 1;
    } else if (/[\w.+-]/.test(char)) {
      const end = endOfWord(text, at);
      if (end >= position) return place(levels, at);
      finishValue(levels);
      at = end;
    } else {
      step(levels, char);
      at += 1;
    }
  }
  return place(levels, position);
}

function step(levels: Level[], char: string): void {
  const level = levels.at(-1);
  if (char === '{' || char === '[') {
    const type = char === '{' ? 'object' : 'array';
    const expects = char === '{' ? 'key' : 'value';
    levels.push({ type, key: undefined, index: 0, expects, taken: [], texts: new Map() });
  } else if (char === '}' || char === ']') {
    levels.pop();
    finishValue(levels);
  } else if (char === ':' && level?.type === 'object') {
    level.expects = 'value';
  } else if (char === ',' && level !== undefined) {
    level.expects = level.type === 'object' ? 'key' : 'value';
    level.index += 1;
    level.key = undefined;
  }
}

/** Takes a finished string: a key where a key is expected, else a value. */
function take(levels: readonly Level[], quoted: string): void {
  const level = levels.at(-1);
  const content = unquote(quoted);
  if (level?.type === 'object' && level.expects === 'key') {
    level.key = content;
    level.taken.push(content);
    level.expects = 'end';
    return;
  }
  if (level?.type === 'object' && level.key !== undefined) level.texts.set(level.key, content);
  finishValue(levels);
}

function finishValue(levels: readonly Level[]): void {
  const level = levels.at(-1);
  if (level !== undefined) level.expects = 'end';
}

function place(levels: readonly Level[], from: number): Place | undefined {
  const level = levels.at(-1);
  if (level === undefined || level.expects === 'end') return undefined;
  const path = levels.slice(0, -1).flatMap(part);
  return {
    kind: level.type === 'object' && level.expects === 'key' ? 'key' : 'value',
    path: level.expects === 'key' ? path : [...path, ...part(level)],
    from,
    taken: level.taken,
    siblings: level.texts,
    outer: levels.at(-2)?.texts ?? NOTHING,
  };
}

function part(level: Level): (string | number)[] {
  if (level.type === 'array') return [level.index];
  return level.key === undefined ? [] : [level.key];
}

/** Index of the closing quote, or of the end of the line for a string that has none. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '"' || char === '\n') return at;
  }
  return text.length;
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && /[\w.+-]/.test(text.charAt(at))) at += 1;
  return at;
}

function unquote(quoted: string): string {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === 'string' ? value : quoted;
  } catch {
    // An unfinished or ill-formed string has no better reading than itself.
    return quoted.replaceAll('"', '');
  }
}
