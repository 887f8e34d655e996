// How the gallery tells the test what reached it: every handler's arguments go to the resolver stub.

import { invoke } from '@forge/bridge';

/** A handler that reports its name and what it was called with. */
export function record(name: string): (...given: unknown[]) => void {
  return (...given) => void invoke('record', { name, given });
}
