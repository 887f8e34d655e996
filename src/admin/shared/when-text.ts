// A moment in words, in the reader's own time zone and language. Pure but for the browser's settings.

/** `21 Nov 2026, 21:16:05`; a text that is no time is shown as it is. */
export function whenText(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' }).format(time);
}

/** `1 Dec 2026`: the day of a date or of a moment. */
export function dayText(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(time);
}
