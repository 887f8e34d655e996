// Which ids and keys of a payload the site takes over. A payload comes from outside and may hold anything.

import type { Tables } from '../tables';

/** Ids and keys as Confluence makes them; longer ones would not fit into the keys of the store. */
const ID = /^[\w~.:-]{1,128}$/;

/** How far ahead of the site's own next id a foreign one is stepped over; the site never comes to those beyond. */
const REACH = 10_000_000;

/** True for a text that may serve as an id of the site. */
export function isUsableId(id: string | undefined): id is string {
  return id !== undefined && ID.test(id);
}

/** Keeps the site from giving `id` to something of its own later. */
export function reserveId(tables: Tables, id: string): void {
  const number = Number(id);
  const next = tables.meta.get('nextId');
  if (next === undefined || !Number.isSafeInteger(number)) return;
  if (number >= next && number < next + REACH) tables.meta.put('nextId', number + 1);
}
