// Sending pages and blog posts to the trash, and removing them for good.

import { contentEvent } from '../events/content-events';
import { liftChildren, removeContent, saveContent } from '../content/store';
import { badRequest, notFound } from '../http/refusal';
import { hasSpaceLevel } from '../permissions/access';
import { spaceOf } from '../permissions/require';
import type { Session } from '../session';
import type { Published } from './write';

/** What `DELETE` may be asked for. */
export interface DeleteOptions {
  readonly purge: boolean;
  readonly draft: boolean;
}

/** Trashes what is published, discards a draft, purges what is in the trash; publishes it. */
export function deleteContent(session: Session, content: Published, options: DeleteOptions): void {
  if (options.purge) {
    purge(session, content);
  } else if (options.draft) {
    if (content.status !== 'draft') throw notFound();
    removeContent(session.tables, content);
  } else {
    trash(session, content);
  }
}

function trash(session: Session, content: Published): void {
  if (content.status === 'draft') throw notFound();
  if (content.status === 'trashed') throw badRequest(`Content with id ${content.id} is already in the trash`);
  const { tables } = session;
  if (spaceOf(session, content).homepageId === content.id) {
    throw badRequest('The homepage of a space cannot be moved to the trash');
  }
  liftChildren(tables, content);
  const after: Published = { ...content, status: 'trashed' };
  saveContent(tables, after);
  session.publish(contentEvent(tables, 'trashed', after));
}

function purge(session: Session, content: Published): void {
  const { tables, actor } = session;
  if (!hasSpaceLevel(tables, actor.accountId, spaceOf(session, content), 'admin')) throw notFound();
  if (content.status !== 'trashed') {
    throw badRequest(`Content with id ${content.id} must be in the trash before it can be purged`);
  }
  // Built before the removal, because the payload reads what is about to go.
  const event = contentEvent(tables, 'deleted', content);
  removeContent(tables, content);
  session.publish(event);
}
