// Renders a parsed template over facts by walking its tree, within a budget of steps and output. It must not generate
// code, read a prototype or know the present; what it cannot do ends in a `TemplateFailure`.

import { err, ok } from '../result';
import { HELPERS } from './helpers/helper-table';
import { isNothing, toText } from './markup';
import { entriesOf, enter, lookUp, lookUpParameter, NULL_CONTEXT } from './render-scope';
import { StorageWriter } from './storage/storage-writer';
import { TEMPLATE_LIMITS } from './template';
import { HelperError, TemplateStop } from './template-failure';
import type { Facts } from '../events/event';
import type { Result } from '../result';
import type {
  BlockNode,
  CallExpression,
  Expression,
  Position,
  Program,
  Template,
  TemplateNode,
} from './template';
import type { Chain, DataFrame, Scope } from './render-scope';
import type { TemplateFailure } from './template-failure';

/** How a template is to be rendered. */
export interface TemplateContext {
  /** `storage` escapes each value for its place in Confluence storage format; `text` escapes by `escape`. */
  readonly mode: 'storage' | 'text';
  /** For `text`: what becomes of each value that is put in. @default nothing */
  readonly escape?: (value: string) => string;
  /** The moment that `@now` gives, in milliseconds since 1970. */
  readonly nowMs: number;
  /** Whether a missing field is a failure that names it, rather than nothing. @default false */
  readonly strict?: boolean;
  /** IANA name of the zone in which `date` shows dates. @default 'UTC' */
  readonly timeZone?: string;
}

/** Characters of text that a helper may go through for one step. */
const CHARACTERS_A_STEP = 1000;

/** The template's text with the facts put in; never throws for any facts. */
export function renderTemplate(
  template: Template,
  facts: Facts,
  context: TemplateContext,
): Result<string, TemplateFailure> {
  try {
    return ok(new Renderer(context).render(template, facts));
  } catch (error) {
    if (error instanceof TemplateStop) return err(error.failure);
    throw error;
  }
}

class Renderer {
  private readonly output: string[] = [];
  private length = 0;
  private steps = 0;
  /** Where the work is, for the message when the budget ends. */
  private at: Position = { line: 1, column: 1 };
  private readonly writer: StorageWriter | undefined;
  private readonly escape: ((value: string) => string) | undefined;
  private readonly strict: boolean;
  private readonly environment;
  private readonly nowMs: number;

  constructor(context: TemplateContext) {
    this.writer = context.mode === 'storage' ? new StorageWriter() : undefined;
    this.escape = context.escape;
    this.strict = context.strict ?? false;
    this.nowMs = context.nowMs;
    this.environment = {
      timeZone: context.timeZone ?? 'UTC',
      charge: (characters: number) => {
        this.spend(Math.ceil(characters / CHARACTERS_A_STEP));
      },
    };
  }

  render(template: Template, facts: Facts): string {
    const data = { value: { root: facts, now: this.nowMs }, outer: undefined };
    this.run(template.root, facts, { current: undefined, parents: undefined, data, parameters: undefined });
    return this.output.join('');
  }

  /** Runs a program with `current` as its scope; `data` and `parameters` are what its block adds. */
  private run(
    program: Program,
    current: unknown,
    scope: Scope,
    data = scope.data,
    parameters: readonly unknown[] = [],
  ): void {
    const inner: Scope = {
      current,
      parents: program.readsParents ? enter(scope.parents, current) : scope.parents,
      data,
      parameters: { value: parameters, outer: scope.parameters },
    };
    for (const node of program.nodes) this.node(node, inner);
  }

  private node(node: TemplateNode, scope: Scope): void {
    this.at = node.at;
    this.spend(1);
    switch (node.kind) {
      case 'text':
        this.write(this.writer === undefined ? node.text : this.writer.literal(node.text));
        return;
      case 'value':
        this.value(this.evaluate(node.value, scope, !this.strict), node.at);
        return;
      case 'block':
        this.block(node, scope);
    }
  }

  private value(value: unknown, at: Position): void {
    if (this.writer === undefined) {
      const text = toText(value);
      this.write(this.escape === undefined ? text : this.escape(text));
      return;
    }
    const refusal = this.writer.refusal();
    if (refusal !== undefined) throw new TemplateStop('place', refusal, at);
    this.write(this.writer.value(value));
  }

