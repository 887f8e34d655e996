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

const TOO_DEEP = `expected blocks and brackets nested at most ${TEMPLATE_LIMITS.MAX_DEPTH} deep, got more`;

/** How much each token changes the depth of blocks and of calls in brackets. */
const OPENS_BLOCK = new Set(['OPEN_BLOCK', 'OPEN_INVERSE', 'OPEN_PARTIAL_BLOCK', 'OPEN_RAW_BLOCK']);
const CLOSES_BLOCK = new Set(['OPEN_ENDBLOCK', 'END_RAW_BLOCK']);

/**
 * Parses and checks a template. Every problem has the path of the whole template (the empty string, to be put behind
 * the path of the parameter) and says line and column. Anything but text is refused.
 */
export function parseTemplate(text: unknown): Result<Template, readonly TemplateProblem[]> {
  if (typeof text !== 'string') return refuse(`expected text, got ${nameOfType(text)}`);
  if (text.length > TEMPLATE_LIMITS.MAX_LENGTH) {
    return refuse(
      `expected a template of at most ${TEMPLATE_LIMITS.MAX_LENGTH} characters, got ${text.length}`,
    );
  }
  const nesting: Nesting = { open: [] };
  try {
    if (isTooDeep(text, nesting)) return refuse(TOO_DEEP, positionOf(lastTokenStart()));
    const { program, problems } = buildProgram(parseHandlebars(text));
    return problems.length > 0 ? err(problems) : ok({ text, root: program });
  } catch (error) {
    return syntaxProblem(error, nesting);
  }
}

/** The blocks that are open where the tokens end. */
interface Nesting {
  open: { readonly at: Position; readonly depth: number }[];
}

/** Reads the tokens, and stops where they go too deep. */
function isTooDeep(text: string, nesting: Nesting): boolean {
  // An `{{else if}}` opens a level that no token of its own closes; the block around it goes back to its own depth.
  let depth = 0;
  let brackets = 0;
  for (const { name, start } of handlebarsTokens(text)) {
    if (OPENS_BLOCK.has(name)) nesting.open.push({ at: positionOf(start), depth: depth++ });
    else if (name === 'OPEN_INVERSE_CHAIN') depth++;
    else if (CLOSES_BLOCK.has(name)) depth = nesting.open.pop()?.depth ?? 0;
    else if (name === 'OPEN_SEXPR') brackets++;
    else if (name === 'CLOSE_SEXPR') brackets--;
    if (depth > TEMPLATE_LIMITS.MAX_DEPTH || brackets > TEMPLATE_LIMITS.MAX_DEPTH) return true;
  }
  return false;
}

/** Handlebars' own exceptions carry a place; its grammar's carry a drawing, and the place is where the lexer stands. */
function syntaxProblem(error: unknown, { open }: Nesting): Result<never, readonly TemplateProblem[]> {
  if (!(error instanceof Error)) throw error;
  const { lineNumber, column } = error as { lineNumber?: unknown; column?: unknown };
  if (typeof lineNumber === 'number' && typeof column === 'number') {
    return refuse(explainException(error.message), positionOf({ line: lineNumber, column }));
  }
  if (!/^(?:Parse|Lexical) error/.test(error.message)) throw error;
  const got = /got '(\w+)'$/.exec(error.message)?.[1] ?? 'INVALID';
  const unclosed = got === 'EOF' ? open.at(-1) : undefined;
  if (unclosed !== undefined) return refuse('this block is never closed', unclosed.at);
  return refuse(explainToken(got), positionOf(lastTokenStart()));
}

/** Handlebars' exceptions while it parses, in our words. */
function explainException(message: string): string {
  const cause = message.replace(/ - \d+:\d+$/, '');
  const [, opened, closed] = /^(.+) doesn't match (.+)$/.exec(cause) ?? [];
  if (opened !== undefined && closed !== undefined) {
    return `the block \`${opened}\` is open here, but the next to be closed is \`${closed}\``;
  }
  return cause.replace(
    /^Invalid path: (.*)$/,
    '`$1` is no path; `..` and `this` may only stand at the beginning',
  );
}

/** What the token means at which the grammar gave up; its list of names of other tokens helps nobody. */
function explainToken(token: string): string {
  switch (token) {
    case 'EOF':
      return 'the template ends inside a tag';
    case 'OPEN_ENDBLOCK':
      return 'a block is closed here that is not open';
    case 'INVERSE':
    case 'OPEN_INVERSE_CHAIN':
      return '`{{else}}` stands outside of a block, or for a second time in one';
    case 'CLOSE':
    case 'CLOSE_UNESCAPED':
      return 'the tag ends too early, or with another number of braces than it began';
    case 'INVALID':
      return 'this cannot stand inside `{{ }}`; a quotation mark or brace may be missing';
    default:
      return 'this does not belong here; a tag holds a name, its arguments, and then `name=value` pairs';
  }
}

function refuse(cause: string, at?: Position): Result<never, readonly TemplateProblem[]> {
  return err([templateProblem(cause, at)]);
}

function nameOfType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}
