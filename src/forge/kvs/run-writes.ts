// What every write of the engine's records has in common: the condition on the revision, and how long it is kept.

import { Filter, FilterConditions } from '@forge/kvs';
import { KVS_LIMITS } from '../../core/limits';
import { clock } from '../clock';
import type { SetOptions } from '@forge/kvs';

/** Holds while the stored revision is the one below; for the first, while there is none. */
export function over<E extends { revision: number }>(revision: number): ReturnType<Filter<E>['and']> {
  const condition = revision === 1 ? FilterConditions.notExists() : FilterConditions.equalTo(revision - 1);
  return new Filter<E>().and('revision', condition);
}

/** KVS deletes by itself what is over, up to two days later. */
export function keep({ keepUntil }: { readonly keepUntil: string }): SetOptions {
  const seconds = Math.ceil((Date.parse(keepUntil) - clock.nowMs()) / 1000);
  return { ttl: { value: Math.min(KVS_LIMITS.MAX_TTL_SECONDS, Math.max(1, seconds)), unit: 'SECONDS' } };
}
