// Finds, for every combination of answers that a text can have to a set of questions, a short text that has it.
// Breadth first over the product of the questions' automata: when the search ends, the other combinations
// are impossible. It must say when it stopped early.

import type { TextAutomaton } from './text-automata';

/** States to visit before giving up: a dozen ordinary questions stay far below; long texts with many parts may not. */
const MAX_STATES = 4000;

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
  return search(automata.map(numbered), alphabet);
}

/** One state of the product, and how its text came about: by one more character behind another state's text. */
interface Reached {
  readonly states: readonly number[];
  readonly before: Reached | undefined;
  readonly character: string;
}

function search(automata: readonly NumberedAutomaton[], alphabet: readonly string[]): TextWitnesses {
  const texts = new Map<string, string>();
  const start: Reached = {
    states: automata.map((automaton) => automaton.start),
    before: undefined,
    character: '',
  };
  const seen = new Set([start.states.join()]);
  const queue = [start];
  for (const reached of queue) {
    const answers = automata.map((automaton, index) => automaton.accepts(reached.states[index] ?? 0)).join();
    if (!texts.has(answers)) texts.set(answers, textOf(reached));
    if (texts.size === 2 ** automata.length) break;
    for (const character of alphabet) {
      const states = automata.map((automaton, index) =>
        automaton.step(reached.states[index] ?? 0, character),
      );
      const key = states.join();
      if (seen.has(key)) continue;
      if (seen.size >= MAX_STATES) return { texts: [...texts.values()], complete: false };
      seen.add(key);
      queue.push({ states, before: reached, character });
    }
  }
  return { texts: [...texts.values()], complete: true };
}

function textOf(reached: Reached): string {
  let text = '';
  for (let at: Reached | undefined = reached; at !== undefined; at = at.before) text = at.character + text;
  return text;
}

interface NumberedAutomaton {
  readonly start: number;
  step(state: number, character: string): number;
  accepts(state: number): boolean;
}

/** The same automaton with small numbers for states, each step worked out once. */
function numbered(automaton: TextAutomaton): NumberedAutomaton {
  const states: (string | number)[] = [];
  const numbers = new Map<string | number, number>();
  const steps: Map<string, number>[] = [];
  const numberOf = (state: string | number): number => {
    const known = numbers.get(state);
    if (known !== undefined) return known;
    numbers.set(state, states.length);
    steps.push(new Map());
    return states.push(state) - 1;
  };
  const stateOf = (number: number): string | number => states[number] ?? automaton.start;
  return {
    start: numberOf(automaton.start),
    step: (state, character) => {
      const known = steps[state]?.get(character);
      if (known !== undefined) return known;
      const next = numberOf(automaton.step(stateOf(state), character));
      steps[state]?.set(character, next);
      return next;
    },
    accepts: (state) => automaton.accepts(stateOf(state)),
  };
}
