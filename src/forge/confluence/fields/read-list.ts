// A list of the REST interface, read to its end: v2 goes on by cursor, v1 by start. It must not know what is in the list.

import { route } from '@forge/api';
import * as v from 'valibot';
import { requestAs } from '../request';
import type { Route } from '@forge/api';

const PageSchema = v.object({
  results: v.array(v.unknown()),
  _links: v.optional(v.object({ next: v.optional(v.string()) })),
});

/** Items asked for at once: the most that v2 gives, and within what v1 gives. */
const PAGE_SIZE = 200;

/** A list is cut here, so that one field cannot use up the invocation: 2000 items. */
const MAX_PAGES = 10;

/** The items at `list`, 2000 at the most, each as `schema` reads it. */
export async function readList<T>(
  list: Route,
  query: Readonly<Record<string, string>>,
  schema: v.GenericSchema<unknown, T>,
  purpose: string,
): Promise<readonly T[]> {
  const items: T[] = [];
  let position: Readonly<Record<string, string>> = {};
  for (let read = 0; read < MAX_PAGES; read++) {
    const asked = new URLSearchParams({ ...query, limit: String(PAGE_SIZE), ...position });
    const response = await requestAs(
      { kind: 'app' },
      { method: 'GET', path: route`${list}?${asked}`, purpose },
    );
    const page = v.parse(PageSchema, await response.json());
    items.push(...v.parse(v.array(schema), page.results));
    const next = nextPosition(page._links?.next);
    if (next === undefined) return items;
    position = next;
  }
  return items;
}

/** The rest of the link is rebuilt, never trusted. */
function nextPosition(link: string | undefined): Readonly<Record<string, string>> | undefined {
  const query = new URLSearchParams(link?.split('?')[1] ?? '');
  const [cursor, start] = [query.get('cursor'), query.get('start')];
  if (cursor !== null) return { cursor };
  return start === null ? undefined : { start };
}
