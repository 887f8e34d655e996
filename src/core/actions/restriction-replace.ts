// restriction.replace: puts people and groups in place of those whom a restriction names. Naming nobody lifts it. The
// other restriction of the page stays as it is.

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
import type { Subjects } from '../ports';

export const restrictionReplace = defineAction({
  kind: 'restriction.replace',
  ...RESTRICTION_TRAITS,
  points: 5,
  form: {
    label: 'Replace a restriction',
    group: 'People',
    summary:
      'Sets a restriction to these people and whoever acts. Naming nobody lifts it. An admin must allow it in the settings.',
    fields: RESTRICTION_FIELDS,
    example: { operation: 'update', users: ['{{actor.accountId}}'], groups: ['writers'] },
  },
  parameters: RestrictionParametersSchema,
  effect: RestrictionEffectSchema,
  plan: (parameters, context) => planRestriction(parameters, context, undefined),
  async perform(effect, context) {
    const { confluence, as } = context;
    const lifts = effect.users.length + effect.groups.length === 0;
    const wanted = await subjectsOf(effect, context, !lifts);
    const now = await confluence.readRestrictions(effect.content, as);
    if (sameSubjects(now[effect.operation], wanted)) return `${describeRestriction(effect)} was so already.`;
    await confluence.replaceRestrictions(effect.content, { ...now, [effect.operation]: wanted }, as);
    return lifts
      ? `Lifted ${describeRestriction(effect)}.`
      : `Set ${describeRestriction(effect)} to ${describeSubjects(effect)} and whoever acts.`;
  },
  preview: (effect) =>
    effect.users.length + effect.groups.length === 0
      ? `lift ${describeRestriction(effect)}`
      : `set ${describeRestriction(effect)} to ${describeSubjects(effect)} and whoever acts`,
});

function sameSubjects(a: Subjects, b: Subjects): boolean {
  return sameSet(a.users, b.users) && sameSet(a.groups, b.groups);
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}
