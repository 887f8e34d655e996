// A space as it is kept. It knows neither REST nor events.

/** What a principal may do in a space; each level includes those before it. */
export const SPACE_LEVELS = ['view', 'edit', 'admin'] as const;
export type SpaceLevel = (typeof SPACE_LEVELS)[number];

/** One line of a space's permissions. */
export interface SpaceGrant {
  readonly principalType: 'user' | 'group';
  /** accountId or group id. */
  readonly principalId: string;
  readonly level: SpaceLevel;
}

export interface SpaceRecord {
  readonly id: string;
  readonly key: string;
  readonly alias: string;
  readonly name: string;
  readonly type: 'global' | 'personal';
  readonly status: 'current' | 'archived';
  /** Plain text. */
  readonly description: string;
  readonly homepageId?: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly grants: readonly SpaceGrant[];
  /** Whether pages may carry a status that is not among the space's suggested ones. */
  readonly customStatesAllowed: boolean;
}