  private block(node: BlockNode, scope: Scope): void {
    const subject = this.evaluate(node.subject, scope, true);
    const same = scope.current ?? NULL_CONTEXT;
    switch (node.block) {
      case 'raw':
        this.branch(node.body, same, scope);
        return;
      case 'if':
      case 'unless': {
        const zeroCounts =
          node.includeZero !== undefined && Boolean(this.evaluate(node.includeZero, scope, true));
        const holds = !isNothing(subject) && (zeroCounts || Boolean(subject));
        this.branch(holds === (node.block === 'if') ? node.body : node.otherwise, same, scope);
        return;
      }
      case 'with':
        if (isNothing(subject)) this.branch(node.otherwise, same, scope);
        else this.branch(node.body, subject, scope, scope.data, [subject]);
        return;
      case 'each':
        this.each(node, subject, same, scope);
        return;
      case 'section':
        this.section(node, subject, scope);
    }
  }

  private section(node: BlockNode, subject: unknown, scope: Scope): void {
    if (subject === true) this.branch(node.body, scope.current, scope);
    else if (subject === false || subject === null || subject === undefined)
      this.branch(node.otherwise, scope.current, scope);
    else if (Array.isArray(subject)) this.each(node, subject, scope.current, scope);
    else this.branch(node.body, subject, scope);
  }

  private each(node: BlockNode, subject: unknown, same: unknown, scope: Scope): void {
    const entries = entriesOf(subject);
    if (entries.length === 0) {
      this.branch(node.otherwise, same, scope);
      return;
    }
    entries.forEach(([key, item], index) => {
      this.at = node.at;
      this.spend(1);
      const frame = {
        ...scope.data.value,
        key,
        index,
        first: index === 0,
        last: index === entries.length - 1,
      };
      this.branch(node.body, item, scope, { value: frame, outer: scope.data }, [item, key]);
    });
  }

  private branch(
    program: Program | undefined,
    current: unknown,
    scope: Scope,
    data?: Chain<DataFrame>,
    parameters?: readonly unknown[],
  ): void {
    if (program !== undefined) this.run(program, current, scope, data, parameters);
  }

  private evaluate(expression: Expression, scope: Scope, toleratesMissing: boolean): unknown {
    this.spend(1);
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'call':
        return this.call(expression, scope);
      case 'path':
      case 'block-param': {
        this.spend(expression.parts.length);
        const value =
          expression.kind === 'path' ? lookUp(expression, scope) : lookUpParameter(expression, scope);
        if (value !== undefined || toleratesMissing) return value;
        throw new TemplateStop(
          'missing-field',
          `the field \`${expression.source}\` is missing`,
          expression.at,
          expression.source,
        );
      }
    }
  }

  private call(expression: CallExpression, scope: Scope): unknown {
    const helper = HELPERS[expression.helper];
    const tolerates = helper.toleratesMissing || !this.strict;
    const args = expression.args.map((argument) => this.evaluate(argument, scope, tolerates));
    const options = Object.fromEntries(
      expression.options.map(({ name, value }) => [name, this.evaluate(value, scope, tolerates)]),
    );
    try {
      return helper.call(args, options, this.environment);
    } catch (error) {
      if (error instanceof HelperError) throw new TemplateStop('helper', error.message, expression.at);
      throw error;
    }
  }

  private write(text: string): void {
    this.length += text.length;
    if (this.length > TEMPLATE_LIMITS.MAX_OUTPUT_LENGTH) {
      this.exhausted(`writes more than ${TEMPLATE_LIMITS.MAX_OUTPUT_LENGTH} characters`);
    }
    this.output.push(text);
  }

  private spend(steps: number): void {
    this.steps += steps;
    if (this.steps > TEMPLATE_LIMITS.MAX_STEPS)
      this.exhausted(`takes more than ${TEMPLATE_LIMITS.MAX_STEPS} steps`);
  }

  private exhausted(what: string): never {
    throw new TemplateStop('budget', `the template ${what}; it stopped here`, this.at);
  }
}
