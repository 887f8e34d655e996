// Why a call to the outside failed, and whether trying again can help.
// Ports return or throw; `failure` values are what the engine decides upon.

/** Closed list of causes. Whether a cause is retryable is decided in one table. */
export type FailureKind =
  | 'rate-limited'
  | 'server-error'
  | 'network'
  | 'conflict'
  | 'not-found'
  | 'forbidden'
  | 'bad-request'
  | 'identity'
  | 'template'
  | 'platform';

export interface Failure {
  readonly kind: FailureKind;
  /** `Failed to <verb> <object>: <cause>. <what to do>` */
  readonly message: string;
  readonly retryable: boolean;
  /** What the server asked for with Retry-After, in seconds; it wins over the policy. */
  readonly retryAfterSeconds?: number;
  /** HTTP status, when an answer arrived. */
  readonly status?: number;
}

/** Causes that time can cure. The rest end a step at once. */
export const RETRYABLE: { readonly [K in FailureKind]: boolean } = {
  'rate-limited': true,
  'server-error': true,
  network: true,
  conflict: true,
  'not-found': false,
  forbidden: false,
  'bad-request': false,
  identity: false,
  template: false,
  platform: true,
};

/** Thrown by adapters of ports; the engine turns it into a step's outcome. */
export class FailureError extends Error {
  override readonly name = 'FailureError';
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.failure = failure;
  }
}
