// Finds which of many texts occur in one text, in one pass over it (Aho and Corasick, 1975), as a table of numbers.
// Long texts are found by their beginning, so that the table stays small; whoever asks must then look at the rest.

/** Letters of a text that the table knows. Rules rarely share so many, and more would not find fewer. */
const MAX_DEPTH = 12;

/** Classes of letters; the letters beyond the commonest share class 0 and are not told apart. */
const MAX_CLASSES = 96;

const ASCII = 128;

/** Room for states while a table is built; it grows. */
const INITIAL_STATES = 64;

export interface TextAutomaton {
  /** The class of each ASCII letter. */
  readonly asciiClasses: Uint8Array;
  readonly otherClasses: ReadonlyMap<number, number>;
  readonly classCount: number;
  /** `next[state * classCount + class]` is the state after a letter. State 0 is the start. */
  readonly next: Int32Array;
  /** `found[foundStart[state] … foundStart[state + 1] - 1]` are the texts that end in a state. */
  readonly foundStart: Int32Array;
  readonly found: Int32Array;
  /** The number of letters of each text that the table has looked at when it is found. */
  readonly depths: Int32Array;
  /** Texts of which a find is not yet a proof: longer than the table looks, or with rare letters. */
  readonly needsProof: Uint8Array;
}

/** The automaton for `texts`, none of which is empty. A find names a text by its position. */
export function createTextAutomaton(texts: readonly string[]): TextAutomaton {
  const classes = classifyLetters(texts);
  const classOf = (code: number): number => classes.get(code) ?? 0;
  const trie = buildTrie(texts, classOf, classes.size + 1);
  const asciiClasses = new Uint8Array(ASCII);
  for (let code = 0; code < ASCII; code++) asciiClasses[code] = classOf(code);
  return {
    ...trie,
    asciiClasses,
    otherClasses: new Map([...classes].filter(([code]) => code >= ASCII)),
    classCount: classes.size + 1,
    depths: Int32Array.from(texts, depthOf),
    needsProof: Uint8Array.from(texts, (text) =>
      text.length > MAX_DEPTH || hasLetterOfClass(text, 0, classOf) ? 1 : 0,
    ),
  };
}

/** How many letters of a text the table knows. */
function depthOf(text: string): number {
  return Math.min(text.length, MAX_DEPTH);
}

function hasLetterOfClass(text: string, wanted: number, classOf: (code: number) => number): boolean {
  for (let at = 0; at < depthOf(text); at++) if (classOf(text.charCodeAt(at)) === wanted) return true;
  return false;
}

/** A class above 0 for each of the commonest letters. */
function classifyLetters(texts: readonly string[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const text of texts) {
    for (let at = 0; at < depthOf(text); at++) {
      const code = text.charCodeAt(at);
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  const commonest = [...counts].sort(([, a], [, b]) => b - a).slice(0, MAX_CLASSES - 1);
  return new Map(commonest.map(([code], index) => [code, index + 1]));
}

/** The texts that end in a state where none does. */
const NONE: readonly number[] = [];

function buildTrie(
  texts: readonly string[],
  classOf: (code: number) => number,
  classCount: number,
): Pick<TextAutomaton, 'next' | 'foundStart' | 'found'> {
  // Row after row, one for each state; 0 leads nowhere yet, because nothing leads back to the start.
  let rows = new Int32Array(classCount * INITIAL_STATES);
  const ends: (readonly number[])[] = [NONE];
  for (const [index, text] of texts.entries()) {
    let state = 0;
    for (let letter = 0; letter < depthOf(text); letter++) {
      const at = state * classCount + classOf(text.charCodeAt(letter));
      if (rows[at] === 0) {
        rows[at] = ends.push(NONE) - 1;
        if (ends.length * classCount > rows.length) {
          const larger = new Int32Array(rows.length * 2);
          larger.set(rows);
          rows = larger;
        }
      }
      state = rows[at] ?? 0;
    }
    // Most states end no text, and most of the others one.
    ends[state] = [...(ends[state] ?? NONE), index];
  }
  return linkStates(rows.slice(0, ends.length * classCount), ends, classCount);
}

/** Fills every gap with the state that the longest fitting end of what was read leads to. */
function linkStates(
  next: Int32Array,
  ends: readonly (readonly number[])[],
  classCount: number,
): Pick<TextAutomaton, 'next' | 'foundStart' | 'found'> {
  const fallback = new Int32Array(ends.length);
  const found = [...ends];
  const queue = [0];
  for (const state of queue) {
    const back = fallback[state] ?? 0;
    const [own = [], inherited = []] = [ends[state], state === 0 ? [] : found[back]];
    found[state] = inherited.length === 0 ? own : [...own, ...inherited];
    for (let letter = 0; letter < classCount; letter++) {
      const at = state * classCount + letter;
      const child = next[at] ?? 0;
      const viaBack = state === 0 ? 0 : (next[back * classCount + letter] ?? 0);
      if (child === 0) next[at] = viaBack;
      else {
        fallback[child] = viaBack;
        queue.push(child);
      }
    }
  }
  const foundStart = new Int32Array(found.length + 1);
  for (const [state, list] of found.entries()) foundStart[state + 1] = (foundStart[state] ?? 0) + list.length;
  return { next, foundStart, found: Int32Array.from(found.flat()) };
}
