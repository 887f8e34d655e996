// Changing who alone may read or update a content, and what is published then. It knows no HTTP.

import { saveContent } from '../content/store';
import { contentEvent } from '../events/content-events';
import { badRequest } from '../http/refusal';
import type { RestrictableRecord, Restrictions, Subjects } from '../model/content';
import { without } from '../model/without';
import type { Session } from '../session';

export type RestrictionOperation = keyof Restrictions;
export const RESTRICTION_OPERATIONS: readonly RestrictionOperation[] = ['read', 'update'];

export const NOBODY: Subjects = { users: [], groups: [] };

/** Puts `restrictions` in place of those the content has; a side that names nobody restricts nobody. */
export function replaceRestrictions(
  session: Session,
  content: RestrictableRecord,
  restrictions: Restrictions,
): RestrictableRecord {
  const kept = RESTRICTION_OPERATIONS.flatMap((operation) => {
    const subjects = restrictions[operation];
    return subjects === undefined || isEmpty(subjects) ? [] : [[operation, subjects] as const];
  });
  for (const [, subjects] of kept) checkSubjects(session, subjects);
  const bare = without(content, 'restrictions') as RestrictableRecord;
  const after: RestrictableRecord =
    kept.length === 0 ? bare : { ...bare, restrictions: Object.fromEntries(kept) };
  saveContent(session.tables, after);
  session.publish(contentEvent(session.tables, 'permissions_updated', after));
  return after;
}

/** Adds subjects to those that one operation is restricted to. */
export function addSubjects(
  session: Session,
  content: RestrictableRecord,
  additions: Restrictions,
): RestrictableRecord {
  const merged = RESTRICTION_OPERATIONS.map((operation) => [
    operation,
    union(content.restrictions?.[operation] ?? NOBODY, additions[operation] ?? NOBODY),
  ]);
  return replaceRestrictions(session, content, Object.fromEntries(merged) as Restrictions);
}

/** Takes one user or group away; a side that is left empty restricts nobody any more. */
export function removeSubject(
  session: Session,
  content: RestrictableRecord,
  operation: RestrictionOperation,
  subject: { readonly user: string } | { readonly group: string },
): RestrictableRecord {
  const { users, groups } = content.restrictions?.[operation] ?? NOBODY;
  const left: Subjects =
    'user' in subject
      ? { users: users.filter((id) => id !== subject.user), groups }
      : { users, groups: groups.filter((id) => id !== subject.group) };
  return replaceRestrictions(session, content, { ...content.restrictions, [operation]: left });
}

function union(a: Subjects, b: Subjects): Subjects {
  return {
    users: [...new Set([...a.users, ...b.users])],
    groups: [...new Set([...a.groups, ...b.groups])],
  };
}

function isEmpty({ users, groups }: Subjects): boolean {
  return users.length === 0 && groups.length === 0;
}

function checkSubjects(session: Session, { users, groups }: Subjects): void {
  const user = users.find((id) => session.tables.users.get(id) === undefined);
  if (user !== undefined) throw badRequest(`No user found with account ID: ${user}`);
  const group = groups.find((id) => session.tables.groups.get(id) === undefined);
  if (group !== undefined) throw badRequest(`No group found with id: ${group}`);
}
