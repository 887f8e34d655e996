// Turns Handlebars' tree into ours: resolves names to helpers, blocks, block parameters and fields as Handlebars'
// compiler does, and refuses what the language does not have. It must not stop at the first problem.

import { nearestWord } from '../conditions/nearest-word';
import { BLOCK_NAMES, DATA_NAMES, HELPER_NAMES, HELPERS, isHelperName } from './helpers/helper-table';
import { TEMPLATE_LIMITS } from './template';
import { positionOf, templateProblem } from './template-problem';
import type {
  HbsBlock,
  HbsCall,
  HbsExpression,
  HbsLocation,
  HbsMustache,
  HbsPath,
  HbsProgram,
  HbsStatement,
} from './handlebars-parser';
import type {
  BlockName,
  CallExpression,
  Expression,
  PathExpression,
  Position,
  Program,
  TemplateNode,
} from './template';
import type { TemplateProblem } from './template-problem';

const NOTHING: Expression = { kind: 'literal', value: undefined };
const EMPTY: Program = { nodes: [], readsParents: false };

/** Builds the tree of a whole template, and lists every problem found on the way. */
export function buildProgram(source: HbsProgram): { program: Program; problems: readonly TemplateProblem[] } {
  const builder = new Builder();
  return { program: builder.program(source), problems: builder.problems };
}

class Builder {
  readonly problems: TemplateProblem[] = [];
  /** The block parameters of each enclosing program, innermost first. */
  private names: (readonly string[])[] = [];
  private readsParents = false;
  private depth = 0;
  private eachDepth = 0;

  program(source: HbsProgram | undefined): Program {
    if (source === undefined) return EMPTY;
    const outer = this.readsParents;
    this.readsParents = false;
    this.names.unshift(source.blockParams ?? []);
    const nodes = source.body.flatMap((statement) => this.statement(statement));
    this.names.shift();
    const program = { nodes, readsParents: this.readsParents };
    this.readsParents ||= outer;
    return program;
  }

  private statement(statement: HbsStatement): readonly TemplateNode[] {
    const at = positionOf(statement.loc.start);
    switch (statement.type) {
      case 'ContentStatement':
        return statement.value === '' ? [] : [{ kind: 'text', text: statement.value, at }];
      case 'CommentStatement':
        return [];
      case 'MustacheStatement':
        return [{ kind: 'value', value: this.mustache(statement), at }];
      case 'BlockStatement':
        return [this.block(statement, at)];
      case 'PartialStatement':
      case 'PartialBlockStatement':
        this.refuse(at, 'partials (`{{> …}}`) are not supported; write the text here');
        return [];
      case 'Decorator':
      case 'DecoratorBlock':
        this.refuse(at, 'decorators (`{{* …}}`) are not supported');
        return [];
    }
  }

  private mustache(statement: HbsMustache): Expression {
    const at = positionOf(statement.loc.start);
    if (!statement.escaped) {
      this.refuse(
        at,
        'values are always escaped, so `{{{ }}}` and `{{& }}` are not supported; write `{{ }}`',
      );
    }
    const path = pathOf(statement);
    if (path === undefined) {
      this.refuse(at, 'a call in brackets cannot stand as a name');
      return NOTHING;
    }
    const name = simpleName(path);
    const isParameter = name !== undefined && this.blockParameter(path) !== undefined;
    const hasArguments = statement.params.length > 0 || statement.hash !== undefined;
    if (!hasArguments && (isParameter || name === undefined || !isHelperName(name))) return this.path(path);
    if (isParameter) {
      this.refuse(at, `\`${path.original}\` is a block parameter here, and takes no arguments`);
      return NOTHING;
    }
    return this.call(statement, path, at);
  }

