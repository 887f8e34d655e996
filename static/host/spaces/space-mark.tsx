// The coloured square with a space's first letter.

import type { Space } from '../api/content';

const MARK_COLOURS = [
  'var(--ds-background-accent-blue-bolder)',
  'var(--ds-background-accent-purple-bolder)',
  'var(--ds-background-accent-teal-bolder)',
  'var(--ds-background-accent-green-bolder)',
  'var(--ds-background-accent-magenta-bolder)',
];

/** The mark of a space. */
export function SpaceMark({ space, isLarge = false }: { readonly space: Space; readonly isLarge?: boolean }) {
  const letters = space.name.slice(0, 1).toUpperCase();
  const sum = Array.from(space.key).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const background = MARK_COLOURS[sum % MARK_COLOURS.length];
  return (
    <span
      className={isLarge ? 'space-mark is-large' : 'space-mark'}
      style={{ background }}
      aria-hidden="true"
    >
      {letters}
    </span>
  );
}
