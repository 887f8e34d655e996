// People and groups that a payload speaks of, put on the site. Who is there already stays as he is.

import { shortTextAt } from '../../../core/events/read-payload';
import type { JsonObject } from '../../../core/json';
import { USERS_GROUP, groupIdOf } from '../model/user';
import type { UserRecord } from '../model/user';
import type { Tables } from '../tables';
import { isUsableId } from './ids';

/** Adds the user with access to Confluence, as whoever did something in it has. */
export function addUser(tables: Tables, json: JsonObject): void {
  const accountId = shortTextAt(json, 'accountId');
  if (!isUsableId(accountId) || tables.users.get(accountId) !== undefined) return;
  const displayName = shortTextAt(json, 'displayName') ?? accountId;
  const user: UserRecord = {
    accountId,
    accountType: shortTextAt(json, 'accountType') === 'app' ? 'app' : 'atlassian',
    displayName,
    publicName: shortTextAt(json, 'publicName') ?? displayName,
    email: '',
    active: true,
    access: true,
  };
  tables.users.put(accountId, user);
  const everybody = tables.groups.get(groupIdOf(USERS_GROUP));
  if (everybody === undefined) return;
  tables.groups.put(everybody.id, { ...everybody, members: [...everybody.members, accountId] });
}

/** Adds the group, without members: no payload names them. */
export function addGroup(tables: Tables, json: JsonObject): void {
  const id = shortTextAt(json, 'id');
  if (!isUsableId(id) || tables.groups.get(id) !== undefined) return;
  tables.groups.put(id, { id, name: shortTextAt(json, 'name') ?? id, members: [] });
}
