// How items look in answers. It must not decide which items.

import type { JsonValue } from '../../core/json';
import type { Item } from './item-store';
import type { MetadataField } from './requests';

export interface WireItem {
  readonly key: string;
  readonly value: JsonValue;
  /** Unix time in ms. */
  readonly createdAt?: number;
  readonly updatedAt?: number;
  /** ISO 8601, whole seconds. */
  readonly expireTime?: string;
}

/** An item with the metadata asked for; a field is absent when the item has none. */
export function toWireItem(key: string, item: Item, fields: readonly MetadataField[] = []): WireItem {
  return {
    key,
    value: item.value,
    ...(fields.includes('CREATED_AT') ? { createdAt: item.createdAtMs } : {}),
    ...(fields.includes('UPDATED_AT') ? { updatedAt: item.updatedAtMs } : {}),
    ...(fields.includes('EXPIRE_TIME') && item.expiresAtMs !== undefined
      ? { expireTime: new Date(item.expiresAtMs).toISOString() }
      : {}),
  };
}
