// Which fields of the facts a template reads, as far as its text tells: through `with`, `each`, block parameters and
// `../`. It must not leave out a field that could be read: what is not read here may not be fetched.

import { parsedTemplate } from './parsed-templates';
import type {
  BlockNode,
  CallExpression,
  Expression,
  Position,
  Program,
  Template,
  TemplateNode,
} from './template';

/** One place where a template reads a field. */
export interface TemplateRead {
  /** `content.title`; of the elements of a list, `content.labels[].name`. */
  readonly field: string;
  /** False where the data decides whether this field or another one is meant. */
  readonly certain: boolean;
  readonly at: Position;
}

/** What a name can stand for: fields of the facts, `''` for the facts themselves. None for what is computed. */
interface Origin {
  readonly fields: readonly string[];
  readonly certain: boolean;
}

/** What a program sees; `outer` is the scope of `../`, `program` the one around in the text. */
interface Scope {
  readonly current: Origin;
  readonly outer: Scope | undefined;
  readonly parameters: readonly Origin[];
  readonly program: Scope | undefined;
}

const COMPUTED: Origin = { fields: [], certain: true };
const FACTS: Origin = { fields: [''], certain: true };

/** Every read of a field, in the order of the text. */
export function readsOfTemplate(template: Template): readonly TemplateRead[] {
  const reads: TemplateRead[] = [];
  visitProgram(
    template.root,
    { current: FACTS, outer: undefined, parameters: [], program: undefined },
    reads,
  );
  return reads;
}

/** The fields that `text` reads or may read, each once, sorted; none when it is no template. */
export function fieldsOfTemplate(text: string): readonly string[] {
  const template = parsedTemplate(text);
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
  visitProgram(node.body, bodyScope(node, scope), reads);
  visitProgram(node.otherwise, { ...scope, parameters: [], program: scope }, reads);
}

function bodyScope(node: BlockNode, scope: Scope): Scope {
  const subject = originOf(node.subject, scope);
  switch (node.block) {
    case 'each': {
      const item = { ...subject, fields: subject.fields.map((field) => `${field}[]`) };
      return { current: item, outer: scope, parameters: [item, COMPUTED], program: scope };
    }
    case 'with':
      return { current: subject, outer: scope, parameters: [subject], program: scope };
    case 'section': {
      // A list is gone through, an object is entered, true keeps the scope.
      const items = subject.fields.map((field) => `${field}[]`);
      const current = { fields: [...subject.fields, ...items, ...scope.current.fields], certain: false };
      const around = [...scope.current.fields, ...(scope.outer?.current.fields ?? [])];
      const outer = { ...scope, current: { fields: around, certain: false } };
      return { current, outer, parameters: [], program: scope };
    }
    default:
      return { ...scope, parameters: [], program: scope };
  }
}

function visitExpression(expression: Expression, scope: Scope, reads: TemplateRead[]): void {
  if (expression.kind === 'literal') return;
  if (expression.kind === 'call') {
    for (const argument of expression.args) visitExpression(argument, scope, reads);
    for (const option of expression.options) visitExpression(option.value, scope, reads);
  }
  const { fields, certain } = originOf(expression, scope);
  for (const field of fields) {
    // An element is read with its list, and everything with the facts.
    if (field !== '' && !field.endsWith('[]')) reads.push({ field, certain, at: expression.at });
  }
}

function originOf(expression: Expression, scope: Scope): Origin {
  switch (expression.kind) {
    case 'literal':
      return COMPUTED;
    case 'call':
      return originOfLookup(expression, scope);
    case 'block-param':
      return below(
        outward(scope, expression.frame, 'program')?.parameters[expression.index],
        expression.parts,
      );
    case 'path':
      if (!expression.data) return below(outward(scope, expression.up, 'outer')?.current, expression.parts);
      return expression.parts[0] === 'root' ? below(FACTS, expression.parts.slice(1)) : COMPUTED;
  }
}

/** `lookup` with a name that is written down reads as a path does. */
function originOfLookup({ helper, args }: CallExpression, scope: Scope): Origin {
  const [object, key] = args;
  if (helper !== 'lookup' || object === undefined || key?.kind !== 'literal') return COMPUTED;
  return below(originOf(object, scope), [String(key.value)]);
}

function outward(scope: Scope, levels: number, along: 'outer' | 'program'): Scope | undefined {
  let found: Scope | undefined = scope;
  for (let level = 0; level < levels; level++) found = found?.[along];
  return found;
}

function below(origin: Origin | undefined, parts: readonly string[]): Origin {
  if (origin === undefined) return COMPUTED;
  return {
    ...origin,
    fields: origin.fields.map((field) => [...(field === '' ? [] : [field]), ...parts].join('.')),
  };
}
