// How long something waited, in words. Pure.

import { words } from '../wording';

const { units } = words.common;

const SECOND_MS = 1000;
const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;

/** `2 min 5 s`; undefined for less than a second. */
export function waitText(ms: number): string | undefined {
  if (!(ms >= SECOND_MS)) return undefined;
  const seconds = Math.round(ms / SECOND_MS);
  if (seconds < MINUTE_SECONDS) return `${seconds} ${units.seconds}`;
  if (seconds < HOUR_SECONDS)
    return parts(
      Math.floor(seconds / MINUTE_SECONDS),
      units.minutes,
      seconds % MINUTE_SECONDS,
      units.seconds,
    );
  const minutes = Math.round(seconds / MINUTE_SECONDS);
  return parts(Math.floor(minutes / MINUTE_SECONDS), units.hours, minutes % MINUTE_SECONDS, units.minutes);
}

function parts(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
