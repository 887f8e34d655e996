// What is different between two texts, line by line: the longest common lines stay, the rest goes or comes.
// It must not know what the texts are.

export interface LineChange {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** Beyond so many cells the middle is told as all gone and all new, not worked out. */
const MAX_CELLS = 4_000_000;

/** From `before` to `after`; with removed lines before the added ones that take their place. */
export function diffLines(before: string, after: string): readonly LineChange[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const start = commonLength(old, now, (lines, index) => lines[index]);
  const end = Math.min(
    commonLength(old, now, (lines, index) => lines[lines.length - 1 - index]),
    Math.min(old.length, now.length) - start,
  );
  return [
    ...signed(' ', old.slice(0, start)),
    ...diffMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...signed(' ', old.slice(old.length - end)),
  ];
}

function diffMiddle(old: readonly string[], now: readonly string[]): readonly LineChange[] {
  if (old.length * now.length > MAX_CELLS) return [...signed('-', old), ...signed('+', now)];
  const common = commonTable(old, now);
  const lines: LineChange[] = [];
  let [at, to] = [0, 0];
  while (at < old.length || to < now.length) {
    if (at < old.length && to < now.length && old[at] === now[to]) {
      lines.push({ sign: ' ', text: old[at] ?? '' });
      [at, to] = [at + 1, to + 1];
    } else if (
      to >= now.length ||
      (at < old.length && length(common, at + 1, to) >= length(common, at, to + 1))
    ) {
      lines.push({ sign: '-', text: old[at++] ?? '' });
    } else {
      lines.push({ sign: '+', text: now[to++] ?? '' });
    }
  }
  return lines;
}

/** How many lines are common from each pair of positions on. */
function commonTable(old: readonly string[], now: readonly string[]): readonly Uint32Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let at = old.length - 1; at >= 0; at--) {
    for (let to = now.length - 1; to >= 0; to--) {
      const row = rows[at];
      if (row === undefined) continue;
      row[to] =
        old[at] === now[to]
          ? length(rows, at + 1, to + 1) + 1
          : Math.max(length(rows, at + 1, to), length(rows, at, to + 1));
    }
  }
  return rows;
}

function length(rows: readonly Uint32Array[], at: number, to: number): number {
  return rows[at]?.[to] ?? 0;
}

function commonLength(
  old: readonly string[],
  now: readonly string[],
  line: (lines: readonly string[], index: number) => string | undefined,
): number {
  const most = Math.min(old.length, now.length);
  let count = 0;
  while (count < most && line(old, count) === line(now, count)) count++;
  return count;
}

function signed(sign: LineChange['sign'], lines: readonly string[]): readonly LineChange[] {
  return lines.map((text) => ({ sign, text }));
}
