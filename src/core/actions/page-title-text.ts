// Titles as Confluence takes them. It must not know which are taken.

/** Confluence refuses longer titles. */
const MAX_TITLE_LENGTH = 255;

/** How many numbered titles are tried before an action gives up. */
const MAX_NUMBERED_TITLES = 20;

/** `line` cut to what Confluence takes. */
export function toTitle(line: string): string {
  return line.slice(0, MAX_TITLE_LENGTH).trim();
}

/** `title`, then, when a title may be made unique, `title (2)`, `title (3)` and so on. */
export function titleCandidates(title: string, unique: boolean): readonly string[] {
  if (!unique) return [title];
  const numbered = Array.from({ length: MAX_NUMBERED_TITLES - 1 }, (_, index) => {
    const suffix = ` (${index + 2})`;
    return `${title.slice(0, MAX_TITLE_LENGTH - suffix.length)}${suffix}`;
  });
  return [title, ...numbered];
}
