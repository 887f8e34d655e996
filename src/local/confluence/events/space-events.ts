// Events of spaces.

import type { SpaceRecord } from '../model/space';
import type { SiteEvent } from '../session';
import { spaceJson } from './parts';

export type SpaceVerb = 'created' | 'updated' | 'permissions_updated' | 'deleted';

export function spaceEvent(verb: SpaceVerb, space: SpaceRecord): SiteEvent {
  return { eventType: `avi:confluence:${verb}:space:V2`, space: spaceJson(space) };
}
