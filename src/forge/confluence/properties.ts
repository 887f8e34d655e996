// Properties of pages, blog posts and spaces, over REST v2, where a property has an id beside its key.

import { route } from '@forge/api';
import * as v from 'valibot';
import { FailureError } from '../../core/failure';
import { contentOperations } from './content';
import { requestAs } from './request';
import type { Route } from '@forge/api';
import type { Actor, Confluence, PropertyOwner } from '../../core/ports';

type PropertyOperations = Pick<Confluence, 'setProperty'>;

const ListSchema = v.object({
  results: v.array(
    v.object({ id: v.string(), value: v.unknown(), version: v.object({ number: v.number() }) }),
  ),
});
type Property = v.InferOutput<typeof ListSchema>['results'][number];

/** How often one attempt starts over because somebody else wrote in between; then the step waits. */
const MAX_WRITES = 3;

export const propertyOperations: PropertyOperations = {
  async setProperty(owner, key, value, as) {
    const list = await propertiesRoute(owner, as);
    for (let tries = 1; ; tries += 1) {
      const found = await findProperty(list, key, as);
      if (found !== undefined && JSON.stringify(found.value) === JSON.stringify(value)) return false;
      try {
        await requestAs(as, {
          method: found === undefined ? 'POST' : 'PUT',
          path: found === undefined ? list : route`${list}/${found.id}`,
          body: {
            key,
            value,
            ...(found === undefined ? {} : { version: { number: found.version.number + 1 } }),
          },
          purpose: `set the property "${key}"`,
        });
        return true;
      } catch (error) {
        const raced = error instanceof FailureError && error.failure.kind === 'conflict';
        if (tries >= MAX_WRITES || !raced) throw error;
      }
    }
  },
};

async function propertiesRoute(owner: PropertyOwner, as: Actor): Promise<Route> {
  if (owner.on === 'space') {
    return route`/wiki/api/v2/spaces/${await contentOperations.spaceIdOf({ spaceKey: owner.spaceKey }, as)}/properties`;
  }
  const { type, id } = owner.content;
  return type === 'blogpost'
    ? route`/wiki/api/v2/blogposts/${id}/properties`
    : route`/wiki/api/v2/pages/${id}/properties`;
}

async function findProperty(list: Route, key: string, as: Actor): Promise<Property | undefined> {
  const response = await requestAs(as, {
    method: 'GET',
    path: route`${list}?key=${key}`,
    purpose: `read the property "${key}"`,
  });
  return v.parse(ListSchema, await response.json()).results[0];
}
