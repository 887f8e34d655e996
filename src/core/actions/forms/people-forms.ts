// The forms of the kinds that concern people: restrictions and watching.

import type { ActionField, Forms } from '../form';

const RESTRICTION_FIELDS: readonly ActionField[] = [
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

const WATCHER_FIELD: ActionField = {
  name: 'user',
  label: 'Account id',
  help: 'Whoever is not an administrator can do this for themselves only: let the action run as that person.',
  required: true,
  input: { type: 'text', template: true },
  initial: '{{actor.accountId}}',
};

export const PEOPLE_FORMS: Forms<
  'restriction.add' | 'restriction.remove' | 'restriction.replace' | 'watch.add' | 'watch.remove'
> = {
  'restriction.add': {
    kind: 'restriction.add',
    label: 'Add to a restriction',
    group: 'People',
    summary:
      'Lets people into a restriction. The first ones lock out everybody else, but for whoever acts. An admin must allow it in the settings.',
    fields: RESTRICTION_FIELDS,
    example: { operation: 'update', groups: ['writers'] },
  },
  'restriction.remove': {
    kind: 'restriction.remove',
    label: 'Remove from a restriction',
    group: 'People',
    summary:
      'Takes people out of a restriction. When the last one goes, nobody is restricted. An admin must allow it in the settings.',
    fields: RESTRICTION_FIELDS,
    example: { operation: 'read', users: ['{{actor.accountId}}'] },
  },
  'restriction.replace': {
    kind: 'restriction.replace',
    label: 'Replace a restriction',
    group: 'People',
    summary:
      'Sets a restriction to these people and whoever acts. Naming nobody lifts it. An admin must allow it in the settings.',
    fields: RESTRICTION_FIELDS,
    example: { operation: 'update', users: ['{{actor.accountId}}'], groups: ['writers'] },
  },
  'watch.add': {
    kind: 'watch.add',
    label: 'Add a watcher',
    group: 'People',
    summary: 'Makes somebody watch the page or blog post.',
    fields: [WATCHER_FIELD],
    example: { user: '{{actor.accountId}}' },
  },
  'watch.remove': {
    kind: 'watch.remove',
    label: 'Remove a watcher',
    group: 'People',
    summary: 'Lets somebody watch the page or blog post no longer.',
    fields: [WATCHER_FIELD],
    example: { user: '{{actor.accountId}}' },
  },
};
