// Guesses a text that a simple regular expression finds. Only a guess: whoever uses it tries it.

const CLASS_SAMPLES: ReadonlyMap<string, string> = new Map([
  ['d', '1'],
  ['w', 'a'],
  ['s', ' '],
  ['D', 'a'],
  ['W', '-'],
  ['S', 'a'],
]);

/** A text that `pattern` probably matches, or undefined when the pattern is beyond guessing. */
export function samplePattern(pattern: string): string | undefined {
  let sample = '';
  let at = 0;
  const source = pattern.replace(/^\(\?[a-z]+\)/, '');
  while (at < source.length) {
    const atom = readAtom(source, at);
    if (atom === undefined) return undefined;
    if (atom.text === '|') return sample;
    const quantifier = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(source.slice(atom.end));
    const count = quantifier?.[1] === undefined ? 1 : Number(quantifier[1]);
    sample += atom.text.repeat(count);
    at = atom.end + (quantifier?.[0].length ?? 0);
  }
  return sample;
}

interface Atom {
  readonly text: string;
  readonly end: number;
}

function readAtom(source: string, at: number): Atom | undefined {
  const character = source[at] ?? '';
  switch (character) {
    case '^':
    case '$':
      return { text: '', end: at + 1 };
    case '.':
      return { text: 'x', end: at + 1 };
    case '\\':
      return readEscape(source, at);
    case '[':
      return readClass(source, at);
    case '(':
      return readGroup(source, at);
    case ')':
      return undefined;
    default:
      return { text: character, end: at + 1 };
  }
}

function readEscape(source: string, at: number): Atom {
  const escaped = source[at + 1] ?? '';
  const isBoundary = escaped === 'b' || escaped === 'A' || escaped === 'z';
  return { text: isBoundary ? '' : (CLASS_SAMPLES.get(escaped) ?? escaped), end: at + 2 };
}

/** The first member of a class; of a denied class a letter that is rarely denied. */
function readClass(source: string, at: number): Atom | undefined {
  const close = source.indexOf(']', at + 2);
  if (close < 0) return undefined;
  const first = source[at + 1] ?? '';
  if (first === '^') return { text: 'x', end: close + 1 };
  const text = first === '\\' ? readEscape(source, at + 1).text : first;
  return { text, end: close + 1 };
}

function readGroup(source: string, at: number): Atom | undefined {
  let depth = 0;
  for (let index = at; index < source.length; index++) {
    if (source[index] === '\\') index++;
    else if (source[index] === '(') depth++;
    else if (source[index] === ')' && --depth === 0) {
      const inner = samplePattern(source.slice(at + 1, index).replace(/^\?(?::|P?<\w+>)/, ''));
      return inner === undefined ? undefined : { text: inner, end: index + 1 };
    }
  }
  return undefined;
}
