// What the readers of fields are asked about, and the route to it. It must not make a request.

import { route } from '@forge/api';
import { FailureError } from '../../../core/failure';
import { isJsonObject } from '../../../core/json';
import { restId } from '../rest-id';
import type { Route } from '@forge/api';
import type { JsonObject, JsonValue } from '../../../core/json';

/** The object of the facts on which the fields hang. */
export interface FieldTarget {
  readonly id: string;
  /** `page`, `blogpost`, `comment`, `attachment`, `user`, … */
  readonly type: string;
  readonly facts: JsonObject;
}

/** Reads the fields called `names` of one target. A name without a value is left out. Throws a `FailureError`. */
export type ReadFields = (
  target: FieldTarget,
  names: readonly string[],
) => Promise<ReadonlyMap<string, JsonValue>>;

/** The target in REST v2. Throws a `FailureError` for types that the app may not read. */
export function routeOf(target: FieldTarget): Route {
  const { id, type, facts } = target;
  switch (type) {
    case 'page':
      return route`/wiki/api/v2/pages/${id}`;
    case 'blogpost':
      return route`/wiki/api/v2/blogposts/${id}`;
    case 'attachment':
      return route`/wiki/api/v2/attachments/${restId({ id, type })}`;
    case 'comment': {
      const { extensions } = facts;
      const isInline = isJsonObject(extensions) && extensions['location'] === 'inline';
      return isInline ? route`/wiki/api/v2/inline-comments/${id}` : route`/wiki/api/v2/footer-comments/${id}`;
    }
    default:
      throw cannotRead(target);
  }
}

/** The refusal for what Confluence, or the app's scopes, do not offer. */
export function cannotRead({ id, type }: FieldTarget): FailureError {
  const message = `Failed to read fields of ${type} ${id}: the app reads them of pages, blog posts, comments and attachments only. Take them out of the rule.`;
  return new FailureError({ kind: 'bad-request', message, retryable: false });
}
