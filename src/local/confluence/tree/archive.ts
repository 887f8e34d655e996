// Archiving pages, which Confluence does as a job, and taking them out of the archive again.

import { liftChildren, saveContent } from '../content/store';
import { attachmentEvent } from '../events/attachment-events';
import { contentEvent } from '../events/content-events';
import { badRequest } from '../http/refusal';
import type { AttachmentRecord, PageRecord } from '../model/content';
import { canEdit } from '../permissions/access';
import { spaceOf } from '../permissions/require';
import { checkTitle } from '../publishing/write';
import { attachmentIds } from '../relations';
import type { Session } from '../session';

/** Most pages of one request. [Confluence REST v1 description] */
const MAX_PAGES = 300;
/** Editions below Premium archive one page at a time. [Confluence REST v1 description] */
const MAX_PAGES_BELOW_PREMIUM = 1;

/** The pages of those ids, if all of them can be archived now. */
export function requireArchivable(session: Session, ids: readonly string[]): readonly PageRecord[] {
  if (ids.length === 0) throw badRequest('At least one page is expected');
  if (ids.length > MAX_PAGES) throw badRequest(`At most ${MAX_PAGES} pages can be archived at once`);
  if (session.edition === 'free') throw badRequest('Archiving is not available in the Free edition');
  if (session.edition !== 'premium' && ids.length > MAX_PAGES_BELOW_PREMIUM) {
    throw badRequest('Archiving more than one page at once needs the Premium edition');
  }
  return ids.map((id) => {
    const page = session.tables.content.get(id);
    if (page?.type !== 'page' || !canEdit(session.tables, session.actor.accountId, page)) {
      throw badRequest(`The content id ${id} does not resolve to a page`);
    }
    if (page.status === 'archived') throw badRequest(`The page ${id} is already archived`);
    if (page.status !== 'current') throw badRequest(`The content id ${id} does not resolve to a page`);
    if (spaceOf(session, page).homepageId === id)
      throw badRequest('The homepage of a space cannot be archived');
    return page;
  });
}

/** Archives what is still published of `ids`, with the attachments of each page. */
export function archivePages(session: Session, ids: readonly string[]): void {
  for (const id of ids) {
    const page = session.tables.content.get(id);
    if (page?.type !== 'page' || page.status !== 'current') continue;
    liftChildren(session.tables, page);
    const after: PageRecord = { ...page, status: 'archived' };
    saveContent(session.tables, after);
    session.publish(contentEvent(session.tables, 'archived', after));
    for (const attachment of attachmentsOf(session, id)) setArchived(session, attachment, true);
  }
}

export function unarchivePage(session: Session, page: PageRecord): PageRecord {
  if (page.status !== 'archived') throw badRequest(`The page ${page.id} is not archived`);
  checkTitle(session.tables, spaceOf(session, page), 'page', page.title, page.id);
  const after: PageRecord = { ...page, status: 'current' };
  saveContent(session.tables, after);
  session.publish(contentEvent(session.tables, 'unarchived', after));
  for (const attachment of attachmentsOf(session, page.id)) setArchived(session, attachment, false);
  return after;
}

/** Puts an attachment into the archive or takes it out; does nothing when it is there already. */
export function setArchived(session: Session, attachment: AttachmentRecord, archived: boolean): void {
  const from = archived ? 'current' : 'archived';
  if (attachment.status !== from) return;
  const after: AttachmentRecord = { ...attachment, status: archived ? 'archived' : 'current' };
  saveContent(session.tables, after);
  session.publish(attachmentEvent(session.tables, archived ? 'archived' : 'unarchived', after));
}

function attachmentsOf(session: Session, contentId: string): readonly AttachmentRecord[] {
  return attachmentIds(session.tables, contentId)
    .flatMap((id) => session.tables.content.get(id) ?? [])
    .filter((content): content is AttachmentRecord => content.type === 'attachment');
}
