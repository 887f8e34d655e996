// Finds, for every combination of answers that a text can have to a set of questions, a short text that has it.
// Breadth first over the product of the questions' automata: when the search ends, the other combinations
// are impossible. It must say when it stopped early.

import type { TextAutomaton } from './text-automata';

/** States to visit before giving up: a dozen ordinary questions stay far below; long texts with many parts may not. */
const MAX_STATES = 6000;

/** Letters for text that no question mentions; one that does not occur in the questions is chosen. */
const FILLERS = ['x', 'y', 'z', 'q', 'w', 'k', '0', '#', '~', '\u00e9'];

export interface TextWitnesses {
  readonly texts: readonly string[];
  /** True when every combination that any text can have is among those of `texts`. */
  readonly complete: boolean;
}

/** Texts with all combinations of answers. `mentioned` are the texts in the questions: only their characters matter. */
export function findTextWitnesses(
  automata: readonly TextAutomaton[],
  mentioned: readonly string[],
): TextWitnesses {
  const characters = new Set(mentioned.join(''));
  const filler = FILLERS.find((letter) => !characters.has(letter));
  // A letter outside the BMP is two of the search's characters, but one for a glob's `?`.
  if (filler === undefined || [...characters].some((character) => character.length > 1)) {
    return { texts: [], complete: false };
  }
  const alphabet = [filler, ...characters, ...(characters.has(' ') ? [] : [' '])];
  const texts = new Map<string, string>();
  const seen = new Set<string>();
  let frontier: (readonly [text: string, states: readonly (string | number)[]])[] = [
    ['', automata.map((automaton) => automaton.start)],
  ];
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const [text, states] of frontier) {
      const key = states.join('|');
      if (seen.has(key)) continue;
      if (seen.size >= MAX_STATES) return { texts: [...texts.values()], complete: false };
      seen.add(key);
      const answers = automata.map((automaton, index) => automaton.accepts(states[index] ?? 0)).join();
      if (!texts.has(answers)) texts.set(answers, text);
      if (texts.size === 2 ** automata.length) return { texts: [...texts.values()], complete: true };
      for (const character of alphabet) {
        const stepped = automata.map((automaton, index) => automaton.step(states[index] ?? 0, character));
        if (!seen.has(stepped.join('|'))) next.push([text + character, stepped]);
      }
    }
    frontier = next;
  }
  return { texts: [...texts.values()], complete: true };
}
