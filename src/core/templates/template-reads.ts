// Which fields of the facts a template reads, as far as its text tells: through `with`, `each`, block parameters and
// `../`. It must not guess: a path whose beginning depends on data is left out.

import { parseTemplate } from './parse-template';
import type { BlockNode, Expression, Position, Program, Template, TemplateNode } from './template';

/** One place where a template reads a field. */
export interface TemplateRead {
  /** `content.title`; elements of a list are `content.labels[].name`. */
  readonly field: string;
  readonly at: Position;
}

/** The field that stands at a place: a path of the facts, `''` for the facts themselves, undefined for the unknown. */
type Origin = string | undefined;

interface Scope {
  readonly current: Origin;
  readonly outer: Scope | undefined;
  readonly parameters: readonly Origin[];
  /** Counts every program, for block parameters. */
  readonly program: Scope | undefined;
}

/** Every read of a field, in the order of the text. */
export function readsOfTemplate(template: Template): readonly TemplateRead[] {
  const reads: TemplateRead[] = [];
  visitProgram(template.root, { current: '', outer: undefined, parameters: [], program: undefined }, reads);
  return reads;
}

/** The fields that `text` reads, each once, sorted; none when it is no template. */
export function fieldsOfTemplate(text: string): readonly string[] {
  const template = parseTemplate(text);
  if (!template.ok) return [];
  return [...new Set(readsOfTemplate(template.value).map(({ field }) => field))].sort();
}

function visitProgram(program: Program | undefined, scope: Scope, reads: TemplateRead[]): void {
  for (const node of program?.nodes ?? []) visitNode(node, scope, reads);
}

function visitNode(node: TemplateNode, scope: Scope, reads: TemplateRead[]): void {
  if (node.kind === 'value') visitExpression(node.value, scope, reads);
  else if (node.kind === 'block') visitBlock(node, scope, reads);
}

function visitBlock(node: BlockNode, scope: Scope, reads: TemplateRead[]): void {
  visitExpression(node.subject, scope, reads);
  const origin = originOf(node.subject, scope);
  const same: Scope = { ...scope, parameters: [], program: scope };
  visitProgram(node.body, bodyScope(node, origin, scope), reads);
  visitProgram(node.otherwise, same, reads);
}

function bodyScope(node: BlockNode, origin: Origin, scope: Scope): Scope {
  switch (node.block) {
    case 'each': {
      const item = origin === undefined ? undefined : `${origin}[]`;
      return { current: item, outer: scope, parameters: [item, undefined], program: scope };
    }
    case 'with':
      return { current: origin, outer: scope, parameters: [origin], program: scope };
    case 'section':
      // A list is gone through, an object is entered, anything else keeps the scope: data decides.
      return { current: undefined, outer: undefined, parameters: [], program: scope };
    default:
      return { ...scope, parameters: [], program: scope };
  }
}

function visitExpression(expression: Expression, scope: Scope, reads: TemplateRead[]): void {
  switch (expression.kind) {
    case 'literal':
      return;
    case 'call':
      for (const argument of expression.args) visitExpression(argument, scope, reads);
      for (const option of expression.options) visitExpression(option.value, scope, reads);
      return;
    default: {
      const field = originOf(expression, scope);
      if (field !== undefined && field !== '' && !isElement(field)) reads.push({ field, at: expression.at });
    }
  }
}

/** An element itself is read with its list. */
function isElement(field: string): boolean {
  return field.endsWith('[]');
}

function originOf(expression: Expression, scope: Scope): Origin {
  if (expression.kind === 'block-param') {
    return below(programAt(scope, expression.frame)?.parameters[expression.index], expression.parts);
  }
  if (expression.kind !== 'path') return undefined;
  if (expression.data)
    return expression.parts[0] === 'root' ? below('', expression.parts.slice(1)) : undefined;
  let from: Scope | undefined = scope;
  for (let level = 0; level < expression.up; level++) from = from?.outer;
  return below(from?.current, expression.parts);
}

function programAt(scope: Scope, frames: number): Scope | undefined {
  let found: Scope | undefined = scope;
  for (let frame = 0; frame < frames; frame++) found = found?.program;
  return found;
}

function below(origin: Origin, parts: readonly string[]): Origin {
  if (origin === undefined) return undefined;
  return [...(origin === '' ? [] : [origin]), ...parts].join('.');
}
