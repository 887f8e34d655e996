// Which problems stand beside which field. Pure.

import type { Problem } from '../../core/result';

/** Problems of one rule with paths from that rule: `rules[0].then[1].as` becomes `then[1].as`. */
export function toRulePaths(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({
    ...problem,
    path: problem.path.replace(/^(?:rules?(?:\[\d+\])?(?:\.|$))/, ''),
  }));
}

/** True when `path` is the field or something inside it. */
export function isWithin(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`);
}

/** The problems of a field and of everything inside it. */
export function problemsOf(problems: readonly Problem[], field: string): readonly Problem[] {
  return problems.filter((problem) => isWithin(problem.path, field));
}

/** The problems that stand at none of these fields. */
export function problemsElsewhere(
  problems: readonly Problem[],
  fields: readonly string[],
): readonly Problem[] {
  return problems.filter((problem) => !fields.some((field) => isWithin(problem.path, field)));
}

/** Whether anything here refuses. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.level === 'error');
}
