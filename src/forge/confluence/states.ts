// Content states, tasks and watches, over REST v1 (tasks: v2).

import { route } from '@forge/api';
import * as v from 'valibot';
import { requestAs } from './request';
import type { Actor, Confluence, ContentRef } from '../../core/ports';

type StateOperations = Pick<
  Confluence,
  'readStatus' | 'setStatus' | 'clearStatus' | 'setTaskStatus' | 'setWatching'
>;

const StateSchema = v.object({ id: v.optional(v.number()), name: v.string(), color: v.string() });
const CurrentSchema = v.object({ contentState: v.nullish(StateSchema) });
const OfferedSchema = v.object({
  spaceContentStates: v.optional(v.array(StateSchema), []),
  customContentStates: v.optional(v.array(StateSchema), []),
});

/** The blue of Confluence's own states. */
const DEFAULT_COLOR = '#2684ff';

export const stateOperations: StateOperations = {
  async readStatus(content, as) {
    const response = await requestAs(as, {
      method: 'GET',
      path: route`/wiki/rest/api/content/${content.id}/state?status=current`,
      purpose: `read the status of ${content.type} ${content.id}`,
    });
    const { contentState } = v.parse(CurrentSchema, await response.json());
    return contentState ?? undefined;
  },

  async setStatus(content, { name, color }, as) {
    const offered = color === undefined ? await findOffered(content, name, as) : undefined;
    await requestAs(as, {
      method: 'PUT',
      path: route`/wiki/rest/api/content/${content.id}/state?status=current`,
      body: offered?.id === undefined ? { name, color: color ?? DEFAULT_COLOR } : { id: offered.id },
      purpose: `set the status of ${content.type} ${content.id}`,
    });
  },

  async clearStatus(content, as) {
    await requestAs(as, {
      method: 'DELETE',
      path: route`/wiki/rest/api/content/${content.id}/state?status=current`,
      purpose: `clear the status of ${content.type} ${content.id}`,
    });
  },

  async setTaskStatus(taskId, status, as) {
    await requestAs(as, {
      method: 'PUT',
      path: route`/wiki/api/v2/tasks/${taskId}`,
      body: { status },
      purpose: `make task ${taskId} ${status}`,
    });
  },

  async setWatching(content, accountId, watching, as) {
    await requestAs(as, {
      method: watching ? 'POST' : 'DELETE',
      path: route`/wiki/rest/api/user/watch/content/${content.id}?accountId=${accountId}`,
      // Confluence refuses this request without it. [REST v1]
      headers: { 'X-Atlassian-Token': 'no-check' },
      purpose: `change whether ${accountId} watches ${content.type} ${content.id}`,
    });
  },
};

/** The state of that name which Confluence offers for the content. */
async function findOffered(
  content: ContentRef,
  name: string,
  as: Actor,
): Promise<v.InferOutput<typeof StateSchema> | undefined> {
  const response = await requestAs(as, {
    method: 'GET',
    path: route`/wiki/rest/api/content/${content.id}/state/available`,
    purpose: `read the statuses for ${content.type} ${content.id}`,
  });
  const { spaceContentStates, customContentStates } = v.parse(OfferedSchema, await response.json());
  return [...spaceContentStates, ...customContentStates].find((state) => state.name === name);
}
