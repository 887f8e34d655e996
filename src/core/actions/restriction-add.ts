// restriction.add: lets people and groups into a restriction of a page or blog post, beside those who are in it.

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

export const restrictionAdd = defineAction({
  kind: 'restriction.add',
  ...RESTRICTION_TRAITS,
  points: 5,
  form: {
    label: 'Add to a restriction',
    group: 'People',
    summary:
      'Lets people into a restriction. The first ones lock out everybody else, but for whoever acts. An admin must allow it in the settings.',
    fields: RESTRICTION_FIELDS,
    example: { operation: 'update', groups: ['writers'] },
  },
  parameters: RestrictionParametersSchema,
  effect: RestrictionEffectSchema,
  plan: (parameters, context) => planRestriction(parameters, context, 'It names nobody to add.'),
  async perform(effect, context) {
    const { confluence, as } = context;
    const now = (await confluence.readRestrictions(effect.content, as))[effect.operation];
    // The first one in a restriction locks out everybody else, whoever acts included.
    const opens = now.users.length + now.groups.length === 0;
    const added = await subjectsOf(effect, context, opens);
    const users = added.users.filter((user) => !now.users.includes(user));
    const groups = added.groups.filter((group) => !now.groups.includes(group));
    if (users.length + groups.length === 0) {
      return `${describeRestriction(effect)} had ${describeSubjects(effect)} already.`;
    }
    await confluence.addRestriction(effect.content, effect.operation, { users, groups }, as);
    return `Added ${describeSubjects(effect)} to ${describeRestriction(effect)}.`;
  },
  preview: (effect) => `add ${describeSubjects(effect)} to ${describeRestriction(effect)}`,
});
