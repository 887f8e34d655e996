// The resolvers of the views beside the admin page. They need no admin: every call asks Confluence, in the caller's name,
// what the caller may see. Where the view stands comes from the browser and is treated as a wish.

import { makeResolver } from '@forge/resolver';
import { refuse } from '../../core/admin/answers';
import { isJsonObject } from '../../core/json';
import { PAGE_VIEW_CALLS } from '../../core/admin/viewer/page-calls';
import { SPACE_VIEW_CALLS } from '../../core/admin/viewer/space-calls';
import { createViewer } from '../confluence/viewer';
import { createPorts } from '../ports';
import type { AdminResult } from '../../core/admin/api/result';
import type { PageViewApi } from '../../core/admin/viewer/page-api';
import type { SpaceViewApi } from '../../core/admin/viewer/space-api';
import type { ViewerCall } from '../../core/admin/viewer/viewer-call';
import type { Handlers, Request } from '@forge/resolver';

export const pageView = makeResolver<PageViewApi>(viewed<PageViewApi>(PAGE_VIEW_CALLS));

export const spaceView = makeResolver<SpaceViewApi>(viewed<SpaceViewApi>(SPACE_VIEW_CALLS));

function viewed<Api extends Record<string, (payload: never) => unknown>>(
  calls: Readonly<Record<string, ViewerCall<AdminResult<unknown>>>>,
): Handlers<Api> {
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [name, answering(call)]),
  ) as Handlers<Api>;
}

function answering(call: ViewerCall<AdminResult<unknown>>) {
  return async ({ payload, context }: Request<unknown>): Promise<AdminResult<unknown>> => {
    const accountId: unknown = context['accountId'];
    if (typeof accountId !== 'string') return refuse('forbidden', 'Sign in to see this.');
    const extension: unknown = context['extension'];
    const viewer = createViewer(accountId);
    const ports = createPorts();
    try {
      return await call(payload, {
        viewer,
        contentId: textAt(extension, 'content', 'id'),
        spaceKey: textAt(extension, 'space', 'key'),
        ports,
      });
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      ports.log.error('A request of a view failed', { cause });
      // The cause may name what the user cannot see; it stays in the log.
      return refuse(
        'failed',
        'Failed to do this: the app or Confluence had a problem. Try again in a moment.',
      );
    }
  };
}

function textAt(extension: unknown, part: string, field: string): string {
  const inner = isJsonObject(extension) ? extension[part] : undefined;
  const value = isJsonObject(inner) ? inner[field] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
