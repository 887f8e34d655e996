// Texts worth giving to one field: pleasant ones made from the present value first, then whatever the search of
// text-witnesses.ts finds. It must not claim completeness for uses that read a text as something else.

import type { FieldUse } from './field-use';
import { samplePattern } from './pattern-sample';
import { containing, endingWith, equalTo, fitting, notEmpty, startingWith } from './text-automata';
import type { TextAutomaton } from './text-automata';
import { findTextWitnesses } from './text-witnesses';
import type { TextWitnesses } from './text-witnesses';

/** Texts for `uses`; `complete` when no text answers in a combination that none of these does. */
export function textCandidates(uses: readonly FieldUse[], current: unknown): TextWitnesses {
  const pleasant = uses.flatMap((use) => pleasantTexts(use, typeof current === 'string' ? current : ''));
  const isNumeric = uses.some(readsAsNumber);
  const isText = uses.some((use) => ['start', 'end', 'part', 'glob', 'pattern'].includes(use.kind));
  const isTime = uses.some((use) => use.kind === 'date');
  const isOrdered = uses.some((use) => use.kind === 'order' && !readsAsNumber(use));
  const isOther = uses.some((use) => use.kind === 'other' || use.kind === 'pattern');
  const searched = isText ? search(uses) : { texts: [], complete: true };
  const plain = [
    ...(isNumeric ? numberTexts(uses) : []),
    ...(isOrdered ? neighbours(uses) : []),
    ...[freshText(uses), '', ' ', '0'],
  ];
  // Texts compared as numbers or as dates and texts searched for parts are two worlds that this does not join.
  const worlds = [isText, isNumeric, isTime, isOrdered].filter(Boolean).length;
  return {
    texts: [...pleasant, ...searched.texts, ...plain],
    complete: searched.complete && worlds <= 1 && !isOther,
  };
}

/** Compared with a number, a boolean or null, a text counts as the number it spells. */
function readsAsNumber(use: FieldUse): boolean {
  if (use.kind === 'order') return use.constants.some((constant) => typeof constant !== 'string');
  return (
    use.kind === 'equals' &&
    use.constants.some((constant) => typeof constant === 'number' || typeof constant === 'boolean')
  );
}

/** What a person would write: the present text with the wanted part added or taken away. */
function pleasantTexts(use: FieldUse, current: string): readonly string[] {
  switch (use.kind) {
    case 'start':
      return [joined(use.text, current), use.text, current.slice(use.text.length).trim()];
    case 'end':
      return [joined(current, use.text), use.text, current.slice(0, -use.text.length).trim()];
    case 'part':
      return [
        joined(current, use.text),
        use.text,
        use.text === '' ? '' : current.replaceAll(use.text, '').trim(),
      ];
    case 'glob':
      return [use.text.replaceAll('*', '').replaceAll('?', 'x')];
    case 'pattern': {
      const sample = samplePattern(use.text);
      return sample === undefined ? [] : [sample];
    }
    default:
      return [];
  }
}

function joined(left: string, right: string): string {
  if (left === '' || right === '') return left + right;
  return /\s$/.test(left) || /^\s/.test(right) ? left + right : `${left} ${right}`;
}

/** Asks each question once, however many tests ask it. */
function search(uses: readonly FieldUse[]): TextWitnesses {
  const automata = new Map<string, TextAutomaton>();
  const mentioned: string[] = [];
  const add = (kind: string, text: string, make: (text: string) => TextAutomaton): void => {
    automata.set(`${kind} ${text}`, make(text));
    mentioned.push(text);
  };
  for (const use of uses) {
    if (use.kind === 'start') add('start', use.text, startingWith);
    if (use.kind === 'end') add('end', use.text, endingWith);
    if (use.kind === 'part') add('part', use.text, containing);
    if (use.kind === 'glob') add('glob', use.text, fitting);
    if (use.kind === 'presence') {
      automata.set('some', notEmpty(false));
      automata.set('visible', notEmpty(true));
    }
    if (use.kind !== 'equals') continue;
    for (const constant of use.constants) if (typeof constant === 'string') add('equals', constant, equalTo);
  }
  return findTextWitnesses([...automata.values()], mentioned);
}

/** Texts that spell a number on, between or beside the limits. */
function numberTexts(uses: readonly FieldUse[]): readonly string[] {
  const numbers = uses
    .flatMap((use) => ('constants' in use ? use.constants.map(Number) : []))
    .filter(Number.isFinite);
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((number, index) => ((sorted[index] ?? number) + number) / 2);
  return [...sorted.flatMap((number) => [number, number + 1, number - 1]), ...between].map(String);
}

/** Texts at, just behind and before the limits in the order of characters. */
function neighbours(uses: readonly FieldUse[]): readonly string[] {
  const limits = uses
    .flatMap((use) => ('constants' in use ? use.constants : []))
    .filter((limit) => typeof limit === 'string');
  return ['', ...limits.flatMap((limit) => [limit, `${limit}a`, `${limit}\u0000`])];
}

/** A text that no test mentions. */
function freshText(uses: readonly FieldUse[]): string {
  const mentioned = new Set<unknown>(uses.flatMap((use) => ('constants' in use ? use.constants : [])));
  let text = 'other';
  while (mentioned.has(text)) text += '-';
  return text;
}
