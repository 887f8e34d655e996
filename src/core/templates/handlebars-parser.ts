// Handlebars' own parser, and nothing else of Handlebars: its grammar and whitespace rules, without its compiler.
// It must not be handed anything but a string: given an object, the parser trusts it as a finished tree.
//
// `dist/cjs/…/compiler/base.js` is the parser alone. It loads in 7 ms where the whole package takes 25 ms, and has
// no `require.extensions`, which Forge's bundler warns about.

// @ts-expect-error -- the package types its main entry only
import * as untypedBase from 'handlebars/dist/cjs/handlebars/compiler/base.js';

/** Handlebars counts lines from 1 and columns from 0. */
export interface HbsLocation {
  readonly start: { readonly line: number; readonly column: number };
}

export interface HbsPath {
  readonly type: 'PathExpression';
  readonly data: boolean;
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
  readonly loc: HbsLocation;
}

type HbsLiteral =
  | {
      readonly type: 'StringLiteral';
      readonly value: string;
      readonly original: string;
      readonly loc: HbsLocation;
    }
  | {
      readonly type: 'NumberLiteral';
      readonly value: number;
      readonly original: number;
      readonly loc: HbsLocation;
    }
  | {
      readonly type: 'BooleanLiteral';
      readonly value: boolean;
      readonly original: boolean;
      readonly loc: HbsLocation;
    }
  | { readonly type: 'UndefinedLiteral'; readonly original?: undefined; readonly loc: HbsLocation }
  | { readonly type: 'NullLiteral'; readonly original: null; readonly loc: HbsLocation };

interface HbsHash {
  readonly pairs: readonly {
    readonly key: string;
    readonly value: HbsExpression;
    readonly loc: HbsLocation;
  }[];
}

/** What mustaches, blocks and subexpressions have in common. */
export interface HbsCall {
  readonly path: HbsPath | HbsLiteral | HbsSubExpression;
  readonly params: readonly HbsExpression[];
  readonly hash?: HbsHash;
  readonly loc: HbsLocation;
}

interface HbsSubExpression extends HbsCall {
  readonly type: 'SubExpression';
}

export type HbsExpression = HbsPath | HbsLiteral | HbsSubExpression;

export interface HbsProgram {
  readonly body: readonly HbsStatement[];
  readonly blockParams?: readonly string[];
}

export interface HbsMustache extends HbsCall {
  readonly type: 'MustacheStatement';
  /** False for `{{{x}}}` and `{{&x}}`. */
  readonly escaped: boolean;
}

export interface HbsBlock extends HbsCall {
  readonly type: 'BlockStatement';
  readonly program?: HbsProgram;
  readonly inverse?: HbsProgram;
}

export type HbsStatement =
  | HbsMustache
  | HbsBlock
  | {
      readonly type: 'ContentStatement';
      /** What is left of `original` after whitespace control. */
      readonly value: string;
      readonly original: string;
      readonly loc: HbsLocation;
    }
  | { readonly type: 'CommentStatement'; readonly loc: HbsLocation }
  | {
      readonly type: 'Decorator' | 'DecoratorBlock' | 'PartialStatement' | 'PartialBlockStatement';
      readonly loc: HbsLocation;
    };

interface HbsLexer {
  yy: unknown;
  readonly yylloc: { readonly first_line: number; readonly first_column: number };
  setInput(text: string): void;
  /** The number of the next token. */
  lex(): number;
}

interface HbsBase {
  parse(text: string): HbsProgram;
  readonly parser: {
    readonly yy: unknown;
    readonly lexer: HbsLexer;
    readonly terminals_: Readonly<Record<number, string>>;
  };
}

const base = untypedBase as HbsBase;

/** Parses with Handlebars' grammar and whitespace control. Throws what Handlebars throws. */
export function parseHandlebars(text: string): HbsProgram {
  return base.parse(text);
}

/** A token as the grammar names it, and where it starts. */
export interface HbsToken {
  readonly name: string;
  readonly start: HbsLocation['start'];
}

/** The tokens of `text`, in order, as the parser will see them. Throws on text that is no token. */
export function* handlebarsTokens(text: string): Generator<HbsToken> {
  const { lexer, terminals_, yy } = base.parser;
  lexer.yy = yy;
  lexer.setInput(text);
  for (;;) {
    const name = terminals_[lexer.lex()] ?? 'EOF';
    if (name === 'EOF') return;
    yield { name, start: lastTokenStart() };
  }
}

/** Where lexer and parser stopped last, counted as Handlebars counts. */
export function lastTokenStart(): HbsLocation['start'] {
  const { first_line, first_column } = base.parser.lexer.yylloc;
  return { line: first_line, column: first_column };
}
