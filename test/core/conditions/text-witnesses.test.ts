import { expect, it } from 'vitest';
import {
  containing,
  endingWith,
  equalTo,
  fitting,
  notEmpty,
  startingWith,
} from '../../../src/core/conditions/change/text-automata';
import type { TextAutomaton } from '../../../src/core/conditions/change/text-automata';
import { matchGlob } from '../../../src/core/conditions/match-glob';
import { findTextWitnesses } from '../../../src/core/conditions/change/text-witnesses';
import { createRandom } from './random';
import type { Random } from './random';

interface Question {
  readonly automaton: TextAutomaton;
  readonly text: string;
  readonly ask: (text: string) => boolean;
}

const LETTERS = ['a', 'b', 'x', ' '];

function textsUpTo(length: number): string[] {
  if (length === 0) return [''];
  const shorter = textsUpTo(length - 1);
  const longest = shorter.filter((text) => text.length === length - 1);
  return [...shorter, ...longest.flatMap((text) => LETTERS.map((letter) => text + letter))];
}

const TEXTS = textsUpTo(6);

function question(random: Random): Question {
  const text = Array.from({ length: random.below(4) }, () => random.pick(['a', 'b'])).join('');
  const pattern = Array.from({ length: random.below(5) }, () => random.pick(['a', 'b', '*', '?'])).join('');
  switch (random.below(6)) {
    case 0:
      return { automaton: equalTo(text), text, ask: (given) => given === text };
    case 1:
      return { automaton: startingWith(text), text, ask: (given) => given.startsWith(text) };
    case 2:
      return { automaton: endingWith(text), text, ask: (given) => given.endsWith(text) };
    case 3:
      return { automaton: containing(text), text, ask: (given) => given.includes(text) };
    case 4:
      return { automaton: fitting(pattern), text: pattern, ask: (given) => matchGlob(given, pattern) };
    default:
      return random.chance(0.5)
        ? { automaton: notEmpty(false), text: '', ask: (given) => given !== '' }
        : { automaton: notEmpty(true), text: '', ask: (given) => given.trim() !== '' };
  }
}

function answers(questions: readonly Question[], text: string): string {
  return questions.map(({ ask }) => ask(text)).join();
}

it('finds a text for every combination of answers that any text has', () => {
  const random = createRandom(13);
  let combinations = 0;
  for (let round = 0; round < 120; round++) {
    const questions = Array.from({ length: 1 + random.below(4) }, () => question(random));
    const { texts, complete } = findTextWitnesses(
      questions.map(({ automaton }) => automaton),
      questions.map(({ text }) => text),
    );
    expect(complete).toBe(true);
    const found = new Set(texts.map((text) => answers(questions, text)));
    expect(found.size).toBe(texts.length);
    combinations += found.size;
    const described = JSON.stringify(questions.map(({ text, ask }) => [text, String(ask)]));
    for (const text of TEXTS) {
      const combination = answers(questions, text);
      if (!found.has(combination))
        expect.fail(`${JSON.stringify(text)} answers ${combination} to ${described}`);
    }
  }
  expect(combinations).toBeGreaterThan(300);
});

it('says that it is not complete when the search is too large', () => {
  const parts = Array.from({ length: 14 }, (_, index) => `part number ${index} of many`);
  expect(findTextWitnesses(parts.map(containing), parts).complete).toBe(false);
});
