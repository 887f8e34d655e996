// Spaces and templates that a payload speaks of, put on the site with their labels.

import { objectAt, shortTextAt } from '../../../core/events/read-payload';
import type { JsonObject } from '../../../core/json';
import { APP_ACCOUNT_ID } from '../../ports';
import type { SpaceRecord } from '../model/space';
import { ADMINS_GROUP, USERS_GROUP, groupIdOf } from '../model/user';
import type { Tables } from '../tables';
import { isUsableId, reserveId } from './ids';
import { putLabels } from './labels';

/** The space of that id, else of that key; `undefined` when the site has neither. */
export function findSpace(tables: Tables, json: JsonObject | undefined): SpaceRecord | undefined {
  if (json === undefined) return undefined;
  const id = shortTextAt(json, 'id');
  const byId = isUsableId(id) ? tables.spaces.get(id) : undefined;
  if (byId !== undefined) return byId;
  const key = shortTextAt(json, 'key');
  const idOfKey = isUsableId(key) ? tables.index.get(['space-key', key]) : undefined;
  return typeof idOfKey === 'string' ? tables.spaces.get(idOfKey) : undefined;
}

/** Adds the space, open to everybody as a new one is; a payload does not say who may do what in it. */
export function addSpace(
  tables: Tables,
  json: JsonObject,
  about: {
    readonly actorId: string;
    readonly nowIso: string;
    /** Beyond those that the payload lists on the space. */
    readonly label?: JsonObject | undefined;
  },
): void {
  if (findSpace(tables, json) !== undefined) return;
  const id = shortTextAt(json, 'id');
  const key = shortTextAt(json, 'key');
  if (!isUsableId(id) || !isUsableId(key)) return;
  const createdBy = shortTextAt(json, 'history', 'createdBy', 'accountId') ?? about.actorId;
  const space: SpaceRecord = {
    id,
    key,
    alias: shortTextAt(json, 'alias') ?? key,
    name: shortTextAt(json, 'name') ?? key,
    type: shortTextAt(json, 'type') === 'personal' ? 'personal' : 'global',
    status: shortTextAt(json, 'status') === 'archived' ? 'archived' : 'current',
    description: '',
    createdAt: shortTextAt(json, 'history', 'createdDate') ?? about.nowIso,
    createdBy,
    grants: [
      { principalType: 'user', principalId: createdBy, level: 'admin' },
      { principalType: 'group', principalId: groupIdOf(ADMINS_GROUP), level: 'admin' },
      { principalType: 'user', principalId: APP_ACCOUNT_ID, level: 'edit' },
      { principalType: 'group', principalId: groupIdOf(USERS_GROUP), level: 'edit' },
    ],
    customStatesAllowed: true,
  };
  tables.spaces.put(id, space);
  tables.index.put(['space-key', key], id);
  reserveId(tables, id);
  putLabels(tables, { kind: 'space', space }, json, about.label);
}

/** Adds the page template; its body is not in any payload. */
export function addTemplate(tables: Tables, json: JsonObject, label: JsonObject | undefined): void {
  const id = shortTextAt(json, 'templateId');
  if (!isUsableId(id) || tables.templates.get(id) !== undefined) return;
  const space = findSpace(tables, objectAt(json, 'space'));
  const template = {
    id,
    name: shortTextAt(json, 'name') ?? id,
    description: shortTextAt(json, 'description') ?? '',
    templateType: shortTextAt(json, 'templateType') === 'blueprint' ? 'blueprint' : 'page',
    ...(space === undefined ? {} : { spaceId: space.id }),
    body: '',
  } as const;
  tables.templates.put(id, template);
  reserveId(tables, id);
  putLabels(tables, { kind: 'template', template }, json, label);
}
