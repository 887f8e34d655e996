// How long to wait before looking again at runs that are still open. Pure.

/** The first look comes soon, because most runs end within seconds. */
const FIRST_MS = 1000;
const FACTOR = 1.6;
/** Waiting runs may wait for hours: looking more often than this would only cost calls. */
const LONGEST_MS = 30_000;

/** Milliseconds before look number `quiet + 1`, where `quiet` counts the looks since something last changed. */
export function pollDelayMs(quiet: number): number {
  return Math.min(LONGEST_MS, Math.round(FIRST_MS * FACTOR ** quiet));
}
