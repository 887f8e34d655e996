// Groups, their members, and who watches, over REST v1.

import { route } from '@forge/api';
import * as v from 'valibot';
import { FailureError } from '../../core/failure';
import { requestAs } from './request';
import type { Actor, Confluence } from '../../core/ports';

type GroupOperations = Pick<Confluence, 'groupId' | 'groupMembers' | 'watchersOf'>;

const GroupSchema = v.object({ id: v.string(), name: v.string() });
const GroupsSchema = v.object({ results: v.array(GroupSchema) });
const MembersSchema = v.object({ results: v.array(v.object({ accountId: v.string() })) });
const WatchesSchema = v.object({
  results: v.array(v.object({ watcher: v.object({ accountId: v.string() }) })),
});

export const groupOperations: GroupOperations = {
  groupId: findGroupId,

  async groupMembers(group, limit, as) {
    const id = await findGroupId(group, as);
    const response = await requestAs(as, {
      method: 'GET',
      path: route`/wiki/rest/api/group/${id}/membersByGroupId?limit=${limit}`,
      purpose: `read the members of the group "${group}"`,
    });
    return v.parse(MembersSchema, await response.json()).results.map(({ accountId }) => accountId);
  },

  async watchersOf(content, limit, as) {
    const response = await requestAs(as, {
      method: 'GET',
      path: route`/wiki/rest/api/content/${content.id}/notification/child-created?limit=${limit}`,
      purpose: `read the watchers of ${content.type} ${content.id}`,
    });
    return v.parse(WatchesSchema, await response.json()).results.map(({ watcher }) => watcher.accountId);
  },
};

async function findGroupId(nameOrId: string, as: Actor): Promise<string> {
  const purpose = `find the group "${nameOrId}"`;
  const response = await requestAs(as, {
    method: 'GET',
    path: route`/wiki/rest/api/group/picker?query=${nameOrId}`,
    purpose,
  });
  const named = v.parse(GroupsSchema, await response.json()).results.find(({ name }) => name === nameOrId);
  if (named !== undefined) return named.id;
  try {
    const byId = await requestAs(as, {
      method: 'GET',
      path: route`/wiki/rest/api/group/by-id?id=${nameOrId}`,
      purpose,
    });
    return v.parse(GroupSchema, await byId.json()).id;
  } catch (error) {
    if (!(error instanceof FailureError && error.failure.kind === 'not-found')) throw error;
    const message = `Failed to ${purpose}: there is none of this name or id. Check the parameters of the action.`;
    throw new FailureError({ kind: 'not-found', message, retryable: false }, { cause: error });
  }
}
