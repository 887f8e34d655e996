// A condition as the rule builder shows it: groups of tests on fields, and clauses in JSON for what no form fits.
// Types only. Reading and writing must lose nothing: a condition that is read and written again is the same JSON.

import type { JsonPrimitive, JsonValue } from '../../json';
import type { TestFormId } from './test-forms';

/** How the members of a group decide: all must hold, at least one, or none. */
export const GROUP_MODES = ['all', 'any', 'none'] as const;
export type GroupMode = (typeof GROUP_MODES)[number];

/** Which of a list's elements must pass a test. */
export const QUANTIFIERS = ['some', 'all', 'none'] as const;
export type Quantifier = (typeof QUANTIFIERS)[number];

/** Several clauses that decide together. */
export interface GroupNode {
  readonly kind: 'group';
  readonly key: number;
  readonly mode: GroupMode;
  readonly members: readonly BuilderNode[];
  /** A single member is written without "and" or "or" around it. */
  readonly alone?: boolean;
  /** The "!" of a `none` has a list around its argument. */
  readonly notListed?: boolean;
}

/** One test of one field. */
export interface TestNode {
  readonly kind: 'test';
  readonly key: number;
  /** Dotted path; `list[].field` for what the elements of a list have; empty until one is chosen. */
  readonly field: string;
  /** Set when the test is about the elements of a list. */
  readonly quantifier?: Quantifier;
  readonly form: TestFormId;
  readonly value: Operand;
  readonly spelling?: Spelling;
}

/** A clause that is written as JSON. */
export interface JsonNode {
  readonly kind: 'json';
  readonly key: number;
  /** As typed; `logic` is what it last meant. */
  readonly text: string;
  readonly logic?: JsonValue | undefined;
  /** Why the text is not JSON. */
  readonly problem?: string | undefined;
}

export type BuilderNode = GroupNode | TestNode | JsonNode;

/** What a test compares with: one value, several, a path, two limits, or nothing; `undefined` until it is filled in. */
export type Operand = JsonPrimitive | readonly (JsonPrimitive | undefined)[] | undefined;

/** How the author of the JSON wrote what can be written in several ways; the builder's own way is none of these. */
export interface Spelling {
  /** `{"!": [x]}` */
  readonly notListed?: true;
  /** `{"isEmpty": [x]}` */
  readonly argumentListed?: true;
  /** `{"var": ["path"]}` */
  readonly varListed?: true;
}

/** A whole condition. */
export interface BuilderModel {
  readonly root: GroupNode;
  /** Keys from here on are free. */
  readonly nextKey: number;
}
