// The groups and the name of the user who caused an event, over REST v1.

import { route } from '@forge/api';
import * as v from 'valibot';
import { requestAs } from '../request';
import { readList } from './read-list';
import type { JsonValue } from '../../../core/json';
import type { ReadFields } from './field-target';

const GroupSchema = v.object({ name: v.string() });
const UserSchema = v.object({ displayName: v.optional(v.string()) });

export const readActor: ReadFields = async ({ id }, names) => {
  const values = new Map<string, JsonValue>();
  if (names.includes('groups')) {
    values.set('groups', [...(await groupsOfUser(id))]);
  }
  if (names.includes('displayName')) {
    const path = route`/wiki/rest/api/user?accountId=${id}`;
    const response = await requestAs({ kind: 'app' }, { method: 'GET', path, purpose: `read user ${id}` });
    const { displayName } = v.parse(UserSchema, await response.json());
    if (displayName !== undefined) values.set('displayName', displayName);
  }
  return values;
};

/** Names of the groups that a user is in. */
export async function groupsOfUser(accountId: string): Promise<readonly string[]> {
  const list = route`/wiki/rest/api/user/memberof`;
  const groups = await readList(list, { accountId }, GroupSchema, `read the groups of user ${accountId}`);
  return groups.map(({ name }) => name);
}
