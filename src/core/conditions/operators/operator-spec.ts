// What one operator of the condition language is, as data: for the builder, the linter and the docs.
// It must not evaluate anything.

import type { JsonObject, JsonValue } from '../../json';

/** What an argument is expected to be. `field` is a `var`'s path; `condition` and `body` are logic. */
export type ArgumentKind =
  | 'any'
  | 'text'
  | 'number'
  | 'date'
  | 'span'
  | 'pattern'
  | 'glob'
  | 'label'
  | 'list'
  | 'text-or-list'
  | 'field'
  | 'condition'
  | 'body';

/** One argument, in the order they are written. */
export interface ArgumentSpec {
  /** For forms and docs: `start of the text`. */
  readonly name: string;
  readonly kind: ArgumentKind;
  /** May be left out. @default false */
  readonly optional?: boolean;
  /** May be given any number of times; only the last argument repeats. @default false */
  readonly repeats?: boolean;
}

/** How operators are sorted for people. */
export const OPERATOR_GROUPS = [
  'logic',
  'comparison',
  'text',
  'list',
  'date',
  'presence',
  'number',
  'field',
] as const;
export type OperatorGroup = (typeof OPERATOR_GROUPS)[number];

export interface OperatorSpec {
  /** As it is written in JSON. */
  readonly name: string;
  readonly group: OperatorGroup;
  /** True for Rulewright's own, which plain JSON Logic does not know. */
  readonly own: boolean;
  readonly arguments: readonly ArgumentSpec[];
  readonly returns: 'boolean' | 'number' | 'text' | 'list' | 'any';
  /** Between the first argument and the rest: `starts with`. */
  readonly words: string;
  /** The same, denied: `does not start with`. */
  readonly deniedWords: string;
  /** What it does, in a sentence or two for an admin. */
  readonly summary: string;
  /** Shown in the docs, and executed by a test. */
  readonly example: { readonly logic: JsonValue; readonly facts: JsonObject; readonly value: JsonValue };
  /** Whether the rule builder offers it; the rest is written as JSON. */
  readonly inBuilder: boolean;
  /** Set for what JSON Logic has but a rule may not use; the reason. */
  readonly refused?: string;
}

/** Fewest and most arguments of an operator; the most is Infinity where the last repeats. */
export function arityOf(spec: OperatorSpec): { readonly least: number; readonly most: number } {
  const repeats = spec.arguments.at(-1)?.repeats === true;
  return {
    least: spec.arguments.filter((argument) => argument.optional !== true).length,
    most: repeats ? Infinity : spec.arguments.length,
  };
}

/** A spec of plain JSON Logic, written briefly: words are the affirmed and the denied, the example is logic, facts, value. */
export function standardSpec(
  name: string,
  group: OperatorGroup,
  args: readonly ArgumentSpec[],
  returns: OperatorSpec['returns'],
  [words, deniedWords]: readonly [string, string],
  summary: string,
  [logic, facts, value]: readonly [JsonValue, JsonObject, JsonValue],
  inBuilder = false,
): OperatorSpec {
  const example = { logic, facts, value };
  return {
    name,
    group,
    own: false,
    arguments: args,
    returns,
    words,
    deniedWords,
    summary,
    example,
    inBuilder,
  };
}
