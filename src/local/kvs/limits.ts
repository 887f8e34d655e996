// Limits of the key-value store that only the host needs; those the app needs too are in core/limits.ts.
// It must not hold behaviour.

import { KVS_LIMITS } from '../../core/limits';

/** How much an installation may ask. `Infinity` lifts a limit. */
export interface KvsRates {
  readonly requestsPerSecond: number;
  /** Units of 10 KB, each request rounded up. */
  readonly readUnitsPerMinute: number;
  /** Units of 10 KB, each request rounded up; a batch and a transaction count as one request. */
  readonly writeUnitsPerMinute: number;
}

/** What Forge grants. [developer.atlassian.com/platform/forge/limits-kvs-ce] */
export const FORGE_RATES: KvsRates = {
  requestsPerSecond: KVS_LIMITS.REQUESTS_PER_SECOND,
  readUnitsPerMinute: KVS_LIMITS.UNITS_PER_MINUTE,
  writeUnitsPerMinute: KVS_LIMITS.UNITS_PER_MINUTE,
};

/** For tests and for stepped clocks that stand still. */
export const NO_RATES: KvsRates = {
  requestsPerSecond: Infinity,
  readUnitsPerMinute: Infinity,
  writeUnitsPerMinute: Infinity,
};

/** [ce] is …/platform/forge/storage-reference/entities-manifest, [secret] …/storage-reference/kvs-api-secret. */
export const STORE_LIMITS = {
  /** The page on secrets names less than the page on limits does; the smaller number is safe on both. [secret] */
  MAX_SECRET_BYTES: 131_072,
  MIN_ENTITY_NAME_LENGTH: 3,
  MAX_ENTITY_NAME_LENGTH: 60,
  /** UTF-8 bytes of the value of an index's range attribute. [ce] */
  MAX_RANGE_BYTES: 900,
  /** UTF-8 bytes of the values of an index's partition attributes together. [ce] */
  MAX_PARTITION_BYTES: 1700,
  MAX_QUERY_CONDITIONS: 100,
  MIN_INTEGER: -2_147_483_648,
  MAX_INTEGER: 2_147_483_647,
  /** Smallest magnitude of a float other than 0. [ce] */
  MIN_FLOAT_MAGNITUDE: 1e-130,
  /** Every magnitude is less: Forge's 38 nines before E+125 round up to this. [ce] */
  FLOAT_MAGNITUDE_BELOW: 1e126,
  /** How long an expired value may still be read: "deletion may take up to 48 hours". […/storage-reference/kvs-api] */
  EXPIRY_LAG_MS: 172_800_000,
} as const;
