// `rules -- lint FILE…`: every problem with its path. Exit code 1 if there is an error.

import { checkRule } from '../../core/rules/check-rule';
import { parseRuleSet } from '../../core/rules/parse-rule-set';
import { findConflicts } from '../../core/rules/rule-graph';
import { readText } from '../command';
import { describeProblem } from './read-rules';
import type { Problem } from '../../core/result';
import type { ExitCode } from '../command';

export async function lint(files: readonly string[], json: boolean): Promise<ExitCode> {
  const problems: (Problem & { readonly file: string })[] = [];
  for (const file of files) {
    problems.push(...problemsIn(await readText(file)).map((problem) => ({ file, ...problem })));
  }
  if (json) console.log(JSON.stringify({ problems }));
  else print(files, problems);
  return problems.some(({ level }) => level === 'error') ? 1 : 0;
}

function problemsIn(text: string): readonly Problem[] {
  const parsed = parseRuleSet(text);
  if (!parsed.ok) return parsed.error;
  const { rules } = parsed.value;
  const conflicts = findConflicts(rules, Date.now()).map(({ message }) => ({
    path: 'rules',
    level: 'warning' as const,
    message,
  }));
  return [
    ...rules.flatMap((rule, index) =>
      checkRule(rule).map((problem) => ({ ...problem, path: `rules[${index}].${problem.path}` })),
    ),
    ...conflicts,
  ];
}

function print(files: readonly string[], problems: readonly (Problem & { readonly file: string })[]): void {
  for (const file of files) {
    const own = problems.filter((problem) => problem.file === file);
    console.log(
      own.length === 0 ? `${file}: no problems` : [`${file}:`, ...own.map(describeProblem)].join('\n'),
    );
  }
}
