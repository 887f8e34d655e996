// Addresses of Confluence's places by name (`NavigationTarget` of @forge/bridge), on the local site.

import * as v from 'valibot';
import { ADMIN_PATH, appPath } from '../admin/paths';
import { readContent, listSpaces } from '../api/content';
import { listModules } from '../api/host';
import { ApiError } from '../api/http';

const targetSchema = v.variant('target', [
  v.object({ target: v.picklist(['contentView', 'contentEdit']), contentId: v.string() }),
  v.object({ target: v.literal('contentList'), spaceKey: v.string(), contentType: v.string() }),
  v.object({ target: v.literal('spaceView'), spaceKey: v.string() }),
  v.object({ target: v.literal('module'), moduleKey: v.string() }),
  v.object({ target: v.literal('userProfile'), accountId: v.string() }),
]);

/** The address of a named place; fails for a place that the local site does not have. */
export async function addressOf(place: unknown): Promise<string> {
  const read = v.safeParse(targetSchema, place);
  if (!read.success)
    throw new Error(`Failed to find the place: ${JSON.stringify(place)} is not one this host has.`);
  const to = read.output;
  switch (to.target) {
    case 'contentView':
      return contentAddress(to.contentId);
    case 'contentEdit':
      return `${await contentAddress(to.contentId)}/edit`;
    case 'contentList':
      return `/wiki/spaces/${to.spaceKey}${to.contentType === 'blogpost' ? '/blog' : ''}`;
    case 'spaceView':
      return `/wiki/spaces/${to.spaceKey}`;
    case 'module':
      return moduleAddress(to.moduleKey);
    case 'userProfile':
      return '/wiki/spaces';
  }
}

async function moduleAddress(key: string): Promise<string> {
  const module = (await listModules()).find((one) => one.key === key);
  if (module?.type === 'confluence:globalSettings') return ADMIN_PATH;
  if (module?.type === 'confluence:globalPage') return appPath(module.route);
  throw new Error(`Failed to find the module ${key}: the app has no page of its own under this key.`);
}

async function contentAddress(contentId: string): Promise<string> {
  const spaces = await listSpaces();
  for (const kind of ['page', 'blogpost'] as const) {
    try {
      const content = await readContent(kind, contentId);
      const key = spaces.find((space) => space.id === content.spaceId)?.key ?? '';
      return `/wiki/spaces/${key}/${kind === 'page' ? 'pages' : 'blog'}/${contentId}`;
    } catch (error) {
      // Not a page: it may be a blog post. Anything but a refusal is not ours to answer.
      if (!(error instanceof ApiError)) throw error;
    }
  }
  throw new Error(`Failed to find content ${contentId}: it does not exist or may not be seen.`);
}
