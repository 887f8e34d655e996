// restriction.remove: takes people and groups out of a restriction. When the last one goes, nobody is restricted.

import { defineAction } from './action';
import {
  describeRestriction,
  describeSubjects,
  planRestriction,
  RESTRICTION_TRAITS,
  RestrictionEffectSchema,
  RestrictionParametersSchema,
  subjectsOf,
  RESTRICTION_FIELDS,
} from './restrictions';

export const restrictionRemove = defineAction({
  kind: 'restriction.remove',
  ...RESTRICTION_TRAITS,
  points: 6,
  form: {
    label: 'Remove from a restriction',
    group: 'People',
    summary:
      'Takes people out of a restriction. When the last one goes, nobody is restricted. An admin must allow it in the settings.',
    fields: RESTRICTION_FIELDS,
    example: { operation: 'read', users: ['{{actor.accountId}}'] },
  },
  parameters: RestrictionParametersSchema,
  effect: RestrictionEffectSchema,
  plan: (parameters, context) => planRestriction(parameters, context, 'It names nobody to remove.'),
  async perform(effect, context) {
    const { confluence, as, begin } = context;
    const { content, operation } = effect;
    const now = (await confluence.readRestrictions(content, as))[operation];
    const named = await subjectsOf(effect, context, false);
    const users = named.users.filter((user) => now.users.includes(user));
    const groups = named.groups.filter((group) => now.groups.includes(group));
    if (users.length + groups.length === 0) {
      return `${describeRestriction(effect)} did not have ${describeSubjects(effect)}.`;
    }
    for (const subject of [...users.map((user) => ({ user })), ...groups.map((group) => ({ group }))]) {
      begin();
      await confluence.removeRestriction(content, operation, subject, as);
    }
    return `Removed ${describeSubjects(effect)} from ${describeRestriction(effect)}.`;
  },
  preview: (effect) => `remove ${describeSubjects(effect)} from ${describeRestriction(effect)}`,
});
