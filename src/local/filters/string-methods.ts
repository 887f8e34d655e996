// The methods of texts in filter expressions. No regular expressions: a filter must not be able to
// run for long on a long title.

import type { Method } from './methods';
import { numberArgument, textArgument } from './methods';
import { checkLength } from './step-budget';

export const STRING_METHODS: ReadonlyMap<string, Method<string>> = new Map<string, Method<string>>([
  ['includes', (text, values, call) => text.includes(textArgument(values, 0, call))],
  ['startsWith', (text, values, call) => text.startsWith(textArgument(values, 0, call))],
  ['endsWith', (text, values, call) => text.endsWith(textArgument(values, 0, call))],
  ['indexOf', (text, values, call) => text.indexOf(textArgument(values, 0, call))],
  ['toLowerCase', (text) => text.toLowerCase()],
  ['toUpperCase', (text) => text.toUpperCase()],
  ['trim', (text) => text.trim()],
  [
    'slice',
    (text, values, call) =>
      text.slice(numberArgument(values, 0, 0, call), numberArgument(values, 1, text.length, call)),
  ],
  [
    'split',
    (text, values, call) => {
      const parts = text.split(textArgument(values, 0, call));
      call.spend(parts.length);
      return parts;
    },
  ],
  [
    'replace',
    (text, values, call) => {
      // A function as replacement takes it literally: `$&` and its like have no meaning.
      const replacement = textArgument(values, 1, call);
      const replaced = text.replace(textArgument(values, 0, call), () => replacement);
      checkLength(replaced.length, call.location);
      return replaced;
    },
  ],
]);
