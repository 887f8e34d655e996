// What the restriction actions share: whom they name, and that whoever acts never locks itself out.

import * as v from 'valibot';
import { ContentSchema, contentTarget, nameOf, noTarget, PUBLISHED } from './content-target';
import { ListSchema, renderList } from './parameters';
import type { Subjects } from '../ports';
import type { PerformContext, Plan, PlanContext } from './action';
import type { ActionField } from './form';

/** What all three kinds have in common. */
export const RESTRICTION_TRAITS = {
  once: 'idempotent',
  appliesTo: PUBLISHED,
  reads: ['restriction', 'group'],
  writes: ['restriction'],
  causes: ['permissions_updated:page', 'permissions_updated:blogpost'],
  scopes: ['read:confluence-content.all', 'write:confluence-content', 'read:confluence-groups'],
  destructive: true,
} as const;

export const RESTRICTION_FIELDS: readonly ActionField[] = [
  {
    name: 'operation',
    label: 'Who may',
    input: {
      type: 'choice',
      options: [
        { value: 'read', label: 'See it' },
        { value: 'update', label: 'Change it' },
      ],
    },
    initial: 'update',
  },
  {
    name: 'users',
    label: 'Account ids',
    help: 'Separate several with commas, for example {{actor.accountId}}.',
    input: { type: 'list', template: true },
  },
  {
    name: 'groups',
    label: 'Groups',
    help: 'Names of groups, separated by commas.',
    input: { type: 'list', template: true },
  },
];

export const RestrictionParametersSchema = v.strictObject({
  /** `read`: who may see it; `update`: who may change it. */
  operation: v.optional(v.picklist(['read', 'update']), 'update'),
  /** Account ids, with placeholders. */
  users: ListSchema,
  /** Names or ids of groups. */
  groups: ListSchema,
});
export type RestrictionParameters = v.InferOutput<typeof RestrictionParametersSchema>;

export const RestrictionEffectSchema = v.object({
  content: ContentSchema,
  operation: v.picklist(['read', 'update']),
  users: v.array(v.string()),
  groups: v.array(v.string()),
});
export type RestrictionEffect = v.InferOutput<typeof RestrictionEffectSchema>;

/** `nobody` says what it means to name nobody: undefined when that is meant. */
export function planRestriction(
  { operation, users, groups }: RestrictionParameters,
  context: PlanContext,
  nobody: string | undefined,
): Plan<RestrictionEffect> {
  const content = contentTarget(context, PUBLISHED);
  if (content === undefined) return noTarget(context, 'has no restrictions that an app can change');
  const named = renderList('users', users, context);
  if (!named.ok) return { kind: 'fail', failure: named.error };
  const grouped = renderList('groups', groups, context);
  if (!grouped.ok) return { kind: 'fail', failure: grouped.error };
  if (nobody !== undefined && named.value.length + grouped.value.length === 0) {
    return { kind: 'skip', reason: nobody };
  }
  return { kind: 'effect', effect: { content, operation, users: named.value, groups: grouped.value } };
}

/** Whom the effect names, with group ids; whoever acts is among them when that may lock out others. */
export async function subjectsOf(
  effect: RestrictionEffect,
  { confluence, as }: PerformContext,
  keepActor: boolean,
): Promise<Subjects> {
  const groups: string[] = [];
  for (const group of effect.groups) groups.push(await confluence.groupId(group, as));
  if (!keepActor) return { users: effect.users, groups };
  const actor = as.kind === 'user' ? as.accountId : await confluence.appAccountId();
  return { users: [...new Set([...effect.users, actor])], groups };
}

/** `the users a, b and the group "c"` */
export function describeSubjects({ users, groups }: RestrictionEffect): string {
  const named = [...users, ...groups.map((group) => `the group "${group}"`)];
  return named.length === 0 ? 'nobody' : named.join(', ');
}

/** `the update restriction of page 12` */
export function describeRestriction({ content, operation }: RestrictionEffect): string {
  return `the ${operation} restriction of ${nameOf(content)}`;
}
