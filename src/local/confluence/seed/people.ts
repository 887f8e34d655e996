// The people of the demo site: one for each thing that an identity can be.

import { APP_ACCOUNT_ID } from '../../ports';
import type { GroupRecord, UserRecord } from '../model/user';
import { ADMINS_GROUP, USERS_GROUP, groupIdOf } from '../model/user';

/** accountIds of the demo site's people, as long as Atlassian's. */
export const DEMO_ACCOUNTS = {
  admin: '712020:00000000-0000-4000-8000-000000000ada',
  member: '712020:00000000-0000-4000-8000-000000000a1a',
  writer: '712020:00000000-0000-4000-8000-000000000a2a',
  deactivated: '712020:00000000-0000-4000-8000-000000000dea',
  guest: '712020:00000000-0000-4000-8000-0000000009e5',
} as const;

function person(accountId: string, displayName: string, more: Partial<UserRecord> = {}): UserRecord {
  const email = `${displayName.split(' ')[0]?.toLowerCase() ?? ''}@example.com`;
  return {
    accountId,
    accountType: 'atlassian',
    displayName,
    publicName: displayName,
    email,
    active: true,
    access: true,
    ...more,
  };
}

export const DEMO_USERS: readonly UserRecord[] = [
  person(DEMO_ACCOUNTS.admin, 'Ada Admin'),
  person(DEMO_ACCOUNTS.member, 'Mia Member', { personalSpaceKey: `~${DEMO_ACCOUNTS.member}` }),
  person(DEMO_ACCOUNTS.writer, 'Omar Writer'),
  person(DEMO_ACCOUNTS.deactivated, 'Dan Deactivated', { active: false }),
  person(DEMO_ACCOUNTS.guest, 'Gus Guest', { access: false }),
  person(APP_ACCOUNT_ID, 'Rulewright', { accountType: 'app', email: '' }),
];

function group(name: string, members: readonly string[]): GroupRecord {
  return { id: groupIdOf(name), name, members };
}

export const DEMO_GROUPS: readonly GroupRecord[] = [
  group(ADMINS_GROUP, [DEMO_ACCOUNTS.admin]),
  group(USERS_GROUP, [
    DEMO_ACCOUNTS.admin,
    DEMO_ACCOUNTS.member,
    DEMO_ACCOUNTS.writer,
    DEMO_ACCOUNTS.deactivated,
    APP_ACCOUNT_ID,
  ]),
  group('writers', [DEMO_ACCOUNTS.writer, DEMO_ACCOUNTS.member]),
];
