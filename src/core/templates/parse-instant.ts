// Reads the ways in which Confluence writes a moment. It must not depend on the zone of the machine, as Date.parse does
// for text without an offset: such text is taken as UTC.

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;

/** Milliseconds since 1970 of `2026-03-01`, `2026-03-01T10:00:00.000Z`, `…+0100` or of digits that are such milliseconds. */
export function parseInstant(text: string): number | undefined {
  if (/^\d{11,14}$/.test(text)) return Number(text);
  const match = ISO.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', offset = 'Z'] = match;
  const millis = Math.floor(Number(`0.${fraction}`) * 1000);
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    millis,
  );
  // Date.UTC carries a thirteenth month or a 30 February over; such text is no date.
  if (new Date(local).toISOString().slice(0, 10) !== `${year ?? ''}-${month ?? ''}-${day ?? ''}`)
    return undefined;
  return local - offsetMs(offset);
}

function offsetMs(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0;
  const sign = offset.startsWith('-') ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))) * 60_000;
}
