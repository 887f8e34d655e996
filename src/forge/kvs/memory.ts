// What stores may keep in memory: by installation, because one warm process serves several, and for so long.

import { getAppContext } from '@forge/api';

/** How long a copy is used without asking whether it is still the newest; a change is seen everywhere within it. */
const MEMORY_SECONDS = 20;

export function installationKey(): string {
  return getAppContext().installationAri.toString();
}

/** Whether a copy that was checked at this time may be used unasked. */
export function isFresh(checkedAtMs: number): boolean {
  return Date.now() - checkedAtMs < MEMORY_SECONDS * 1000;
}
