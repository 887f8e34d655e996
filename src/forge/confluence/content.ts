// Reading and changing published pages and blog posts, over REST v2. A change re-reads when somebody else wrote first.

import { route } from '@forge/api';
import * as v from 'valibot';
import { FailureError } from '../../core/failure';
import { requestAs } from './request';
import type { Route } from '@forge/api';
import type { Actor, Confluence, ContentRef, PublishedContent } from '../../core/ports';

type ContentOperations = Pick<
  Confluence,
  'readContent' | 'contentStatus' | 'editContent' | 'trashContent' | 'spaceIdOf'
>;

const ContentSchema = v.object({
  id: v.string(),
  status: v.string(),
  title: v.string(),
  spaceId: v.string(),
  authorId: v.string(),
  ownerId: v.nullish(v.string()),
  version: v.object({ number: v.number() }),
  body: v.optional(v.object({ storage: v.optional(v.object({ value: v.string() })) })),
});

const SpacesSchema = v.object({ results: v.array(v.object({ id: v.string() })) });

/** How often one attempt starts over because somebody else wrote in between; then the step waits. */
const MAX_EDITS = 3;

export const contentOperations: ContentOperations = {
  readContent: async (content, as) => toPublished(await read(content, as)),

  contentStatus: async (content, as) => (await read(content, as)).status,

  async editContent(content, edit, as) {
    for (let tries = 1; ; tries += 1) {
      const found = await read(content, as);
      const current = toPublished(found);
      const change = edit(current);
      if (change === undefined) return false;
      try {
        await requestAs(as, {
          method: 'PUT',
          path: contentRoute(content),
          body: {
            id: content.id,
            status: 'current',
            title: change.title ?? current.title,
            body: { representation: 'storage', value: change.body ?? current.body },
            version: { number: found.version.number + 1 },
            ...(change.ownerId === undefined ? {} : { ownerId: change.ownerId }),
          },
          purpose: `change ${content.type} ${content.id}`,
        });
        return true;
      } catch (error) {
        if (tries >= MAX_EDITS || !isConflict(error)) throw error;
      }
    }
  },

  async trashContent(content, as) {
    await requestAs(as, {
      method: 'DELETE',
      path: contentRoute(content),
      purpose: `move ${content.type} ${content.id} to the trash`,
    });
  },

  async spaceIdOf(place, as) {
    if ('pageId' in place) return (await read({ type: 'page', id: place.pageId }, as)).spaceId;
    const purpose = `find the space ${place.spaceKey}`;
    const response = await requestAs(as, {
      method: 'GET',
      path: route`/wiki/api/v2/spaces?keys=${place.spaceKey}`,
      purpose,
    });
    const [space] = v.parse(SpacesSchema, await response.json()).results;
    if (space !== undefined) return space.id;
    throw new FailureError({
      kind: 'not-found',
      message: `Failed to ${purpose}: there is none that this identity can see. Check the key and the permissions.`,
      retryable: false,
    });
  },
};

async function read(content: ContentRef, as: Actor): Promise<v.InferOutput<typeof ContentSchema>> {
  const response = await requestAs(as, {
    method: 'GET',
    path: route`${contentRoute(content)}?body-format=storage`,
    purpose: `read ${content.type} ${content.id}`,
  });
  return v.parse(ContentSchema, await response.json());
}

function toPublished(found: v.InferOutput<typeof ContentSchema>): PublishedContent {
  const { title, spaceId, authorId, ownerId, body } = found;
  return {
    title,
    body: body?.storage?.value ?? '',
    spaceId,
    authorId,
    ...(typeof ownerId === 'string' ? { ownerId } : {}),
  };
}

function contentRoute({ type, id }: ContentRef): Route {
  return type === 'blogpost' ? route`/wiki/api/v2/blogposts/${id}` : route`/wiki/api/v2/pages/${id}`;
}

function isConflict(error: unknown): boolean {
  return error instanceof FailureError && error.failure.kind === 'conflict';
}
