// Where a content stands in the tree: what is above it, and how many pages are under it.

import { route } from '@forge/api';
import * as v from 'valibot';
import { isJsonObject } from '../../../core/json';
import { requestAs } from '../request';
import { cannotRead, routeOf } from './field-target';
import { readList } from './read-list';
import type { JsonObject, JsonValue } from '../../../core/json';
import type { FieldTarget, ReadFields } from './field-target';

const AncestorSchema = v.object({ id: v.string(), type: v.string() });
const AncestorsSchema = v.object({ results: v.array(AncestorSchema) });
const TitledSchema = v.object({ id: v.string(), title: v.string() });

/** Ancestors read in one request; the most that v2 gives. */
const MAX_ANCESTORS = 250;

export const readAncestors: ReadFields = async (target) =>
  new Map<string, JsonValue>([['ancestors', await ancestorsOf(target)]]);

async function ancestorsOf(target: FieldTarget): Promise<readonly JsonObject[]> {
  const { type, id, facts } = target;
  // Blog posts stand in no tree.
  if (type === 'blogpost') return [];
  if (type === 'attachment') {
    const container = facts['container'];
    if (!isJsonObject(container)) return [];
    const { id: containerId, type: containerType, title } = container;
    if (typeof containerId !== 'string' || typeof containerType !== 'string') return [];
    const place = { id: containerId, type: containerType, facts: container };
    const own = { id: place.id, type: place.type, ...(title === undefined ? {} : { title }) };
    return [...(await ancestorsOf(place)), own];
  }
  if (type !== 'page') throw cannotRead(target);
  const purpose = `read the ancestors of ${type} ${id}`;
  const path = route`/wiki/api/v2/pages/${id}/ancestors?limit=${MAX_ANCESTORS}`;
  const response = await requestAs({ kind: 'app' }, { method: 'GET', path, purpose });
  const { results } = v.parse(AncestorsSchema, await response.json());
  const pages = results.filter((each) => each.type === 'page').map((each) => each.id);
  // The list of ancestors gives ids alone.
  const titled =
    pages.length === 0
      ? []
      : await readList(route`/wiki/api/v2/pages`, { id: pages.join(',') }, TitledSchema, purpose);
  const titles = new Map(titled.map((page) => [page.id, page.title]));
  return results.map((each) => {
    const title = titles.get(each.id);
    return { ...each, ...(title === undefined ? {} : { title }) };
  });
}

export const readChildCount: ReadFields = async (target) => {
  const { type, id } = target;
  const count =
    type === 'page'
      ? (await readList(route`${routeOf(target)}/children`, {}, v.unknown(), `count the pages under ${id}`))
          .length
      : 0;
  return new Map([['childCount', count]]);
};
