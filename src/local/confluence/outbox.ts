// What the site has to publish, stored in the transaction that it tells of and taken out once it has been taken: a host
// that is killed in between publishes it after the restart. Once in a while that is once too often, as with Forge.

import type { JsonObject } from '../../core/json';
import type { Caller } from '../ports';
import type { Tables } from './tables';
import type { Site } from './unit-of-work';

/** An event on its way out. */
export interface Outgoing {
  readonly payload: JsonObject;
  readonly cause: Caller;
}

/** Puts an event behind those that wait, and answers its place. Only inside a transaction. */
export function putOutgoing({ outbox, meta }: Tables, outgoing: Outgoing): number {
  const place = meta.get('nextOutgoing') ?? 1;
  meta.put('nextOutgoing', place + 1);
  outbox.put(place, outgoing);
  return place;
}

/** Publishes what waits at `place`; resolves once somebody has taken it. */
export async function publishOutgoing({ store, tables, emit }: Site, place: number): Promise<void> {
  const outgoing = tables.outbox.get(place);
  if (outgoing === undefined) return;
  await emit(outgoing.payload, outgoing.cause);
  await store.transaction(() => tables.outbox.remove(place));
}

/** Publishes, in order, what was left when the site was last open. */
export function publishLeft(site: Site): void {
  const places = [...site.tables.outbox.range()].map(({ key }) => Number(key));
  if (places.length === 0) return;
  site.clock.at(site.clock.nowMs(), async () => {
    for (const place of places) await publishOutgoing(site, place);
  });
}
