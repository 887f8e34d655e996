// Formats an instant by a pattern of letters (the common part of Unicode's date field symbols), in English.
// It must give the same text on every machine, so it asks Intl only for numbers in a named zone and for nothing local.

import { err, ok } from '../result';
import type { Result } from '../result';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The moment as a clock in the zone shows it. */
interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offsetMinutes: number;
}

/** What each run of letters prints. */
const FIELDS: Readonly<Record<string, (clock: WallClock) => string>> = {
  yyyy: ({ year }) => pad(year, 4),
  yy: ({ year }) => pad(year % 100),
  MMMM: ({ month }) => MONTHS[month - 1] ?? '',
  MMM: ({ month }) => (MONTHS[month - 1] ?? '').slice(0, 3),
  MM: ({ month }) => pad(month),
  M: ({ month }) => String(month),
  dd: ({ day }) => pad(day),
  d: ({ day }) => String(day),
  EEEE: ({ weekday }) => DAYS[weekday] ?? '',
  EEE: ({ weekday }) => (DAYS[weekday] ?? '').slice(0, 3),
  HH: ({ hour }) => pad(hour),
  H: ({ hour }) => String(hour),
  hh: ({ hour }) => pad(hour % 12 || 12),
  h: ({ hour }) => String(hour % 12 || 12),
  mm: ({ minute }) => pad(minute),
  m: ({ minute }) => String(minute),
  ss: ({ second }) => pad(second),
  s: ({ second }) => String(second),
  a: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  XXX: ({ offsetMinutes }) => (offsetMinutes === 0 ? 'Z' : offsetText(offsetMinutes)),
};

/** The runs of letters that a format may have. */
export const DATE_FIELDS: readonly string[] = Object.keys(FIELDS);

/** Text in single quotes, a run of one letter, or anything else. */
const PIECE = /'(?<quoted>(?:[^']|'')*)'|(?<letters>([A-Za-z])\3*)|[^A-Za-z]/g;

/** Zones whose formatters are kept; making one takes longer than all the rest. */
const MAX_KEPT_ZONES = 32;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** `instantMs` by `format` in `zone`; the error says what the format has that no date can show. */
export function formatDate(instantMs: number, format: string, zone: string): Result<string, string> {
  const clock = wallClock(instantMs, zone);
  if (clock === undefined) return err('expected a date between the years 1 and 9999');
  const parts: string[] = [];
  for (const piece of format.matchAll(PIECE)) {
    const letters = piece.groups?.['letters'];
    const quoted = piece.groups?.['quoted'];
    if (letters !== undefined) {
      const field = Object.hasOwn(FIELDS, letters) ? FIELDS[letters] : undefined;
      if (field === undefined) {
        return err(
          `expected a format of ${DATE_FIELDS.join(', ')} and text in single quotes, got "${letters}"`,
        );
      }
      parts.push(field(clock));
    } else {
      // Two single quotes stand for one.
      parts.push(quoted === undefined ? piece[0] : quoted === '' ? "'" : quoted.replaceAll("''", "'"));
    }
  }
  return ok(parts.join(''));
}

/** Whether there is no time zone of that name. */
export function isUnknownZone(zone: string): boolean {
  return formatterOf(zone) === undefined;
}

function wallClock(instantMs: number, zone: string): WallClock | undefined {
  const formatter = formatterOf(zone);
  // A Date holds 8.64e15 ms either way; years of other than four digits would not fit the fields.
  if (formatter === undefined || !(instantMs >= Date.UTC(1, 0) && instantMs < Date.UTC(9999, 11, 31)))
    return undefined;
  const shown = new Map(formatter.formatToParts(instantMs).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => shown.get(type) ?? 0;
  const [year, month, day] = [part('year'), part('month'), part('day')];
  const [hour, minute, second] = [part('hour'), part('minute'), part('second')];
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  const offsetMinutes = Math.round((asUtc - Math.floor(instantMs / 1000) * 1000) / 60_000);
  return { year, month, day, hour, minute, second, offsetMinutes, weekday: new Date(asUtc).getUTCDay() };
}

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  const kept = formatters.get(zone);
  if (kept !== undefined) return kept;
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    if (formatters.size < MAX_KEPT_ZONES) formatters.set(zone, made);
    return made;
  } catch (error) {
    // Intl refuses an unknown zone by throwing a RangeError.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

function pad(number: number, width = 2): string {
  return String(number).padStart(width, '0');
}
