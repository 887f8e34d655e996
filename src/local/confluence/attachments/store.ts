// Attaching files, new versions of them, and removing them, with what is published then. It knows no HTTP.

import { firstVersion, nextVersion, removeContent, saveContent } from '../content/store';
import { attachmentEvent } from '../events/attachment-events';
import { badRequest, notFound } from '../http/refusal';
import type { UploadedFile } from '../http/operation';
import type { AttachmentRecord, ContentRecord } from '../model/content';
import { hasSpaceLevel } from '../permissions/access';
import { spaceOf } from '../permissions/require';
import { attachmentIds } from '../relations';
import type { Session } from '../session';
import { newId, newUuid } from '../session';

export type AttachmentHolder = ContentRecord & { readonly type: AttachmentRecord['containerType'] };

/** The attachments of a content, whatever their status. */
export function attachmentsOf(session: Session, contentId: string): readonly AttachmentRecord[] {
  return attachmentIds(session.tables, contentId)
    .flatMap((id) => session.tables.content.get(id) ?? [])
    .filter((content): content is AttachmentRecord => content.type === 'attachment');
}

/** The published attachment of that name. */
export function findAttachment(
  session: Session,
  contentId: string,
  name: string,
): AttachmentRecord | undefined {
  return attachmentsOf(session, contentId).find(
    ({ title, status }) => title === name && status === 'current',
  );
}

export function createAttachment(
  session: Session,
  holder: AttachmentHolder,
  file: UploadedFile,
  comment: string,
): AttachmentRecord {
  const { tables, actor, nowIso } = session;
  const attachment: AttachmentRecord = {
    type: 'attachment',
    id: newId(tables),
    status: 'current',
    title: file.name,
    spaceId: holder.spaceId,
    createdAt: nowIso,
    createdBy: actor.accountId,
    version: firstVersion(session, comment),
    containerId: holder.id,
    containerType: holder.type,
    mediaType: file.mediaType,
    fileSize: file.size,
    fileId: newUuid(tables),
    comment,
  };
  return store(session, 'created', attachment, file.base64);
}

/** Puts another file in place of the one that is there, as a new version. */
export function updateAttachmentFile(
  session: Session,
  before: AttachmentRecord,
  file: UploadedFile,
  comment: string,
): AttachmentRecord {
  const after: AttachmentRecord = {
    ...before,
    mediaType: file.mediaType,
    fileSize: file.size,
    comment,
    version: nextVersion(session, before, comment),
  };
  return store(session, 'updated', after, file.base64);
}

/** Renames an attachment or changes what is said about it, as a new version. */
export function updateAttachmentProperties(
  session: Session,
  before: AttachmentRecord,
  change: { readonly title?: string; readonly mediaType?: string; readonly comment?: string },
): AttachmentRecord {
  const after: AttachmentRecord = { ...before, ...change, version: nextVersion(session, before) };
  saveContent(session.tables, after);
  session.publish(attachmentEvent(session.tables, 'updated', after));
  return after;
}

function store(
  session: Session,
  verb: 'created' | 'updated',
  attachment: AttachmentRecord,
  base64: string,
): AttachmentRecord {
  session.tables.files.put(attachment.fileId, base64);
  saveContent(session.tables, attachment);
  session.publish(attachmentEvent(session.tables, verb, attachment));
  return attachment;
}

/** Trashes an attachment, or, with `purge`, removes what is in the trash for good. */
export function deleteAttachment(session: Session, attachment: AttachmentRecord, purge: boolean): void {
  const { tables, actor } = session;
  if (!purge) {
    if (attachment.status === 'trashed') throw badRequest('The attachment is already in the trash');
    setStatus(session, attachment, 'trashed', 'trashed');
    return;
  }
  if (!hasSpaceLevel(tables, actor.accountId, spaceOf(session, attachment), 'admin')) throw notFound();
  if (attachment.status !== 'trashed')
    throw badRequest('The attachment must be in the trash before it can be purged');
  const event = attachmentEvent(tables, 'deleted', attachment);
  removeContent(tables, attachment);
  session.publish(event);
}

export function restoreAttachment(session: Session, attachment: AttachmentRecord): AttachmentRecord {
  if (attachment.status !== 'trashed') throw badRequest('The attachment is not in the trash');
  if (findAttachment(session, attachment.containerId, attachment.title) !== undefined) {
    throw badRequest(`The content already has an attachment named ${attachment.title}`);
  }
  return setStatus(session, attachment, 'current', 'restored');
}

function setStatus(
  session: Session,
  attachment: AttachmentRecord,
  status: AttachmentRecord['status'],
  verb: 'trashed' | 'restored',
): AttachmentRecord {
  const after: AttachmentRecord = { ...attachment, status };
  saveContent(session.tables, after);
  session.publish(attachmentEvent(session.tables, verb, after));
  return after;
}