  private call(source: HbsCall, path: HbsPath, at: Position): Expression {
    const name = simpleName(path);
    if (name === undefined || !isHelperName(name)) {
      this.refuseHelper(name ?? path.original, at);
      return NOTHING;
    }
    const [least, most] = HELPERS[name].args;
    const given = source.params.length;
    if (given < least || given > most) {
      const wanted = least === most ? String(least) : `${least} to ${most}`;
      const hint = given === 0 ? `; a field of this name is \`this.${name}\`` : '';
      this.refuse(
        at,
        `\`${name}\` expects ${wanted} argument${wanted === '1' ? '' : 's'}, got ${given}${hint}`,
      );
    }
    return {
      kind: 'call',
      helper: name,
      args: source.params.map((parameter) => this.expression(parameter)),
      options: this.options(source, name, HELPERS[name].options),
      at,
    };
  }

  private options(source: HbsCall, name: string, known: readonly string[]): CallExpression['options'] {
    return (source.hash?.pairs ?? []).map((pair) => {
      if (!known.includes(pair.key)) {
        const has = known.length === 0 ? 'it has none' : `it has ${known.join(', ')}`;
        this.refuse(
          positionOf(pair.loc.start),
          `\`${name}\` has no option \`${pair.key}\`; ${has}`,
          nearestWord(pair.key, known),
        );
      }
      return { name: pair.key, value: this.expression(pair.value) };
    });
  }

  private expression(source: HbsExpression): Expression {
    switch (source.type) {
      case 'PathExpression':
        return this.path(source);
      case 'SubExpression':
        return this.subexpression(source);
      case 'UndefinedLiteral':
        return NOTHING;
      case 'NullLiteral':
        return { kind: 'literal', value: null };
      default:
        return { kind: 'literal', value: source.value };
    }
  }

  private subexpression(source: HbsCall): Expression {
    const at = positionOf(source.loc.start);
    const path = pathOf(source);
    if (path === undefined || this.blockParameter(path) !== undefined) {
      this.refuse(at, 'brackets expect the name of a helper first');
      return NOTHING;
    }
    if (++this.depth > TEMPLATE_LIMITS.MAX_DEPTH) return this.tooDeep(at);
    const call = this.call(source, path, at);
    this.depth--;
    return call;
  }

  private block(source: HbsBlock, at: Position): TemplateNode {
    const path = pathOf(source);
    const name = path === undefined || this.blockParameter(path) !== undefined ? undefined : simpleName(path);
    const builtIn = BLOCK_NAMES.find((block) => block === name);
    if (++this.depth > TEMPLATE_LIMITS.MAX_DEPTH) this.tooDeep(at);
    const block = builtIn ?? 'section';
    const subject =
      builtIn === undefined
        ? this.sectionSubject(source, path, name, at)
        : this.blockSubject(source, builtIn, at);
    this.checkParameters(source, block, at);
    const repeats = block === 'each' || block === 'section';
    if (repeats && ++this.eachDepth > TEMPLATE_LIMITS.MAX_EACH_DEPTH) {
      this.refuse(
        at,
        `expected lists nested at most ${TEMPLATE_LIMITS.MAX_EACH_DEPTH} deep (each), got more`,
      );
    }
    const body = source.program && this.program(source.program);
    if (repeats) this.eachDepth--;
    const otherwise = source.inverse && this.program(source.inverse);
    this.depth--;
    const zero = source.hash?.pairs.find((pair) => pair.key === 'includeZero');
    return {
      kind: 'block',
      block,
      subject,
      includeZero: zero && this.expression(zero.value),
      body,
      otherwise,
      at,
    };
  }

  private blockSubject(source: HbsBlock, block: BlockName, at: Position): Expression {
    const wanted = block === 'raw' ? 0 : 1;
    if (source.params.length !== wanted) {
      this.refuse(
        at,
        `\`${block}\` expects ${wanted} argument${wanted === 1 ? '' : 's'}, got ${source.params.length}`,
      );
    }
    this.options(source, block, block === 'if' || block === 'unless' ? ['includeZero'] : []);
    const [parameter] = source.params;
    return parameter === undefined ? NOTHING : this.expression(parameter);
  }

