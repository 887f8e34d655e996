// A span of time as a number and a unit, for two fields side by side. It must not decide what a span means:
// parse-date.ts does.

/** The units to choose from. */
export const SPAN_UNITS = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const;
export type SpanUnit = (typeof SPAN_UNITS)[number];

const SPELLINGS: ReadonlyMap<string, SpanUnit> = new Map(
  Object.entries({
    m: 'minutes',
    min: 'minutes',
    minute: 'minutes',
    h: 'hours',
    hour: 'hours',
    d: 'days',
    day: 'days',
    w: 'weeks',
    week: 'weeks',
    month: 'months',
    y: 'years',
    year: 'years',
  }),
);

/** `30d` → 30 days; undefined for a text that is not of this form, which is then edited as text. */
export function readSpan(text: string): { readonly amount: string; readonly unit: SpanUnit } | undefined {
  const match = /^(\d+(?:\.\d+)?)? *([a-z]*)$/i.exec(text.trim());
  const written = (match?.[2] ?? '').toLowerCase();
  const unit = SPAN_UNITS.find((known) => known === written) ?? SPELLINGS.get(written);
  return match === null || unit === undefined ? undefined : { amount: match[1] ?? '', unit };
}

/** `30 days` */
export function writeSpan(amount: string, unit: SpanUnit): string {
  return `${amount.trim()} ${unit}`.trim();
}
