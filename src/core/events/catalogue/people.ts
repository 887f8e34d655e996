// The events of users and groups. They carry no acting user, because Confluence learns of the
// change from elsewhere.

import type { CatalogueEvent } from './catalogue-event';
import { commonFields, field, userFields } from './fields';
import { sampleActorlessPayload, sampleUser } from './samples';
import { GROUPS_READ, USER_READ } from './scopes';

export const PEOPLE_EVENTS: readonly CatalogueEvent[] = [
  userEvent('created', 'User added', 'A user came to be in Confluence.'),
  userEvent('deleted', 'User deleted', 'A user was deleted from Confluence.'),
  groupEvent('created', 'Group added', 'A group came to be in Confluence.'),
  groupEvent('deleted', 'Group deleted', 'A group was deleted from Confluence.'),
];

function userEvent(action: string, name: string, when: string): CatalogueEvent {
  const id = `avi:confluence:${action}:user`;
  return {
    id,
    spellings: [],
    name,
    when,
    group: 'Users and groups',
    subject: 'user',
    scopes: [USER_READ],
    fields: [...commonFields({ actor: false }), ...userFields('user', 'the user')],
    beside: [],
    example: {
      condition: { '==': [{ var: 'user.isExternalCollaborator' }, true] },
      meaning: 'the user is a guest',
    },
    sample: sampleActorlessPayload(id, { user: sampleUser() }),
    noisy: false,
  };
}

function groupEvent(action: string, name: string, when: string): CatalogueEvent {
  const id = `avi:confluence:${action}:group`;
  return {
    id,
    spellings: [],
    name,
    when,
    group: 'Users and groups',
    subject: 'group',
    scopes: [GROUPS_READ],
    fields: [
      ...commonFields({ actor: false }),
      field('group.id', 'string', 'id of the group'),
      field('group.name', 'string', 'name of the group'),
    ],
    beside: [],
    example: {
      condition: { startsWith: [{ var: 'group.name' }, 'confluence-'] },
      meaning: 'the name of the group starts with "confluence-"',
    },
    sample: sampleActorlessPayload(id, {
      group: { id: 'ab1a3479-143a-456e-8853-d359e577863a', name: 'example-group' },
    }),
    noisy: false,
  };
}