  private sectionSubject(
    source: HbsBlock,
    path: HbsPath | undefined,
    name: string | undefined,
    at: Position,
  ): Expression {
    if (path === undefined) {
      this.refuse(at, 'a call in brackets cannot stand as a name');
      return NOTHING;
    }
    if (name !== undefined && isHelperName(name)) {
      this.refuse(at, `\`${name}\` is not a block; write \`{{#if (${name} …)}}\``);
      return NOTHING;
    }
    if (source.params.length > 0 || source.hash !== undefined) {
      this.refuse(at, `there is no block \`${path.original}\``, nearestWord(path.original, BLOCK_NAMES));
      return NOTHING;
    }
    return this.path(path);
  }

  private checkParameters(source: HbsBlock, block: BlockName, at: Position): void {
    const names = source.program?.blockParams ?? source.inverse?.blockParams ?? [];
    if (names.length > 0 && block !== 'each' && block !== 'with') {
      this.refuse(at, 'only `each` and `with` give names with `as |…|`');
    }
  }

  private path(source: HbsPath): Expression {
    const at = positionOf(source.loc.start);
    const parameter = this.blockParameter(source);
    if (parameter !== undefined) {
      return { kind: 'block-param', ...parameter, parts: source.parts.slice(1), source: source.original, at };
    }
    if (source.data) this.checkData(source, at);
    if (source.depth > 0) this.readsParents = true;
    const path: PathExpression = {
      kind: 'path',
      data: source.data && source.parts.length > 0,
      up: source.depth,
      parts: source.parts,
      source: source.original,
      at,
    };
    return path;
  }

  private checkData(source: HbsPath, at: Position): void {
    const [name = ''] = source.parts;
    if (!DATA_NAMES.some((known) => known === name)) {
      this.refuse(
        at,
        `there is no \`@${name}\`; there are @${DATA_NAMES.join(', @')}`,
        nearestWord(name, DATA_NAMES),
      );
    }
  }

  /** Handlebars looks for a block parameter wherever a path begins with its name, even behind an `@`. */
  private blockParameter(path: HbsPath): { frame: number; index: number } | undefined {
    const [name] = path.parts;
    if (name === undefined || path.depth > 0 || isScoped(path)) return undefined;
    const frame = this.names.findIndex((names) => names.includes(name));
    return frame < 0 ? undefined : { frame, index: this.names[frame]?.indexOf(name) ?? 0 };
  }

  private refuseHelper(name: string, at: Position): void {
    if (BLOCK_NAMES.some((block) => block === name)) {
      this.refuse(at, `\`${name}\` is a block; write \`{{#${name} …}}…{{/${name}}}\``);
      return;
    }
    this.refuse(at, `there is no helper \`${name}\``, nearestWord(name, HELPER_NAMES));
  }

  private tooDeep(at: Position): Expression {
    this.refuse(
      at,
      `expected blocks and brackets nested at most ${TEMPLATE_LIMITS.MAX_DEPTH} deep, got more`,
    );
    return NOTHING;
  }

  private refuse(at: Position, cause: string, suggestion?: string): void {
    const meant = suggestion === undefined ? '' : `; did you mean \`${suggestion}\`?`;
    this.problems.push(templateProblem(cause + meant, at, suggestion));
  }
}

/** The path of a call; a literal in its place is a name, as in `{{"odd name"}}`. */
function pathOf(source: { readonly path: HbsCall['path']; readonly loc: HbsLocation }): HbsPath | undefined {
  const { path } = source;
  if (path.type === 'PathExpression') return path;
  if (path.type === 'SubExpression') return undefined;
  const name = String(path.original);
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc: path.loc };
}

/** The one name of a path that could name a helper. */
function simpleName(path: HbsPath): string | undefined {
  return path.parts.length === 1 && path.depth === 0 && !isScoped(path) ? path.parts[0] : undefined;
}

/** Handlebars' own test for `this.x`, `./x` and `../x`; it also meets names that end in "this", and so must ours. */
function isScoped(path: HbsPath): boolean {
  return /^\.|this\b/.test(path.original);
}
