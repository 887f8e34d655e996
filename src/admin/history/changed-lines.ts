// The lines of a difference as a text to read: what changed, with a few lines around it. Pure.

import type { LineChange } from '../../core/history/diff-lines';

/** Lines shown before and after a change. */
const AROUND = 3;

/** A line each, with its sign; what is left out is a line of dots. */
export function changedLines(lines: readonly LineChange[]): string {
  const isNear = lines.map((_, index) =>
    lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ sign }) => sign !== ' '),
  );
  const shown: string[] = [];
  for (const [index, { sign, text }] of lines.entries()) {
    if (isNear[index] === true) shown.push(`${sign} ${text}`);
    else if (shown.at(-1) !== '  …') shown.push('  …');
  }
  return shown.join('\n');
}
