// Events of spaces.

import type { SpaceRecord } from '../model/space';
import type { SiteEvent } from '../session';
import type { Tables } from '../tables';
import { spaceJson, userJson } from './parts';

export type SpaceVerb = 'created' | 'updated' | 'permissions_updated' | 'deleted';

export function spaceEvent(tables: Tables, verb: SpaceVerb, space: SpaceRecord): SiteEvent {
  const history = { createdBy: userJson(tables, space.createdBy), createdDate: space.createdAt };
  return { eventType: `avi:confluence:${verb}:space:V2`, space: { ...spaceJson(space), history } };
}
