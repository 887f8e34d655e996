// What a parsed template is: a tree of our own, in which every name is resolved and every helper known.
// It must not hold anything that is not plain data, so that a template can be cached and compared.

import { RULE_LIMITS } from '../rules/rule';
import type { HelperName } from './helpers/helper-table';

/** How large a template may be, and how much it may do. Each with its reason. */
export const TEMPLATE_LIMITS = {
  MAX_LENGTH: RULE_LIMITS.MAX_TEMPLATE_LENGTH,
  /** Handlebars' parser takes quadratic time in nesting; at this depth the worst 32,000 characters cost 0.2 s. */
  MAX_DEPTH: 32,
  /** Each level multiplies the work. Three are a table of tables; nobody writes more. */
  MAX_EACH_DEPTH: 4,
  /** A list of 1,000 with 20 placeholders each stays below; 50,000 steps take about 10 ms. */
  MAX_STEPS: 50_000,
  /**
   * Characters. A field of 100,000 characters grows up to ninefold when a URL carries it; two of those fit.
   * Confluence takes bodies of this size.
   */
  MAX_OUTPUT_LENGTH: 2_000_000,
} as const;

/** Where something stands in the template's text. Both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Template {
  readonly text: string;
  readonly root: Program;
}

/** A sequence of nodes with a scope of its own. */
export interface Program {
  readonly nodes: readonly TemplateNode[];
  /** Whether it or a program inside reads a parent scope; Handlebars finds its scopes differently if so. */
  readonly readsParents: boolean;
}

export type TemplateNode = TextNode | ValueNode | BlockNode;

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  readonly at: Position;
}

interface ValueNode {
  readonly kind: 'value';
  readonly value: Expression;
  readonly at: Position;
}

/** `section` is a block named after a field: `{{#content.labels}}…{{/content.labels}}`. */
export type BlockName = 'if' | 'unless' | 'each' | 'with' | 'raw' | 'section';

export interface BlockNode {
  readonly kind: 'block';
  readonly block: BlockName;
  /** What is tested or entered; `raw` has none. */
  readonly subject: Expression;
  /** Whether 0 counts as something, for `if` and `unless`. */
  readonly includeZero: Expression | undefined;
  readonly body: Program | undefined;
  readonly otherwise: Program | undefined;
  readonly at: Position;
}

export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null | undefined }
  | PathExpression
  | BlockParamExpression
  | CallExpression;

export interface PathExpression {
  readonly kind: 'path';
  /** `@index` and its like, rather than a field. */
  readonly data: boolean;
  /** How many scopes up it starts. */
  readonly up: number;
  /** Empty for the scope itself. */
  readonly parts: readonly string[];
  /** As the author wrote it. */
  readonly source: string;
  readonly at: Position;
}

export interface BlockParamExpression {
  readonly kind: 'block-param';
  /** How many programs up the name was given. */
  readonly frame: number;
  /** Which of the names given there. */
  readonly index: number;
  readonly parts: readonly string[];
  readonly source: string;
  readonly at: Position;
}

export interface CallExpression {
  readonly kind: 'call';
  readonly helper: HelperName;
  readonly args: readonly Expression[];
  readonly options: readonly { readonly name: string; readonly value: Expression }[];
  readonly at: Position;
}
