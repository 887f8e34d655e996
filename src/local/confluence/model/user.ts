// The people, the groups and the app user of the site, as records. They hold no rule about who may do what.

/** One account of the site. */
export interface UserRecord {
  readonly accountId: string;
  readonly accountType: 'atlassian' | 'app';
  readonly displayName: string;
  readonly publicName: string;
  readonly email: string;
  /** False for a deactivated account: it can neither act nor be impersonated. */
  readonly active: boolean;
  /** Whether the account may use Confluence at all. */
  readonly access: boolean;
  readonly personalSpaceKey?: string;
}

export interface GroupRecord {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** Everybody who may use Confluence is in it; new spaces let it in. */
export const USERS_GROUP = 'confluence-users';
/** Its members administer the site. */
export const ADMINS_GROUP = 'confluence-admins';

/** A group's id: derived from its name, so that a seeded site has the same ids everywhere. */
export function groupIdOf(name: string): string {
  return `group-${name}`;
}
