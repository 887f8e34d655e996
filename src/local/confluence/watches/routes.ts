// REST v1 for watching content and spaces, and for who watches.

import type { JsonObject } from '../../../core/json';
import type { Input, Method, Operation } from '../http/operation';
import { NO_CONTENT, ok, param } from '../http/operation';
import { v1Page } from '../http/paging';
import { Refusal } from '../http/refusal';
import { setWatching } from '../likes/store';
import type { ContentRecord } from '../model/content';
import type { UserRecord } from '../model/user';
import { canView, hasSpaceLevel, isSiteAdmin } from '../permissions/access';
import { requireAnyContent, spaceOf } from '../permissions/require';
import { peopleOf } from '../relations';
import type { Session } from '../session';
import { v1UserJson } from '../users/json';

const READ = [['read:confluence-content.summary'], ['read:watcher:confluence']];
const WRITE = [['write:confluence-content'], ['read:watcher:confluence', 'write:watcher:confluence']];
const WATCH = '/wiki/rest/api/user/watch/content/{contentId}';
const WATCH_SPACE = '/wiki/rest/api/user/watch/space/{spaceKey}';
/** v1 gives 200 watches unless asked. [Confluence REST v1 description] */
const DEFAULT_LIMIT = 200;

export const watchOperations: readonly Operation[] = [
  {
    id: 'getContentWatchStatus',
    method: 'GET',
    path: WATCH,
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      const content = watchable(session, param(input, 'contentId'));
      const user = watcher(input, session, content);
      return ok({ watching: peopleOf(session.tables, 'watch', content.id).includes(user.accountId) });
    },
  },
  watchContent('addContentWatcher', 'POST', true),
  watchContent('removeContentWatcher', 'DELETE', false),
  {
    id: 'isWatchingSpace',
    method: 'GET',
    path: WATCH_SPACE,
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      const key = watchableSpace(session, param(input, 'spaceKey'));
      return ok({
        watching: session.tables.index.get(['watch', key, session.actor.accountId]) !== undefined,
      });
    },
  },
  watchSpace('addSpaceWatcher', 'POST', true),
  watchSpace('removeSpaceWatch', 'DELETE', false),
  {
    id: 'getWatchesForPage',
    method: 'GET',
    path: '/wiki/rest/api/content/{id}/notification/child-created',
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      const content = requireAnyContent(session, param(input, 'id'));
      const people = watchersOf(session, content.id);
      return ok(
        v1Page(
          input,
          session,
          people,
          (user) => ({ type: 'content', watcher: watcherJson(session, user), contentId: Number(content.id) }),
          { fallback: DEFAULT_LIMIT },
        ),
      );
    },
  },
  {
    id: 'getWatchesForSpace',
    method: 'GET',
    path: '/wiki/rest/api/content/{id}/notification/created',
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      const space = spaceOf(session, requireAnyContent(session, param(input, 'id')));
      const people = watchersOf(session, `space:${space.id}`);
      return ok(
        v1Page(
          input,
          session,
          people,
          (user) => ({ type: 'space', watcher: watcherJson(session, user), spaceKey: space.key }),
          { fallback: DEFAULT_LIMIT },
        ),
      );
    },
  },
];

function watchContent(id: string, method: Method, watching: boolean): Operation {
  return {
    id,
    method,
    path: WATCH,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      checkToken(input);
      const content = watchable(session, param(input, 'contentId'));
      setWatching(session, content, watcher(input, session, content).accountId, watching);
      return NO_CONTENT;
    },
  };
}

function watchSpace(id: string, method: Method, watching: boolean): Operation {
  return {
    id,
    method,
    path: WATCH_SPACE,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      checkToken(input);
      const key = ['watch', watchableSpace(session, param(input, 'spaceKey')), session.actor.accountId];
      if (watching) session.tables.index.put(key, true);
      else session.tables.index.remove(key);
      return NO_CONTENT;
    },
  };
}

/** Confluence's guard against forged requests, on the operations that take no JSON. */
export function checkToken(input: Input): void {
  if (input.headers.get('x-atlassian-token') !== 'no-check') throw new Refusal(403, 'XSRF check failed');
}

/** Missing and hidden content answer 403 here. [Confluence REST v1 description] */
function watchable(session: Session, id: string): ContentRecord {
  const content = session.tables.content.get(id);
  if (content === undefined || !canView(session.tables, session.actor.accountId, content)) {
    throw new Refusal(403, `User not permitted to view content with id: ${id}`);
  }
  return content;
}

/** The account that `?accountId=` names, else the actor's. Only an administrator may name another. */
function watcher(input: Input, session: Session, content: ContentRecord): UserRecord {
  const { tables, actor } = session;
  const accountId = input.query.get('accountId') ?? actor.accountId;
  if (accountId === actor.accountId) return actor;
  const administers =
    isSiteAdmin(tables, actor.accountId) ||
    hasSpaceLevel(tables, actor.accountId, spaceOf(session, content), 'admin');
  const user = tables.users.get(accountId);
  if (!administers || user === undefined) {
    throw new Refusal(403, 'Only a Confluence administrator may change the watches of another user');
  }
  return user;
}

function watchableSpace(session: Session, key: string): string {
  const id = session.tables.index.get(['space-key', key]);
  const space = typeof id === 'string' ? session.tables.spaces.get(id) : undefined;
  if (space === undefined || !hasSpaceLevel(session.tables, session.actor.accountId, space, 'view')) {
    throw new Refusal(403, `User not permitted to view the space ${key}`);
  }
  return `space:${space.id}`;
}

function watchersOf(session: Session, owner: string): readonly UserRecord[] {
  return peopleOf(session.tables, 'watch', owner).flatMap((id) => session.tables.users.get(id) ?? []);
}

function watcherJson(session: Session, user: UserRecord): JsonObject {
  return {
    ...v1UserJson(session, user),
    operations: [],
    externalCollaborator: false,
    personalSpace: {},
  };
}
