// The helper `date`: an instant in words, in a format and a zone. It must not know the present; `@now` is a value.

import { toText } from '../markup';
import { HelperError } from '../template-failure';
import { DATE_FIELDS, formatDate, isUnknownZone, unknownDateField } from '../date-format';
import { parseInstant } from '../parse-instant';
import { describe } from './text-helpers';
import type { Helper } from './helper';

const DEFAULT_FORMAT = 'yyyy-MM-dd';

/** A date in a zone takes as long as going through so much text, the more so in a zone that is new. */
const CHARGED_CHARACTERS = 20_000;

export const date: Helper = {
  args: [1, 2],
  options: ['zone'],
  toleratesMissing: false,
  summary: 'A date in a format (`yyyy-MM-dd` unless named) and a `zone` (UTC unless named).',
  refuses([, format], { zone }) {
    const wrongFormat = typeof format === 'string' ? refuseFormat(format) : undefined;
    return wrongFormat ?? (typeof zone === 'string' ? refuseZone(zone) : undefined);
  },
  call([value, format], options, environment) {
    environment.charge(CHARGED_CHARACTERS);
    const text = toText(value);
    const instantMs = typeof value === 'number' ? value : parseInstant(text);
    const zone = options['zone'] === undefined ? environment.timeZone : toText(options['zone']);
    const pattern = format === undefined ? DEFAULT_FORMAT : toText(format);
    const refusal = refuseFormat(pattern) ?? refuseZone(zone);
    if (refusal !== undefined) throw new HelperError(`\`date\` ${refusal}`);
    // Data that is no date is shown as it is: the author sees what came, and the step still runs.
    return instantMs === undefined ? text : (formatDate(instantMs, pattern, zone) ?? text);
  },
};

function refuseFormat(format: string): string | undefined {
  const field = unknownDateField(format);
  if (field === undefined) return undefined;
  return `expects a format of ${DATE_FIELDS.join(', ')} and text in single quotes, got ${describe(field)}`;
}

function refuseZone(zone: string): string | undefined {
  return isUnknownZone(zone)
    ? `expects a time zone such as "Europe/Berlin", got ${describe(zone)}`
    : undefined;
}
