// What the simulated platform calls: the handlers of the app, be they the real engine or the control beside it.

import type { Ports } from '../../../src/core/ports';

/** What a handler answers: it is done, or wants to be called again. */
export type Answer =
  | { readonly kind: 'finished' }
  | { readonly kind: 'retry'; readonly afterSeconds: number; readonly data: object };

/** Of a retry: which one it is, and what the answer before gave along. */
export interface RetryContext {
  readonly count: number;
  readonly data: unknown;
}

export interface Engine {
  onEvent(payload: unknown, retry: RetryContext | undefined, ports: Ports): Promise<Answer>;
  onQueue(runIds: readonly string[], retry: RetryContext | undefined, ports: Ports): Promise<Answer>;
  onSchedule(ports: Ports): Promise<void>;
}
