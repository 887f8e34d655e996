import { expect, it } from 'vitest';
import { nearestWord } from '../../../src/core/conditions/nearest-word';

const WORDS = ['startsWith', 'endsWith', 'contains', 'content.title', 'events'];

it.each([
  ['startWith', 'startsWith'],
  ['content.titel', 'content.title'],
  ['evnts', 'events'],
  ['EVENTS', 'events'],
  ['contians', 'contains'],
  ['frobnicate', undefined],
  ['ev', undefined],
  ['', undefined],
])('the word nearest to %j is %j', (word, expected) => {
  expect(nearestWord(word, WORDS)).toBe(expected);
});
