// How a part writes rules and lookups as text. A text in JSON costs a reader next to nothing, where thousands of small
// lists cost milliseconds and memory; what is looked for is found in it by searching. It must not know what rules mean.

import type { ShardRule } from './shard';

/** Ends a field. No field holds it: JSON is written without it, and texts that hold it are not looked up. */
const END = '\u007f';

/** In place of a double quote: JSON as text inside JSON then needs few escapes. */
const QUOTE = '~';

/** What separates the parts of a condition's groups, the outermost first; no field holds them either. */
export const SEPARATORS = Array.from({ length: 8 }, (_none, depth) => String.fromCharCode(0x80 + depth));

/** What must not be in a field. */
const RESERVED = /[~\u007f-\u0087]/g;

/** Base of the numbers that name rules. */
const BASE = 36;

/** Whether a text cannot be looked up. */
export function isUnfit(text: string): boolean {
  return text.includes(END);
}

/** A JSON value as a field. */
export function toField(value: unknown): string {
  const json = JSON.stringify(value).replace(RESERVED, escapeReserved);
  return json.replaceAll('"', QUOTE);
}

/** As JSON writes it by its number. */
function escapeReserved(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The value of a field. */
export function fromField(field: string): unknown {
  return JSON.parse(field.replaceAll(QUOTE, '"'));
}

/** All rules as one text, and where each begins. */
export function writeRules(rules: readonly ShardRule[]): {
  readonly text: string;
  readonly starts: number[];
} {
  const starts: number[] = [];
  let text = '';
  for (const [id, version, priority, flags, scope, condition] of rules) {
    starts.push(text.length);
    text += `${toField([id, version, priority, flags, scope])}${END}${condition}${END}`;
  }
  return { text, starts };
}

/** The rule that begins at `start`. */
export function readRule(text: string, start: number): ShardRule {
  const headEnd = text.indexOf(END, start);
  const head = fromField(text.slice(start, headEnd)) as [string, number, number, number, ShardRule[4]];
  return [...head, text.slice(headEnd + 1, text.indexOf(END, headEnd + 1))];
}

/** Where each rule begins. */
export function startsOf(text: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at = text.indexOf(END, text.indexOf(END, at) + 1) + 1) starts.push(at);
  return starts;
}

/** The beginnings of rules as a field. */
export function writeStarts(starts: Iterable<number>): string {
  return Array.from(new Set(starts), (start) => start.toString(BASE)).join();
}

/** Adds the beginnings in a field to `into`. */
export function readStarts(field: string, into: Set<number>): void {
  if (field === '') return;
  for (const start of field.split(',')) into.add(parseInt(start, BASE));
}

/** Texts with the rules that each leads to, as a table to look up or as a list to go through. */
export type Postings = ReadonlyMap<string, readonly number[]>;

/** Begins a row of a table; nothing else in it looks so. */
const ROW = `${END}${END}=`;

/** A table of rows. */
export function writeTable(postings: Postings): string {
  const rows = [...postings].filter(([text]) => !isUnfit(text));
  return rows.map(([text, starts]) => `${ROW}${text}${END}${writeStarts(starts)}`).join('') + END;
}

/** Adds what `text` leads to in a table. `text` must not be unfit. */
export function lookUp(table: string, text: string, into: Set<number>): void {
  const key = `${ROW}${text}${END}`;
  const at = table.indexOf(key);
  if (at >= 0) readStarts(table.slice(at + key.length, table.indexOf(END, at + key.length)), into);
}

/** Lists by the first two letters of their texts. */
export function writeLists(postings: Postings): Record<string, string> {
  const lists = new Map<string, string[]>();
  for (const [text, starts] of postings) {
    if (isUnfit(text)) continue;
    const key = text.slice(0, 2);
    lists.set(key, [...(lists.get(key) ?? []), text, writeStarts(starts)]);
  }
  return Object.fromEntries([...lists].map(([key, fields]) => [key, fields.join(END)]));
}

/** The beginnings of texts by which lists are found, of every text that could occur in `whole`: each once. */
export function beginningsIn(whole: string): readonly string[] {
  const beginnings = new Set<string>();
  for (let at = 0; at < whole.length; at++) {
    beginnings.add(whole.slice(at, at + 2));
    beginnings.add(whole.charAt(at));
  }
  return [...beginnings];
}

/** Adds what the texts that occur in `whole` lead to. */
export function findTexts(
  lists: Readonly<Record<string, string>>,
  beginnings: readonly string[],
  whole: string,
  into: Set<number>,
): void {
  for (const beginning of beginnings) {
    // No object has an inherited name of one or two letters.
    const list = lists[beginning];
    if (list === undefined) continue;
    const fields = list.split(END);
    for (let at = 0; at < fields.length; at += 2) {
      if (whole.includes(fields[at] ?? '')) readStarts(fields[at + 1] ?? '', into);
    }
  }
}
