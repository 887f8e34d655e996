// What is set on a page beside its text: its status, who may see it, its tasks. No state, no rendering.

import * as v from 'valibot';
import { ask, query, send } from './http';

const stateSchema = v.object({
  id: v.nullish(v.number()),
  name: v.string(),
  color: v.optional(v.string(), ''),
});

/** A content state, such as "In progress". */
export type ContentState = v.InferOutput<typeof stateSchema>;

/** The state of a page, if it has one. */
export const readState = async (contentId: string) =>
  (
    await ask(
      v.object({ contentState: v.nullish(stateSchema) }),
      'GET',
      `/wiki/rest/api/content/${contentId}/state`,
    )
  ).contentState ?? null;

/** The states to choose from. */
export const listStates = async (contentId: string) =>
  (
    await ask(
      v.object({ spaceContentStates: v.array(stateSchema) }),
      'GET',
      `/wiki/rest/api/content/${contentId}/state/available`,
    )
  ).spaceContentStates;

/** Sets the state, or clears it with `undefined`. */
export const setState = (contentId: string, state: ContentState | undefined) =>
  state === undefined
    ? send('DELETE', `/wiki/rest/api/content/${contentId}/state?status=current`)
    : send('PUT', `/wiki/rest/api/content/${contentId}/state?status=current`, {
        name: state.name,
        color: state.color,
      });

const byOperationSchema = v.object({
  read: v.object({
    restrictions: v.object({
      user: v.object({ results: v.array(v.object({ accountId: v.string() })) }),
    }),
  }),
});

/** The accounts that alone may see a page; empty when everyone may. */
export const listReaders = async (contentId: string) =>
  (
    await ask(byOperationSchema, 'GET', `/wiki/rest/api/content/${contentId}/restriction/byOperation`)
  ).read.restrictions.user.results.map((user) => user.accountId);

/** Lets only one account see and edit a page, or everyone again with `undefined`. */
export const restrictTo = (contentId: string, accountId: string | undefined) => {
  const address = `/wiki/rest/api/content/${contentId}/restriction`;
  if (accountId === undefined) return send('DELETE', address);
  const restrictions = { user: [{ type: 'known', accountId }] };
  return send('PUT', address, [
    { operation: 'read', restrictions },
    { operation: 'update', restrictions },
  ]);
};

const tasksSchema = v.object({
  results: v.array(v.object({ id: v.string(), localId: v.nullish(v.string()), status: v.string() })),
});

/** The tasks written into a page or blog post. */
export const listTasks = async (kind: 'page' | 'blogpost', contentId: string) =>
  (
    await ask(
      tasksSchema,
      'GET',
      `/wiki/api/v2/tasks${query({ [kind === 'page' ? 'page-id' : 'blogpost-id']: contentId, limit: 250 })}`,
    )
  ).results;

/** Completes or reopens a task. */
export const setTaskDone = (taskId: string, done: boolean) =>
  send('PUT', `/wiki/api/v2/tasks/${taskId}`, { status: done ? 'complete' : 'incomplete' });
