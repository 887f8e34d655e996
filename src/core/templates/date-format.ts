// Formats an instant by a pattern of letters (the common part of Unicode's date field symbols), in English.
// It must give the same text on every machine, so it asks Intl only for numbers in a named zone and for nothing local.

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

/** Years of other than four digits would not fit the fields, and Date.UTC takes years below 100 for the last century's. */
const FIRST_MS = Date.parse('0100-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-01-01T00:00:00Z');

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

/** `instantMs` by `format` in `zone`; undefined for a year before 100 or after 9998, or where the format is unknown. */
export function formatDate(instantMs: number, format: string, zone: string): string | undefined {
  const clock = wallClock(instantMs, zone);
  if (clock === undefined || unknownDateField(format) !== undefined) return undefined;
  return Array.from(format.matchAll(PIECE), (piece) => printPiece(piece, clock)).join('');
}

/** The first run of letters in `format` that is no field; undefined for a format that can be used. */
export function unknownDateField(format: string): string | undefined {
  const runs = Array.from(format.matchAll(PIECE), (piece) => piece.groups?.['letters']);
  return runs.find((letters) => letters !== undefined && !Object.hasOwn(FIELDS, letters));
}

function printPiece(piece: RegExpMatchArray, clock: WallClock): string {
  const field = FIELDS[piece.groups?.['letters'] ?? ''];
  if (field !== undefined) return field(clock);
  const quoted = piece.groups?.['quoted'];
  if (quoted === undefined) return piece[0];
  // Two single quotes stand for one.
  return quoted === '' ? "'" : quoted.replaceAll("''", "'");
}

/** Whether there is no time zone of that name. */
export function isUnknownZone(zone: string): boolean {
  return formatterOf(zone) === undefined;
}

function wallClock(instantMs: number, zone: string): WallClock | undefined {
  if (!(instantMs >= FIRST_MS && instantMs < LAST_MS)) return undefined;
  const offsetMs = zone === 'UTC' ? 0 : offsetOf(instantMs, zone);
  if (offsetMs === undefined) return undefined;
  const shown = new Date(instantMs + offsetMs);
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    weekday: shown.getUTCDay(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    offsetMinutes: Math.round(offsetMs / 60_000),
  };
}

/** How far clocks in the zone are ahead of UTC at that moment. */
function offsetOf(instantMs: number, zone: string): number | undefined {
  const parts = formatterOf(zone)?.formatToParts(instantMs);
  if (parts === undefined) return undefined;
  const shown = new Map(parts.map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => shown.get(type) ?? 0;
  const day = Date.UTC(part('year'), part('month') - 1, part('day'));
  const asUtc = day + ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1000;
  return asUtc - Math.floor(instantMs / 1000) * 1000;
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
