// Questions about presence that answer themselves: a name in place of a field, a field that is always there.

import type { Problem } from '../../result';
import { argumentPath } from '../argument-path';
import { inferKind } from './infer-kind';
import type { Operation } from '../is-logic';
import { lintWarning } from './lint-problem';
import type { LintScope } from './lint-scope';

/** Problems with `isMissing`, `isEmpty`, `!!` and `!`; none for other operators. */
export function lintPresence(operation: Operation, path: string, scope: LintScope): readonly Problem[] {
  const { operator, args } = operation;
  const [asked] = args;
  if (!['isMissing', 'isEmpty', '!!', '!'].includes(operator) || args.length !== 1) return [];
  const at = argumentPath(operation, path, 0);
  if (typeof asked === 'string' && scope.inside === 'facts') {
    const isField = scope.fields.has(asked) !== undefined;
    const message = `"${operator}" asks about the text ${JSON.stringify(asked)} itself, not about a field of that name`;
    return [lintWarning(at, message, isField ? { var: asked } : undefined)];
  }
  const kind = inferKind(asked, scope);
  if (operator !== 'isMissing' || kind.path === undefined || kind.optional || kind.type === 'any') return [];
  // Shown by an earlier clause, or carried by every event.
  return scope.inside === 'facts' && scope.fields.has(kind.path) !== undefined
    ? [lintWarning(at, `every event of this rule has "${kind.path}", so it is never missing`)]
    : [];
}
