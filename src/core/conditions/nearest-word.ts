// Finds what was probably meant by a word that does not exist: the nearest by edits. It must not suggest
// words that merely share a few letters.

/**
 * The candidate that needs the fewest edits (insert, delete, replace, swap of neighbours) to become `word`,
 * or undefined when even that needs more than one edit in three letters. Letter case costs nothing.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const most = Math.floor(word.length / 3);
  let nearest: string | undefined;
  let fewest = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const edits = countEdits(word.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) [nearest, fewest] = [candidate, edits];
  }
  return nearest;
}

/** Edits with adjacent swaps (optimal string alignment). */
function countEdits(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const replaced = (last[column - 1] ?? 0) + (same ? 0 : 1);
      const removed = (last[column] ?? 0) + 1;
      const inserted = (current[column - 1] ?? 0) + 1;
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Infinity;
      current.push(Math.min(replaced, removed, inserted, swapped));
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? Infinity;
}
