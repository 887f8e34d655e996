// A record without some of its optional fields. Records are never changed in place.

/** `record` without `keys`. */
export function without<T extends object, K extends keyof T>(record: T, ...keys: readonly K[]): Omit<T, K> {
  const entries = Object.entries(record).filter(([key]) => !(keys as readonly PropertyKey[]).includes(key));
  return Object.fromEntries(entries) as Omit<T, K>;
}
