// The uses of a text as little automata, so that texts for every possible combination of answers can be
// found, and combinations that no text can have are known for certain. It must not search; see text-witnesses.ts.

import { ANY_ONE, ANY_RUN, parseGlob } from '../match-glob';

/** Reads a text character by character. States are small texts or numbers, so that they can be compared. */
export interface TextAutomaton {
  readonly start: string | number;
  step(state: string | number, character: string): string | number;
  accepts(state: string | number): boolean;
}

const DEAD = -1;

/** The text is exactly `text`. */
export function equalTo(text: string): TextAutomaton {
  return {
    start: 0,
    step: (state, character) =>
      state !== DEAD && text[Number(state)] === character ? Number(state) + 1 : DEAD,
    accepts: (state) => state === text.length,
  };
}

/** The text begins with `text`. */
export function startingWith(text: string): TextAutomaton {
  return {
    start: 0,
    step: (state, character) => {
      if (state === DEAD || state === text.length) return state;
      return text[Number(state)] === character ? Number(state) + 1 : DEAD;
    },
    accepts: (state) => state === text.length,
  };
}

/** `text` occurs; once found it stays found. */
export function containing(text: string): TextAutomaton {
  const ending = endingWith(text);
  return {
    ...ending,
    step: (state, character) => (state === text.length ? state : ending.step(state, character)),
  };
}

/** The text finishes with `text`. The state is the longest end that is a beginning of `text` (Knuth, Morris, Pratt). */
export function endingWith(text: string): TextAutomaton {
  return {
    start: 0,
    step: (state, character) => {
      const read = text.slice(0, Number(state)) + character;
      let length = Math.min(read.length, text.length);
      while (length > 0 && !read.endsWith(text.slice(0, length))) length--;
      return length;
    },
    accepts: (state) => state === text.length,
  };
}

/** The whole text fits the glob. The state is the list of places in the pattern where matching can stand. */
export function fitting(pattern: string): TextAutomaton {
  const tokens = parseGlob(pattern);
  const settle = (places: ReadonlySet<number>): string => {
    const all = new Set(places);
    for (const place of all) if (tokens[place] === ANY_RUN) all.add(place + 1);
    return [...all].sort((a, b) => a - b).join(',');
  };
  const places = (state: string | number): number[] =>
    state === '' ? [] : String(state).split(',').map(Number);
  return {
    start: settle(new Set([0])),
    step: (state, character) => {
      const next = new Set<number>();
      for (const place of places(state)) {
        const token = tokens[place];
        if (token === ANY_RUN) next.add(place);
        else if (token === ANY_ONE || token === character) next.add(place + 1);
      }
      return settle(next);
    },
    accepts: (state) => places(state).includes(tokens.length),
  };
}

/** There is at least one character, or at least one that is not white space. */
export function notEmpty(blankIsEmpty: boolean): TextAutomaton {
  return {
    start: 0,
    step: (state, character) => (state === 1 || !blankIsEmpty || character.trim() !== '' ? 1 : 0),
    accepts: (state) => state === 1,
  };
}
