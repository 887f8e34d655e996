// Restrictions, over REST v1: v2 has none.

import { route } from '@forge/api';
import * as v from 'valibot';
import { FailureError } from '../../core/failure';
import { requestAs } from './request';
import type { Confluence, Restrictions, Subjects } from '../../core/ports';

type RestrictionOperations = Pick<
  Confluence,
  'readRestrictions' | 'addRestriction' | 'replaceRestrictions' | 'removeRestriction'
>;

const RestrictionSchema = v.object({
  restrictions: v.object({
    user: v.object({ results: v.array(v.object({ accountId: v.string() })) }),
    group: v.object({ results: v.array(v.object({ id: v.string() })) }),
  }),
});
const ByOperationSchema = v.object({ read: RestrictionSchema, update: RestrictionSchema });

export const restrictionOperations: RestrictionOperations = {
  async readRestrictions(content, as) {
    const expand = ['read', 'update'].flatMap((operation) =>
      ['user', 'group'].map((subject) => `${operation}.restrictions.${subject}`),
    );
    const response = await requestAs(as, {
      method: 'GET',
      path: route`/wiki/rest/api/content/${content.id}/restriction/byOperation?expand=${expand.join(',')}`,
      purpose: `read the restrictions of ${content.type} ${content.id}`,
    });
    const { read, update } = v.parse(ByOperationSchema, await response.json());
    return { read: toSubjects(read), update: toSubjects(update) };
  },

  async addRestriction(content, operation, subjects, as) {
    await requestAs(as, {
      method: 'POST',
      path: route`/wiki/rest/api/content/${content.id}/restriction`,
      body: [toBody(operation, subjects)],
      purpose: `add to the ${operation} restriction of ${content.type} ${content.id}`,
    });
  },

  async replaceRestrictions(content, { read, update }, as) {
    await requestAs(as, {
      method: 'PUT',
      path: route`/wiki/rest/api/content/${content.id}/restriction`,
      body: [toBody('read', read), toBody('update', update)],
      purpose: `replace the restrictions of ${content.type} ${content.id}`,
    });
  },

  async removeRestriction(content, operation, subject, as) {
    const restriction = route`/wiki/rest/api/content/${content.id}/restriction/byOperation/${operation}`;
    const removal = requestAs(as, {
      method: 'DELETE',
      path:
        'user' in subject
          ? route`${restriction}/user?accountId=${subject.user}`
          : route`${restriction}/byGroupId/${subject.group}`,
      purpose: `remove from the ${operation} restriction of ${content.type} ${content.id}`,
    });
    await removal.catch((error: unknown) => {
      // Who is not in it, or what is not there any more, need not be removed.
      if (!(error instanceof FailureError && error.failure.kind === 'not-found')) throw error;
    });
  },
};

function toSubjects({ restrictions }: v.InferOutput<typeof RestrictionSchema>): Subjects {
  return {
    users: restrictions.user.results.map(({ accountId }) => accountId),
    groups: restrictions.group.results.map(({ id }) => id),
  };
}

function toBody(operation: keyof Restrictions, { users, groups }: Subjects): object {
  return {
    operation,
    restrictions: {
      user: users.map((accountId) => ({ type: 'known', accountId })),
      // The list of groups must not be empty; the list of users may be. [REST v1, ContentRestrictionUpdate]
      ...(groups.length === 0 ? {} : { group: groups.map((id) => ({ type: 'group', id })) }),
    },
  };
}
