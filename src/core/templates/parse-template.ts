// Reads a template: text in, checked tree or problems out. It must not accept anything but text, and must not hand
// text to Handlebars' parser before its size and depth are known, because that parser takes quadratic time in depth.

import { err, ok } from '../result';
import { buildProgram } from './build-template';
import { handlebarsTokens, lastTokenStart, parseHandlebars } from './handlebars-parser';
import { TEMPLATE_LIMITS } from './template';
import { positionOf, templateProblem } from './template-problem';
import type { Result } from '../result';
import type { Position, Template } from './template';
import type { TemplateProblem } from './template-problem';

/** How much each token changes the depth of blocks and of calls in brackets. */
const OPENS_BLOCK = new Set(['OPEN_BLOCK', 'OPEN_INVERSE', 'OPEN_PARTIAL_BLOCK', 'OPEN_RAW_BLOCK']);
const CLOSES_BLOCK = new Set(['OPEN_ENDBLOCK', 'END_RAW_BLOCK']);

/**
 * Parses and checks a template. Every problem has the path of the whole template (the empty string, to be put behind
 * the path of the parameter) and says line and column. Anything but text is refused.
 */
export function parseTemplate(text: unknown): Result<Template, readonly TemplateProblem[]> {
  if (typeof text !== 'string')
    return refuse(`expected text, got ${Array.isArray(text) ? 'a list' : typeof text}`);
  if (text.length > TEMPLATE_LIMITS.MAX_LENGTH) {
    return refuse(`expected at most ${TEMPLATE_LIMITS.MAX_LENGTH} characters, got ${text.length}`);
  }
  try {
    if (deeperThanAllowed(text)) {
      const at = positionOf(lastTokenStart());
      return refuse(
        `expected blocks and brackets nested at most ${TEMPLATE_LIMITS.MAX_DEPTH} deep, got more`,
        at,
      );
    }
    const { program, problems } = buildProgram(parseHandlebars(text));
    return problems.length > 0 ? err(problems) : ok({ text, root: program });
  } catch (error) {
    return syntaxProblem(error);
  }
}

/** Stops reading tokens where they go too deep. */
function deeperThanAllowed(text: string): boolean {
  // Where to return to when a block closes: an `{{else if}}` nests one level that no token of its own closes.
  const enclosing: number[] = [];
  let blocks = 0;
  let brackets = 0;
  for (const token of handlebarsTokens(text)) {
    if (OPENS_BLOCK.has(token)) enclosing.push(blocks++);
    else if (token === 'OPEN_INVERSE_CHAIN') blocks++;
    else if (CLOSES_BLOCK.has(token)) blocks = enclosing.pop() ?? 0;
    else if (token === 'OPEN_SEXPR') brackets++;
    else if (token === 'CLOSE_SEXPR') brackets--;
    if (blocks > TEMPLATE_LIMITS.MAX_DEPTH || brackets > TEMPLATE_LIMITS.MAX_DEPTH) return true;
  }
  return false;
}

/** Handlebars' own exceptions carry a place; its grammar's carry a drawing, and the place is where the lexer stands. */
function syntaxProblem(error: unknown): Result<never, readonly TemplateProblem[]> {
  if (!(error instanceof Error)) throw error;
  const { lineNumber, column } = error as { lineNumber?: unknown; column?: unknown };
  if (typeof lineNumber === 'number' && typeof column === 'number') {
    const message = error.message.replace(/ - \d+:\d+$/, '');
    return refuse(message, positionOf({ line: lineNumber, column }));
  }
  if (!/^(?:Parse|Lexical) error/.test(error.message)) throw error;
  const at = positionOf(lastTokenStart());
  return refuse(explainSyntax(error.message), at);
}

/** The end of the grammar's message in words; its list of token names helps nobody. */
function explainSyntax(message: string): string {
  const got = /got '(\w+)'$/.exec(message)?.[1];
  switch (got) {
    case 'EOF':
      return 'a block is never closed';
    case 'INVALID':
    case undefined:
      return 'this cannot stand inside `{{ }}`; a tag may be unfinished';
    case 'OPEN_ENDBLOCK':
      return 'a block is closed that was never opened';
    case 'INVERSE':
    case 'OPEN_INVERSE_CHAIN':
      return '`{{else}}` stands outside of a block';
    case 'CLOSE':
      return 'the tag ends too early';
    default:
      return 'the tag is not complete, or has something that does not belong there';
  }
}

function refuse(cause: string, at?: Position): Result<never, readonly TemplateProblem[]> {
  return err([templateProblem(cause, at)]);
}
