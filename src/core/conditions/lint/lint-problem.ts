// Makes the problems of the condition's linter. It must not decide what is one.

import type { Problem } from '../../result';

/** A problem that refuses. */
export function lintError(path: string, message: string): Problem {
  return { path, level: 'error', message };
}

/** A problem that asks. A `suggestion` that is not a text is JSON to be put in place of what stands at `path`. */
export function lintWarning(path: string, message: string, suggestion?: unknown): Problem {
  const problem: Problem = { path, level: 'warning', message };
  if (suggestion === undefined) return problem;
  return { ...problem, suggestion: typeof suggestion === 'string' ? suggestion : JSON.stringify(suggestion) };
}
