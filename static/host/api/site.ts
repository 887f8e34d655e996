// What people do on a Confluence site that has no public REST operation (docs/host-api.md, "Site actions").
// No state, no rendering.

import type { ContentKind } from './content';
import { send } from './http';

const collection = (kind: ContentKind): string => (kind === 'page' ? 'pages' : 'blogposts');

/** Likes or stops liking. */
export const setLike = (kind: ContentKind, contentId: string, likes: boolean) =>
  send(likes ? 'POST' : 'DELETE', `/_host/site/${collection(kind)}/${contentId}/like`);

/** Says that the current user looked at it. */
export const recordView = (kind: ContentKind, contentId: string) =>
  send('POST', `/_host/site/${collection(kind)}/${contentId}/view`);
