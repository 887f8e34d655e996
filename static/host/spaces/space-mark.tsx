// The coloured square with a space's first letter.

const MARK_COLOURS = [
  'var(--ds-background-accent-blue-bolder)',
  'var(--ds-background-accent-purple-bolder)',
  'var(--ds-background-accent-teal-bolder)',
  'var(--ds-background-accent-green-bolder)',
  'var(--ds-background-accent-magenta-bolder)',
];

/** The mark of a space. */
export function SpaceMark(props: { readonly spaceKey: string; readonly isLarge?: boolean }) {
  const letters = props.spaceKey.replace(/^~/u, '').slice(0, 1).toUpperCase();
  const background = MARK_COLOURS[(props.spaceKey.codePointAt(0) ?? 0) % MARK_COLOURS.length];
  return (
    <span
      className={props.isLarge === true ? 'space-mark is-large' : 'space-mark'}
      style={{ background }}
      aria-hidden="true"
    >
      {letters}
    </span>
  );
}
