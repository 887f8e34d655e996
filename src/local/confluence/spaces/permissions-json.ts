// The permissions of a space in v2's words. The site keeps three levels; Atlassian lists single operations.

import type { JsonObject } from '../../../core/json';
import type { SpaceGrant, SpaceLevel, SpaceRecord } from '../model/space';
import { SPACE_LEVELS } from '../model/space';
import { hasSpaceLevel } from '../permissions/access';
import type { Session } from '../session';

type Pair = readonly [operation: string, targetType: string];

/** What each level adds to the one before. */
const OPERATIONS: { readonly [L in SpaceLevel]: readonly Pair[] } = {
  view: [['read', 'space']],
  edit: [
    ['create', 'page'],
    ['delete', 'page'],
    ['archive', 'page'],
    ['create', 'blogpost'],
    ['delete', 'blogpost'],
    ['create', 'comment'],
    ['delete', 'comment'],
    ['create', 'attachment'],
    ['delete', 'attachment'],
    ['restrict_content', 'space'],
  ],
  admin: [
    ['administer', 'space'],
    ['export', 'space'],
  ],
};

/** What the actor may do in the space. */
export function spaceOperations(session: Session, space: SpaceRecord): readonly JsonObject[] {
  return SPACE_LEVELS.filter((level) => hasSpaceLevel(session.tables, session.actor.accountId, space, level))
    .flatMap((level) => OPERATIONS[level])
    .map(([operation, targetType]) => ({ operation, targetType }));
}

/** The lines of the space's permissions, one for each operation of each grant. */
export function permissionsOf(space: SpaceRecord): readonly JsonObject[] {
  return space.grants.flatMap((grant, grantIndex) =>
    pairsOf(grant).map(([key, targetType], pairIndex) => ({
      id: `${space.id}${String(grantIndex).padStart(2, '0')}${String(pairIndex).padStart(2, '0')}`,
      principal: { type: grant.principalType, id: grant.principalId },
      operation: { key, targetType },
    })),
  );
}

function pairsOf(grant: SpaceGrant): readonly Pair[] {
  const levels = SPACE_LEVELS.slice(0, SPACE_LEVELS.indexOf(grant.level) + 1);
  return levels.flatMap((level) => OPERATIONS[level]);
}
