// Turns the expressions of Handlebars' tree into ours: resolves each name to a helper, a block parameter, data behind
// an `@` or a field, as Handlebars' compiler does, and refuses what the language does not have.
// It must not stop at the first problem.

import { nearestWord } from '../conditions/nearest-word';
import { BLOCK_NAMES, DATA_NAMES, HELPER_NAMES, HELPERS, isHelperName } from './helpers/helper-table';
import { TEMPLATE_LIMITS } from './template';
import { isScoped, pathOf, simpleName } from './template-names';
import { positionOf, templateProblem } from './template-problem';
import type { HbsCall, HbsExpression, HbsMustache, HbsPath } from './handlebars-parser';
import type { HelperName } from './helpers/helper-table';
import type { CallExpression, Expression, Position } from './template';
import type { TemplateProblem } from './template-problem';

/** Stands where an expression was refused. */
export const NOTHING: Expression = { kind: 'literal', value: undefined };

/** Builds expressions within the names that the programs around them give. */
export class ExpressionBuilder {
  readonly problems: TemplateProblem[] = [];
  /** Whether a path that was built starts in an outer scope. */
  readsParents = false;
  /** The block parameters of each enclosing program, innermost first. */
  private names: readonly (readonly string[])[] = [];
  private brackets = 0;

  /** Builds what `build` builds inside a program with these block parameters. */
  inProgram<T>(names: readonly string[], build: () => T): T {
    const outer = this.names;
    this.names = [names, ...outer];
    const built = build();
    this.names = outer;
    return built;
  }

  /** The value that a mustache prints. */
  mustache(statement: HbsMustache): Expression {
    const at = positionOf(statement.loc.start);
    if (!statement.escaped) {
      this.refuse(
        at,
        'values are always escaped, so `{{{ }}}` and `{{& }}` are not supported; write `{{ }}`',
      );
    }
    const path = pathOf(statement);
    if (path === undefined) return this.refuse(at, 'a call in brackets cannot stand as a name');
    const isParameter = this.isParameter(path);
    const hasArguments = statement.params.length > 0 || statement.hash !== undefined;
    const name = simpleName(path);
    if (!hasArguments && (isParameter || name === undefined || !isHelperName(name))) return this.path(path);
    if (isParameter) {
      return this.refuse(at, `\`${path.original}\` is a block parameter here, and takes no arguments`);
    }
    return this.call(statement, path, at);
  }

  /** The value of an argument. */
  expression(source: HbsExpression): Expression {
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

  path(source: HbsPath): Expression {
    const at = positionOf(source.loc.start);
    const parameter = this.parameter(source);
    if (parameter !== undefined) {
      return { kind: 'block-param', ...parameter, parts: source.parts.slice(1), source: source.original, at };
    }
    if (source.data) this.checkData(source, at);
    if (source.depth > 0) this.readsParents = true;
    const { data, depth, parts, original } = source;
    return { kind: 'path', data: data && parts.length > 0, up: depth, parts, source: original, at };
  }

  /** The `name=value` pairs of a call; `known` are the names it may have. */
  options(source: HbsCall, name: string, known: readonly string[]): CallExpression['options'] {
    return (source.hash?.pairs ?? []).map((pair) => {
      if (!known.includes(pair.key)) {
        const has = known.length === 0 ? 'it has none' : `it has ${known.join(', ')}`;
        const cause = `\`${name}\` has no option \`${pair.key}\`; ${has}`;
        this.refuse(positionOf(pair.loc.start), cause, nearestWord(pair.key, known));
      }
      return { name: pair.key, value: this.expression(pair.value) };
    });
  }

  /** Whether a path is, or begins with, the name of a block parameter. */
  isParameter(path: HbsPath): boolean {
    return this.parameter(path) !== undefined;
  }

  /** Reports a problem, with what was probably meant; answers what stands in its place. */
  refuse(at: Position, cause: string, suggestion?: string): Expression {
    const meant = suggestion === undefined ? '' : `; did you mean \`${suggestion}\`?`;
    this.problems.push(templateProblem(cause + meant, at, suggestion));
    return NOTHING;
  }

  private call(source: HbsCall, path: HbsPath, at: Position): Expression {
    const helper = simpleName(path);
    if (helper === undefined || !isHelperName(helper)) return this.refuseHelper(helper ?? path.original, at);
    this.checkCount(helper, source.params.length, at);
    const args = source.params.map((parameter) => this.expression(parameter));
    const options = this.options(source, helper, HELPERS[helper].options);
    const written = options.map((option) => [option.name, writtenValue(option.value)] as const);
    const refusal = HELPERS[helper].refuses?.(args.map(writtenValue), Object.fromEntries(written));
    if (refusal !== undefined) this.refuse(at, `\`${helper}\` ${refusal}`);
    return { kind: 'call', helper, args, options, at };
  }

  private checkCount(helper: HelperName, given: number, at: Position): void {
    const [least, most] = HELPERS[helper].args;
    if (given >= least && given <= most) return;
    const wanted = least === most ? String(least) : `${least} to ${most}`;
    const hint = given === 0 ? `; a field of this name is \`this.${helper}\`` : '';
    this.refuse(
      at,
      `\`${helper}\` expects ${wanted} ${most === 1 ? 'argument' : 'arguments'}, got ${given}${hint}`,
    );
  }

  private subexpression(source: HbsCall): Expression {
    const at = positionOf(source.loc.start);
    const path = pathOf(source);
    if (path === undefined || this.isParameter(path)) {
      return this.refuse(at, 'brackets expect the name of a helper first');
    }
    // parseTemplate has looked already; this is what keeps the recursion here safe by itself.
    if (++this.brackets > TEMPLATE_LIMITS.MAX_DEPTH) return this.refuse(at, 'brackets are nested too deep');
    const call = this.call(source, path, at);
    this.brackets--;
    return call;
  }

  private checkData(source: HbsPath, at: Position): void {
    const [name = ''] = source.parts;
    if (DATA_NAMES.some((known) => known === name)) return;
    const cause = `there is no \`@${name}\`; there are @${DATA_NAMES.join(', @')}`;
    this.refuse(at, cause, nearestWord(name, DATA_NAMES));
  }

  /** Handlebars looks for a block parameter wherever a path begins with its name, even behind an `@`. */
  private parameter(path: HbsPath): { frame: number; index: number } | undefined {
    const [name] = path.parts;
    if (name === undefined || path.depth > 0 || isScoped(path)) return undefined;
    const frame = this.names.findIndex((names) => names.includes(name));
    return frame < 0 ? undefined : { frame, index: this.names[frame]?.indexOf(name) ?? 0 };
  }

  private refuseHelper(name: string, at: Position): Expression {
    if (BLOCK_NAMES.some((block) => block === name)) {
      return this.refuse(at, `\`${name}\` is a block; write \`{{#${name} …}}…{{/${name}}}\``);
    }
    return this.refuse(at, `there is no helper \`${name}\``, nearestWord(name, HELPER_NAMES));
  }
}

/** The value of an argument that the author wrote down; undefined for what only the data will tell. */
function writtenValue(expression: Expression): unknown {
  return expression.kind === 'literal' ? expression.value : undefined;
}
