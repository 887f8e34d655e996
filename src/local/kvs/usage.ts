// Counts requests and units against the rates of an installation, by the host's clock.
// It must not perform requests. Windows are whole seconds and whole minutes of host time.

import { KVS_LIMITS } from '../../core/limits';
import type { HostClock } from '../ports';
import type { KvsRates } from './limits';

export interface KvsCounters {
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Requests refused because a rate was exceeded. */
  readonly refused: number;
}

export interface KvsUsage {
  /** Since the minute of host time began. */
  readonly thisMinute: KvsCounters;
  /** Since the host started. */
  readonly total: KvsCounters;
}

export interface UsageMeter {
  /** Counts one request; false when the second is full. */
  admitRequest(): boolean;
  /** Counts the units of `bytes`; false, counting nothing, when the minute would overflow. */
  admitUnits(kind: 'read' | 'write', bytes: number): boolean;
  usage(): KvsUsage;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const NOTHING: KvsCounters = { requests: 0, readUnits: 0, writeUnits: 0, refused: 0 };

/** Each request is rounded up to units of 10 KB. […/limits-kvs-ce, "Request size rounding"] */
export function toUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / KVS_LIMITS.UNIT_BYTES));
}

export function createUsageMeter(clock: HostClock, rates: KvsRates): UsageMeter {
  let total = NOTHING;
  let thisMinute = NOTHING;
  let minute = -1;
  let second = -1;
  let requestsThisSecond = 0;

  function turn(): void {
    const nowMs = clock.nowMs();
    if (Math.floor(nowMs / MINUTE_MS) !== minute) {
      minute = Math.floor(nowMs / MINUTE_MS);
      thisMinute = NOTHING;
    }
    if (Math.floor(nowMs / SECOND_MS) !== second) {
      second = Math.floor(nowMs / SECOND_MS);
      requestsThisSecond = 0;
    }
  }
  function count(name: keyof KvsCounters, by: number): void {
    total = { ...total, [name]: total[name] + by };
    thisMinute = { ...thisMinute, [name]: thisMinute[name] + by };
  }

  return {
    admitRequest() {
      turn();
      count('requests', 1);
      requestsThisSecond += 1;
      const admitted = requestsThisSecond <= rates.requestsPerSecond;
      if (!admitted) count('refused', 1);
      return admitted;
    },
    admitUnits(kind, bytes) {
      turn();
      const name = kind === 'read' ? 'readUnits' : 'writeUnits';
      const limit = kind === 'read' ? rates.readUnitsPerMinute : rates.writeUnitsPerMinute;
      const units = toUnits(bytes);
      const admitted = thisMinute[name] + units <= limit;
      count(admitted ? name : 'refused', admitted ? units : 1);
      return admitted;
    },
    usage() {
      turn();
      return { thisMinute, total };
    },
  };
}
