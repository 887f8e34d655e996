// What the parts of the host agree on. Each service gets these and nothing else; none reads the time itself.

import type { JsonObject } from '../core/json';

/** The one clock of the host: real, or stepped by a test. */
export interface HostClock {
  nowMs(): number;
  /** Calls `work` once at `atMs` of host time (at once when that is past); returns the cancellation. */
  at(atMs: number, work: () => Promise<void> | void): () => void;
  /**
   * Waits `ms` of host time. Use it for a slow answer: work that only sleeps does not hold up `advance` of a stepped
   * clock, as a promise made of `at` would.
   */
  sleep(ms: number): Promise<void>;
}

/** Who makes a product request. */
export type Caller =
  | { readonly kind: 'user'; readonly accountId: string }
  | { readonly kind: 'app'; readonly accountId: string }
  | { readonly kind: 'anonymous' };

/** Told by the site whenever something happened that Confluence would publish. */
export type EmitEvent = (payload: JsonObject, cause: Caller) => Promise<void>;

/** The accountId of the app's own user on the local site. */
export const APP_ACCOUNT_ID = '557058:rulewright-app';
