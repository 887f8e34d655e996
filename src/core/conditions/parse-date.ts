// Dates and spans of time in conditions. It must not read a clock, and must not guess at a time zone: a date
// without one is UTC, so that a rule means the same wherever it runs.

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 60 * MS_PER_MINUTE;
const MS_PER_DAY = 24 * MS_PER_HOUR;

/** Months and years are taken as 30 and 365 days: a span must not depend on where it starts. */
const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ...['m', 'min', 'minute', 'minutes'].map((unit) => [unit, MS_PER_MINUTE] as const),
  ...['h', 'hour', 'hours'].map((unit) => [unit, MS_PER_HOUR] as const),
  ...['d', 'day', 'days'].map((unit) => [unit, MS_PER_DAY] as const),
  ...['w', 'week', 'weeks'].map((unit) => [unit, 7 * MS_PER_DAY] as const),
  ...['month', 'months'].map((unit) => [unit, 30 * MS_PER_DAY] as const),
  ...['y', 'year', 'years'].map((unit) => [unit, 365 * MS_PER_DAY] as const),
]);

const ISO_DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

const SPAN = /^(\d{1,6}(?:\.\d{1,3})?) ?([a-z]+)$/;

/**
 * Epoch milliseconds of an ISO 8601 date or date and time; a number is taken as epoch milliseconds already.
 * Undefined for anything else.
 */
export function parseDate(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const parts = ISO_DATE.exec(value);
  if (parts === null) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const midnight = Date.UTC(year, month - 1, day);
  // Date.UTC carries 31 February over into March; such a date is no date.
  if (new Date(midnight).getUTCMonth() !== month - 1 || day === 0) return undefined;
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined;
  const offset = zoneOffsetMs(parts[8]);
  if (offset === undefined) return undefined;
  const fraction = Number(`0.${parts[7] ?? '0'}`);
  const timeMs = (hour ?? 0) * MS_PER_HOUR + (minute ?? 0) * MS_PER_MINUTE + (second ?? 0) * 1000;
  return midnight + timeMs + Math.floor(fraction * 1000) - offset;
}

/** Milliseconds of a span such as `30d`, `12 hours`, `2 weeks`; undefined for anything else. */
export function parseSpan(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const parts = SPAN.exec(value.trim().toLowerCase());
  const unitMs = UNIT_MS.get(parts?.[2] ?? '');
  return unitMs === undefined ? undefined : Number(parts?.[1]) * unitMs;
}

function zoneOffsetMs(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * MS_PER_HOUR + minutes * MS_PER_MINUTE);
}
