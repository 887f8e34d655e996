// Reads JSON text and says where it is wrong. JSON.parse alone does not: engines word and place its errors differently,
// and it silently keeps the last of two equal keys. It must not know what the document is about.

import { err, ok } from '../result';
import type { Problem, Result } from '../result';

/** Deeper than any rule set needs, and shallow enough for every recursive reader behind this one. */
const MAX_DEPTH = 64;

/** The value of JSON `text`, or where it is not JSON; keys that stand twice in one object are problems too. */
export function parseJsonText(text: string): Result<unknown> {
  const scanner = new Scanner(text);
  const problems = scanner.scan();
  return problems.length > 0 ? err(problems) : ok(JSON.parse(text) as unknown);
}

class SyntaxProblem extends Error {
  override readonly name = 'SyntaxProblem';
}

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /(?:true|false|null)(?![A-Za-z0-9_])/y;
const BLANK = /[ \t\n\r]*/y;

/** Walks the text once, by the grammar of RFC 8259. */
class Scanner {
  private readonly text: string;
  private offset = 0;
  private readonly problems: Problem[] = [];

  constructor(text: string) {
    this.text = text;
  }

  scan(): readonly Problem[] {
    try {
      this.value('', 1);
      if (this.offset < this.text.length) this.fail('expected the end of the document');
    } catch (error) {
      if (!(error instanceof SyntaxProblem)) throw error;
      this.report('', error.message);
    }
    return this.problems;
  }

  private value(path: string, depth: number): void {
    if (depth > MAX_DEPTH) this.fail(`expected at most ${MAX_DEPTH} levels of lists and objects`);
    this.skip(BLANK);
    const next = this.text[this.offset];
    if (next === '{') this.object(path, depth);
    else if (next === '[') this.list(path, depth);
    else if (next === '"') this.string();
    else if (this.skip(NUMBER) === '' && this.skip(WORD) === '') this.fail('expected a value');
    this.skip(BLANK);
  }

  private object(path: string, depth: number): void {
    const keys = new Set<string>();
    this.members('}', () => {
      this.skip(BLANK);
      if (this.text[this.offset] !== '"') this.fail('expected a key in double quotes');
      const start = this.offset;
      const key = JSON.parse(this.string()) as string;
      if (keys.has(key))
        this.report(joinPath(path, key), `the key "${key}" stands twice in this object`, start);
      keys.add(key);
      this.skip(BLANK);
      this.expect(':', 'expected a colon after the key');
      this.value(joinPath(path, key), depth + 1);
    });
  }

  private list(path: string, depth: number): void {
    let index = 0;
    this.members(']', () => {
      this.value(`${path}[${index++}]`, depth + 1);
    });
  }

  private members(end: string, member: () => void): void {
    this.offset++;
    this.skip(BLANK);
    if (this.text[this.offset] === end) {
      this.offset++;
      return;
    }
    for (;;) {
      member();
      if (this.text[this.offset] === end) break;
      this.expect(',', `expected a comma or \`${end}\``);
    }
    this.offset++;
  }

  private string(): string {
    const found = this.skip(STRING);
    if (found === '') this.fail('expected a text that ends with a double quote on the same line');
    return found;
  }

  private expect(character: string, message: string): void {
    if (this.text[this.offset] !== character) this.fail(message);
    this.offset++;
  }

  private skip(token: RegExp): string {
    token.lastIndex = this.offset;
    const found = token.exec(this.text)?.[0] ?? '';
    this.offset += found.length;
    return found;
  }

  private fail(message: string): never {
    const next = this.text[this.offset];
    throw new SyntaxProblem(`${message}, got ${next === undefined ? 'the end of the text' : `\`${next}\``}`);
  }

  private report(path: string, message: string, offset = this.offset): void {
    const before = this.text.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - before.lastIndexOf('\n');
    this.problems.push({ path, level: 'error', message: `line ${line}, column ${column}: ${message}` });
  }
}

/** `rules[0].then` and `id` make `rules[0].then.id`; a key that is no plain word is quoted in brackets. */
export function joinPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}
