// Status, restrictions, watchers and likes of a content.

import { route } from '@forge/api';
import * as v from 'valibot';
import { requestAs } from '../request';
import { stateOperations } from '../states';
import { routeOf } from './field-target';
import { readList } from './read-list';
import type { JsonValue } from '../../../core/json';
import type { ReadFields } from './field-target';

const RestrictionSchema = v.object({
  restrictions: v.object({
    user: v.object({ results: v.array(v.object({ accountId: v.string() })) }),
    group: v.object({ results: v.array(v.object({ name: v.string() })) }),
  }),
});
const ByOperationSchema = v.object({ read: RestrictionSchema, update: RestrictionSchema });
const WatchSchema = v.object({ watcher: v.object({ accountId: v.string() }) });
const CountSchema = v.object({ count: v.number() });

export const readState: ReadFields = async (target) => {
  const state = await stateOperations.readStatus(target, { kind: 'app' });
  return new Map(
    state === undefined ? [] : [['state.name', state.name] as const, ['state.color', state.color]],
  );
};

export const readRestrictions: ReadFields = async ({ type, id }) => {
  const expand = ['read', 'update'].flatMap((operation) =>
    ['user', 'group'].map((subject) => `${operation}.restrictions.${subject}`),
  );
  const path = route`/wiki/rest/api/content/${id}/restriction/byOperation?expand=${expand.join(',')}`;
  const purpose = `read the restrictions of ${type} ${id}`;
  const response = await requestAs({ kind: 'app' }, { method: 'GET', path, purpose });
  const found = v.parse(ByOperationSchema, await response.json());
  return new Map<string, JsonValue>(
    (['read', 'update'] as const).flatMap((operation): [string, JsonValue][] => {
      const { user, group } = found[operation].restrictions;
      return [
        [`restrictions.${operation}.users`, user.results.map(({ accountId }) => accountId)],
        [`restrictions.${operation}.groups`, group.results.map(({ name }) => name)],
      ];
    }),
  );
};

export const readWatchers: ReadFields = async ({ type, id }) => {
  const list = route`/wiki/rest/api/content/${id}/notification/child-created`;
  const watches = await readList(list, {}, WatchSchema, `read the watchers of ${type} ${id}`);
  return new Map([['watchers', watches.map(({ watcher }) => watcher.accountId)]]);
};

export const readLikes: ReadFields = async (target) => {
  const { type, id } = target;
  const path = route`${routeOf(target)}/likes/count`;
  const purpose = `count the likes of ${type} ${id}`;
  const response = await requestAs({ kind: 'app' }, { method: 'GET', path, purpose });
  return new Map([['likes', v.parse(CountSchema, await response.json()).count]]);
};
