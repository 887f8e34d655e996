// Which problems of a condition stand beside which clause: each at the innermost clause that holds it. Pure.

import type { Problem } from '../../../core/result';
import { words } from '../../wording';
import { isWithin } from '../problems';
import type { ConditionDraft } from '../condition-draft';
import type { ClauseProps } from './condition-props';

/** For each clause its own problems; after an attempt to save, also that it is not filled in. */
export function clauseProblems(
  condition: ConditionDraft,
  paths: ReadonlyMap<number, string>,
  problems: readonly Problem[],
  attempted: boolean,
): ClauseProps['problemsAt'] {
  const owners = problems.map((problem) => ({ problem, owner: ownerOf(problem.path, paths) }));
  return (key) => {
    const path = paths.get(key) ?? 'if';
    const own = owners.filter(({ owner }) => owner === key).map(({ problem }) => problem);
    const gap = attempted && condition.gaps.includes(key);
    return {
      path,
      problems: gap ? [{ path, level: 'error', message: words.condition.gap }, ...own] : own,
    };
  };
}

/** The clause with the longest path around `path`; of two with the same path the inner one, which comes later. */
function ownerOf(path: string, paths: ReadonlyMap<number, string>): number | undefined {
  let owner: number | undefined;
  let length = -1;
  for (const [key, at] of paths) {
    if (isWithin(path, at) && at.length >= length) [owner, length] = [key, at.length];
  }
  return owner;
}
