// REST v1 for asking whether somebody may do something with a content.

import * as v from 'valibot';

import type { Operation } from '../http/operation';
import { ok, param } from '../http/operation';
import { parseBody } from '../http/parse-body';
import { badRequest } from '../http/refusal';
import type { ContentRecord } from '../model/content';
import type { Session } from '../session';
import { canEdit, canView } from './access';
import { requireAnyContent } from './require';

const RequestSchema = v.object({
  subject: v.object({ type: v.picklist(['user', 'group']), identifier: v.string() }),
  operation: v.picklist(['read', 'update', 'delete']),
});

export const permissionOperations: readonly Operation[] = [
  {
    id: 'checkContentPermission',
    method: 'POST',
    path: '/wiki/rest/api/content/{id}/permission/check',
    version: 1,
    scopes: [['read:confluence-content.permission'], ['read:content.permission:confluence']],
    perform: (input, session) => {
      const content = requireAnyContent(session, param(input, 'id'));
      const { subject, operation } = parseBody(input, RequestSchema);
      const may = operation === 'read' ? canView : canEdit;
      const hasPermission = peopleOf(session, subject).every(
        (id) => canAct(session, id) && may(session.tables, id, content),
      );
      return ok({ hasPermission: hasPermission && isThere(content), errors: [] });
    },
  },
];

/** The accounts whose permission is asked for; a group may what all its members may. */
function peopleOf(
  session: Session,
  subject: { readonly type: 'user' | 'group'; readonly identifier: string },
): readonly string[] {
  if (subject.type === 'user') {
    const user = session.tables.users.get(subject.identifier);
    if (user === undefined) throw badRequest(`No user found with account ID: ${subject.identifier}`);
    return [user.accountId];
  }
  const group = session.tables.groups.get(subject.identifier);
  if (group === undefined) throw badRequest(`No group found with id: ${subject.identifier}`);
  return group.members;
}

function canAct(session: Session, accountId: string): boolean {
  const user = session.tables.users.get(accountId);
  return user !== undefined && user.active && user.access;
}

/** Nobody may do anything with what is in the trash. */
function isThere(content: ContentRecord): boolean {
  return content.status !== 'trashed';
}
