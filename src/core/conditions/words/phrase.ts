// An expression inside a clause in words: the things that are compared. Clauses themselves are predicate.ts's.

import { asOperation } from '../is-logic';
import type { Operation } from '../is-logic';
import { isWholePath } from '../read-path';
import { showItems, showText, showValue } from './show-value';

/** How a path is called: the path itself, or a field's plain name. */
export type NameOf = (path: string) => string;

/** What a clause with a body, such as `some`, calls the fields of its element. */
export const nameInElement: NameOf = (path) => (path === '' ? 'it' : `its ${path}`);

const INFIX: ReadonlyMap<string, string> = new Map([
  ['+', 'plus'],
  ['-', 'minus'],
  ['*', 'times'],
  ['/', 'divided by'],
  ['%', 'modulo'],
  ['cat', 'followed by'],
  ['merge', 'joined with'],
]);

/** `content.title`, `"Budget"`, `5`, `"a", "b"`, `size plus 1`. */
export function phrase(logic: unknown, nameOf: NameOf): string {
  if (typeof logic === 'string') return showText(logic);
  if (logic === null || logic === undefined) return 'nothing';
  if (Array.isArray(logic)) {
    return logic.length === 0 ? 'an empty list' : showItems(logic.map((item) => phrase(item, nameOf)));
  }
  const operation = asOperation(logic);
  return operation === undefined ? showValue(logic) : phraseOperation(operation, nameOf);
}

/** A field's name, with what stands in for it when it is absent. */
function phraseField([path, fallback]: readonly unknown[], nameOf: NameOf): string {
  if (typeof path === 'object' && path !== null) return `the field named by ${phrase(path, nameOf)}`;
  const name = nameOf(isWholePath(path) ? '' : String(path));
  const shown = name === '' ? 'everything' : name;
  return fallback === undefined || fallback === null ? shown : `${shown} (or ${phrase(fallback, nameOf)})`;
}

function phraseOperation({ operator, args }: Operation, nameOf: NameOf): string {
  const parts = args.map((argument) => phrase(argument, nameOf));
  const [first = 'nothing', second = 'nothing', third] = parts;
  if (operator === 'var') return phraseField(args, nameOf);
  const infix = INFIX.get(operator);
  if (infix !== undefined && args.length > 1) return parts.join(` ${infix} `);
  switch (operator) {
    case '-':
      return `minus ${first}`;
    case '+':
      return `${first} as a number`;
    case 'cat':
      return `${first} as text`;
    case 'min':
      return `the smallest of ${parts.join(', ')}`;
    case 'max':
      return `the largest of ${parts.join(', ')}`;
    case 'substr':
      return third === undefined
        ? `${first} from character ${second} on`
        : `${third} characters of ${first} from ${second} on`;
    case 'filter':
      return `the elements of ${first} that fit`;
    case 'map':
      return `${second.replace(/^its /, 'the ')} of each of ${first}`;
    case 'missing':
      return `the missing ones of ${parts.join(', ')}`;
    default:
      return `${operator}(${parts.join(', ')})`;
  }
}
