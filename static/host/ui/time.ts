// Times in words. Pure: what "now" is comes from the caller.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "just now", "5 minutes ago", "in 2 hours", or a date when further away than a week. */
export function relativeTime(atMs: number, nowMs: number): string {
  const distance = nowMs - atMs;
  const size = Math.abs(distance);
  if (size < MINUTE_MS / 2 && distance >= 0) return 'just now';
  if (size >= 7 * DAY_MS) return dayText(atMs);
  const words =
    size < MINUTE_MS
      ? counted(Math.round(size / 1000), 'second')
      : size < HOUR_MS
        ? counted(Math.round(size / MINUTE_MS), 'minute')
        : size < DAY_MS
          ? counted(Math.round(size / HOUR_MS), 'hour')
          : counted(Math.round(size / DAY_MS), 'day');
  return distance >= 0 ? `${words} ago` : `in ${words}`;
}

/** A day such as "Nov 21, 2026". */
function dayText(atMs: number): string {
  return new Date(atMs).toLocaleDateString('en-US', { year: 'numeric', month: 'short', day: 'numeric' });
}

/** A time of day with seconds, such as "14:03:09". */
export function clockText(atMs: number): string {
  return new Date(atMs).toLocaleTimeString('en-GB');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
