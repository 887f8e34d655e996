// Events of users, groups, relations and searches. Those of users and groups do not say who acted.

import type { JsonObject } from '../../../core/json';
import type { ContentRecord } from '../model/content';
import type { SpaceRecord } from '../model/space';
import type { GroupRecord } from '../model/user';
import type { SiteEvent } from '../session';
import type { Tables } from '../tables';
import { contentJson, spaceJson, userJson } from './parts';

/** `tables` must still, or already, hold the user. */
export function userEvent(tables: Tables, verb: 'created' | 'deleted', accountId: string): SiteEvent {
  return { eventType: `avi:confluence:${verb}:user`, user: userJson(tables, accountId) };
}

export function groupEvent(verb: 'created' | 'deleted', group: GroupRecord): SiteEvent {
  return { eventType: `avi:confluence:${verb}:group`, group: { id: group.id, name: group.name } };
}

/** One end of a relation. */
type RelationEnd =
  | { readonly kind: 'user'; readonly accountId: string }
  | { readonly kind: 'content'; readonly content: ContentRecord }
  | { readonly kind: 'space'; readonly space: SpaceRecord };

export interface Relation {
  /** `like`, `favourite`, `watching`, or an app's own. */
  readonly name: string;
  readonly source: RelationEnd;
  readonly target: RelationEnd;
  readonly createdBy: string;
  readonly createdAt: string;
}

export function relationEvent(tables: Tables, verb: 'created' | 'deleted', relation: Relation): SiteEvent {
  return {
    eventType: `avi:confluence:${verb}:relation`,
    relationName: relation.name,
    relationData: {
      createdBy: userJson(tables, relation.createdBy),
      createdDate: relation.createdAt,
    },
    source: endJson(tables, relation.source),
    target: endJson(tables, relation.target),
  };
}

function endJson(tables: Tables, end: RelationEnd): JsonObject {
  switch (end.kind) {
    case 'user':
      return { user: userJson(tables, end.accountId) };
    case 'content':
      return { content: contentJson(tables, end.content) };
    case 'space':
      return { space: spaceJson(end.space) };
  }
}

/** Somebody searched and saw the results. */
export function searchEvent(query: string, accountType: string, results: number): SiteEvent {
  return { eventType: 'avi:confluence:performed:search', query, accountType, results };
}
