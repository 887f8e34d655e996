// A list of short texts as one line that a person types, and back. Pure.

/** A placeholder is one piece although it may hold commas; else commas and line ends separate. */
const PIECES = /(?:\{\{[\s\S]*?\}\}|[^,\n])+/g;

/** `notes, {{lower space.key}}` → two texts; blanks around them and empty ones are dropped. */
export function parseListText(text: string): readonly string[] {
  return (text.match(PIECES) ?? []).map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** The texts as one line. */
export function formatListText(items: readonly string[]): string {
  return items.join(', ');
}
