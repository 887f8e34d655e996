// The helper `date`: an instant in words, in a format and a zone. It must not know the present; `@now` is a value.

import { toText } from '../markup';
import { HelperError } from '../template-failure';
import { formatDate, isUnknownZone } from '../date-format';
import { parseInstant } from '../parse-instant';
import { describe } from './text-helpers';
import type { Helper } from './helper';

const DEFAULT_FORMAT = 'yyyy-MM-dd';

export const date: Helper = {
  args: [1, 2],
  options: ['zone'],
  toleratesMissing: false,
  summary: 'A date in a format (`yyyy-MM-dd` unless named) and a `zone` (UTC unless named).',
  call([value, format], options, environment) {
    const text = toText(value);
    const instantMs = typeof value === 'number' ? value : parseInstant(text);
    // Data that is no date is shown as it is: the author sees what came, and the step still runs.
    if (instantMs === undefined) return text;
    const zone = options['zone'] === undefined ? environment.timeZone : toText(options['zone']);
    if (isUnknownZone(zone))
      throw new HelperError(`\`date\` expected a time zone such as "Europe/Berlin", got ${describe(zone)}`);
    const formatted = formatDate(instantMs, format === undefined ? DEFAULT_FORMAT : toText(format), zone);
    if (!formatted.ok) throw new HelperError(`\`date\` ${formatted.error}`);
    return formatted.value;
  },
};
