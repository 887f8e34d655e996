// Checks that the fields which a condition reads exist for the rule's events, and that they are read where they
// can be seen. An unknown field is a warning, for an event may carry more than the catalogue knows.

import type { Problem } from '../../result';
import { argumentPath } from '../argument-path';
import type { Operation } from '../is-logic';
import { lintWarning } from './lint-problem';
import { lookUp } from './lint-scope';
import type { LintScope } from './lint-scope';
import { nearestWord } from '../nearest-word';
import { LABELS_PATH } from '../own-operations';

/** Problems with the fields that `operation` names itself; its arguments are checked on their own. */
export function lintFields(operation: Operation, path: string, scope: LintScope): readonly Problem[] {
  const { operator, args } = operation;
  if (operator === 'var') return lintPath(args[0], argumentPath(operation, path, 0), scope);
  if (operator === 'hasLabel') return lintLabels(path, scope);
  if (operator !== 'missing' && operator !== 'missing_some') return [];
  const first = operator === 'missing' ? 0 : 1;
  const given = args[first];
  if (!Array.isArray(given)) {
    return args
      .slice(first)
      .flatMap((key, index) => lintPath(key, argumentPath(operation, path, first + index), scope));
  }
  return given.flatMap((key, index) =>
    lintPath(key, `${argumentPath(operation, path, first)}[${index}]`, scope),
  );
}

function lintPath(given: unknown, at: string, scope: LintScope): readonly Problem[] {
  if (typeof given !== 'string' || given === '') return [];
  if (scope.inside === 'reduce') return lintReducePath(given, at);
  const found = lookUp(given, scope);
  if (found === 'nothing-known') return scope.inside === 'element' ? lintElementPath(given, at, scope) : [];
  if (found !== 'unknown-field') return [];
  if (scope.inside === 'element') return [unknownElementField(given, at, scope)];
  const suggestion = suggestPath(given, scope.fields.paths());
  const meant = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
  return [
    lintWarning(
      at,
      `no event of this rule has the field "${given}", so it is always missing.${meant}`,
      suggestion,
    ),
  ];
}

/** The nearest path by spelling; else the one that has the word at its end (`title`, `content.title`). */
function suggestPath(word: string, paths: readonly string[]): string | undefined {
  const plain = paths.filter((path) => !path.includes('[]') && !path.includes('*'));
  const ending = plain.filter((path) => path.endsWith(`.${word}`)).sort((a, b) => a.length - b.length);
  return nearestWord(word, plain) ?? ending[0];
}

function lintReducePath(given: string, at: string): readonly Problem[] {
  const [first] = given.split('.');
  if (first === 'current' || first === 'accumulator') return [];
  return [
    lintWarning(
      at,
      `inside "reduce" only "current" and "accumulator" can be seen, so "${given}" is always missing`,
    ),
  ];
}

/** Where nothing is known of the elements, reading what is a field of the event is a mistake all the same. */
function lintElementPath(given: string, at: string, scope: LintScope): readonly Problem[] {
  if (scope.fields.has(given) === undefined || !given.includes('.')) return [];
  return [
    lintWarning(
      at,
      `inside a list only the element can be seen, so this reads "${given}" of the element, not of the event. Compare with the event's field outside the list.`,
    ),
  ];
}

function unknownElementField(given: string, at: string, scope: LintScope): Problem {
  const prefix = `${scope.list ?? ''}[].`;
  const known = scope.fields
    .paths()
    .flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : []));
  const suggestion = nearestWord(given, known);
  const meant = suggestion === undefined ? `It has ${known.join(', ')}.` : `Did you mean "${suggestion}"?`;
  return lintWarning(at, `an element of "${scope.list ?? ''}" has no field "${given}". ${meant}`, suggestion);
}

function lintLabels(path: string, scope: LintScope): readonly Problem[] {
  if (scope.inside !== 'facts' || scope.fields.has(LABELS_PATH) !== undefined) return [];
  return [
    lintWarning(
      `${path}.hasLabel`,
      'no event of this rule is about content with labels, so this is always false',
    ),
  ];
}
