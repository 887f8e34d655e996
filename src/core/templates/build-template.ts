// Turns the statements and blocks of Handlebars' tree into ours, and refuses what the language does not have.
// It must not stop at the first problem.

import { nearestWord } from '../conditions/nearest-word';
import { ExpressionBuilder, NOTHING } from './build-expression';
import { BLOCK_NAMES, isHelperName } from './helpers/helper-table';
import { TEMPLATE_LIMITS } from './template';
import { pathOf, simpleName } from './template-names';
import { positionOf } from './template-problem';
import type { HbsBlock, HbsPath, HbsProgram, HbsStatement } from './handlebars-parser';
import type { BlockName, Expression, Position, Program, TemplateNode, TextNode } from './template';
import type { TemplateProblem } from './template-problem';

/** Builds the tree of a whole template, and lists every problem found on the way. */
export function buildProgram(source: HbsProgram): { program: Program; problems: readonly TemplateProblem[] } {
  const builder = new ProgramBuilder();
  const program = builder.program(source);
  return { program, problems: builder.expressions.problems };
}

class ProgramBuilder {
  readonly expressions = new ExpressionBuilder();
  private eachDepth = 0;

  program(source: HbsProgram): Program {
    const { expressions } = this;
    const outer = expressions.readsParents;
    expressions.readsParents = false;
    const nodes = expressions.inProgram(source.blockParams ?? [], () =>
      source.body.flatMap((statement) => this.statement(statement)),
    );
    const { readsParents } = expressions;
    // A program around one that reads its parents keeps them for it.
    expressions.readsParents ||= outer;
    return { nodes, readsParents };
  }

  private statement(statement: HbsStatement): readonly TemplateNode[] {
    const at = positionOf(statement.loc.start);
    switch (statement.type) {
      case 'ContentStatement':
        return statement.value === '' ? [] : [textNode(statement, at)];
      case 'CommentStatement':
        return [];
      case 'MustacheStatement':
        return [{ kind: 'value', value: this.expressions.mustache(statement), at }];
      case 'BlockStatement':
        return [this.block(statement, at)];
      case 'PartialStatement':
      case 'PartialBlockStatement':
        this.expressions.refuse(at, 'partials (`{{> }}`) are not supported; write the text here');
        return [];
      case 'Decorator':
      case 'DecoratorBlock':
        this.expressions.refuse(at, 'decorators (`{{* }}`) are not supported');
        return [];
    }
  }

  private block(source: HbsBlock, at: Position): TemplateNode {
    const path = pathOf(source);
    const name = path === undefined || this.expressions.isParameter(path) ? undefined : simpleName(path);
    const builtIn = BLOCK_NAMES.find((block) => block === name);
    const block = builtIn ?? 'section';
    const head =
      builtIn === undefined ? this.section(source, path, name, at) : this.builtIn(source, builtIn, at);
    this.checkParameters(source, block, at);
    const repeats = block === 'each' || block === 'section';
    if (repeats) this.enterEach(at);
    const body = source.program && this.program(source.program);
    if (repeats) this.eachDepth--;
    const otherwise = source.inverse && this.program(source.inverse);
    return { kind: 'block', block, ...head, body, otherwise, at };
  }

  private builtIn(source: HbsBlock, block: BlockName, at: Position): BlockHead {
    const wanted = block === 'raw' ? 0 : 1;
    if (source.params.length !== wanted) {
      const cause = `\`${block}\` expects ${wanted === 1 ? '1 argument' : 'no argument'}, got ${source.params.length}`;
      this.expressions.refuse(at, cause);
    }
    const known = block === 'if' || block === 'unless' ? ['includeZero'] : [];
    const options = this.expressions.options(source, block, known);
    const [parameter] = source.params;
    return {
      subject: parameter === undefined ? NOTHING : this.expressions.expression(parameter),
      includeZero: options.find((option) => option.name === 'includeZero')?.value,
    };
  }

  private section(
    source: HbsBlock,
    path: HbsPath | undefined,
    name: string | undefined,
    at: Position,
  ): BlockHead {
    return { subject: this.sectionSubject(source, path, name, at), includeZero: undefined };
  }

  private sectionSubject(
    source: HbsBlock,
    path: HbsPath | undefined,
    name: string | undefined,
    at: Position,
  ): Expression {
    if (path === undefined) return this.expressions.refuse(at, 'a call in brackets cannot stand as a name');
    if (name !== undefined && isHelperName(name)) {
      return this.expressions.refuse(at, `\`${name}\` is not a block; write \`{{#if (${name} …)}}\``);
    }
    if (source.params.length > 0 || source.hash !== undefined) {
      const suggestion = nearestWord(path.original, BLOCK_NAMES);
      return this.expressions.refuse(at, `there is no block \`${path.original}\``, suggestion);
    }
    return this.expressions.path(path);
  }

  private checkParameters(source: HbsBlock, block: BlockName, at: Position): void {
    const names = source.program?.blockParams ?? source.inverse?.blockParams ?? [];
    if (names.length === 0 || block === 'each' || block === 'with') return;
    this.expressions.refuse(at, 'only `each` and `with` give names with `as |name|`');
  }

  private enterEach(at: Position): void {
    if (++this.eachDepth <= TEMPLATE_LIMITS.MAX_EACH_DEPTH) return;
    this.expressions.refuse(
      at,
      `expected lists nested at most ${TEMPLATE_LIMITS.MAX_EACH_DEPTH} deep, got more`,
    );
  }
}

/** What a block says of itself in its opening tag. */
interface BlockHead {
  readonly subject: Expression;
  readonly includeZero: Expression | undefined;
}

/** The text that whitespace control left, at the place where it begins now. */
function textNode(
  { value, original }: { readonly value: string; readonly original: string },
  at: Position,
): TextNode {
  const lines = original.slice(0, original.indexOf(value)).split('\n');
  const skipped = lines.at(-1)?.length ?? 0;
  const line = at.line + lines.length - 1;
  const column = lines.length === 1 ? at.column + skipped : skipped + 1;
  return { kind: 'text', text: value, at: { line, column } };
}
