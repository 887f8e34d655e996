// Every limit of the platform and of our own, once, with unit and source.
// Host and app read the same constants. It must not hold behaviour.
//
// Sources: [events] developer.atlassian.com/platform/forge/events-reference/product_events,
// [kvs] …/platform/forge/limits-kvs-ce, [async] …/platform/forge/limits-async-events,
// [invocation] …/platform/forge/limits-invocation, [ours] a decision of this project.

/** Product events. */
export const EVENT_LIMITS = {
  /** A larger event is not delivered at all. [events] */
  MAX_EVENT_BYTES: 200_000,
  /** Retries that an app may ask for by returning an InvocationError. [events] */
  MAX_RETRIES: 4,
  /** Longest `retryAfter`; a larger one is lowered to it. [events] */
  MAX_RETRY_AFTER_SECONDS: 900,
  MIN_RETRY_AFTER_SECONDS: 1,
  /** Largest `retryData`, as JSON in UTF-8. [events] */
  MAX_RETRY_DATA_BYTES: 4096,
} as const;

/** Forge functions. */
export const INVOCATION_LIMITS = {
  /** Triggers and resolvers. [invocation] */
  SHORT_TIMEOUT_SECONDS: 25,
  /** Consumers and scheduled triggers that name no `timeoutSeconds`. [invocation] */
  LONG_DEFAULT_TIMEOUT_SECONDS: 55,
  LONG_MAX_TIMEOUT_SECONDS: 900,
  /** Body of a front-end `invoke`. [invocation] */
  MAX_INVOKE_REQUEST_BYTES: 500_000,
  MAX_INVOKE_RESPONSE_BYTES: 5_000_000,
} as const;

/** Forge key-value store. */
export const KVS_LIMITS = {
  MAX_KEY_LENGTH: 500,
  /** 240 KiB of JSON in UTF-8. [kvs] */
  MAX_VALUE_BYTES: 245_760,
  MAX_DEPTH: 31,
  DEFAULT_QUERY_LIMIT: 10,
  MAX_QUERY_LIMIT: 100,
  MAX_BATCH_KEYS: 25,
  MAX_TRANSACTION_OPERATIONS: 25,
  MAX_BATCH_BYTES: 4_194_304,
  /** Longest time to live. [kvs] */
  MAX_TTL_SECONDS: 31_536_000,
  REQUESTS_PER_SECOND: 1000,
  /** Units of 10 KB a minute, reads and writes each. [kvs] */
  UNITS_PER_MINUTE: 4000,
  UNIT_BYTES: 10_240,
} as const;

/** Async events queue. */
export const QUEUE_LIMITS = {
  MAX_EVENTS_PER_PUSH: 50,
  MAX_PUSH_BYTES: 204_800,
  MAX_DELAY_SECONDS: 900,
  MAX_EVENTS_PER_MINUTE: 500,
  /** How long an event may be retried before it is dropped. [async] */
  RETENTION_SECONDS: 86_400,
} as const;
