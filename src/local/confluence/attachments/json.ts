// Attachments as v2 shows them.

import type { JsonObject } from '../../../core/json';
import { versionJson } from '../content/includes';
import type { AttachmentRecord } from '../model/content';
import { spaceOf } from '../permissions/require';
import type { Session } from '../session';
import { describeMediaType } from './media-type';

/** As in lists. */
export function attachmentBulkJson(session: Session, attachment: AttachmentRecord): JsonObject {
  return {
    ...attachmentFields(session, attachment),
    version: versionJson(attachment.version),
    _links: attachmentLinks(session, attachment),
  };
}

/** Names of the field that says what an attachment belongs to. */
const CONTAINER_FIELDS: { readonly [T in AttachmentRecord['containerType']]: string } = {
  page: 'pageId',
  blogpost: 'blogPostId',
  custom_content: 'customContentId',
};

export function attachmentFields(session: Session, attachment: AttachmentRecord): JsonObject {
  const { webui, download } = attachmentLinks(session, attachment);
  return {
    id: restId(attachment.id),
    status: attachment.status,
    title: attachment.title,
    createdAt: attachment.createdAt,
    [CONTAINER_FIELDS[attachment.containerType]]: attachment.containerId,
    mediaType: attachment.mediaType,
    mediaTypeDescription: describeMediaType(attachment.mediaType),
    comment: attachment.comment,
    fileId: attachment.fileId,
    fileSize: attachment.fileSize,
    webuiLink: webui,
    downloadLink: download,
  };
}

export function attachmentLinks(
  session: Session,
  attachment: AttachmentRecord,
): { readonly webui: string; readonly download: string } {
  const { key } = spaceOf(session, attachment);
  const file = encodeURIComponent(attachment.title);
  return {
    webui: `/spaces/${key}/pages/${attachment.containerId}?preview=/${attachment.containerId}/${restId(attachment.id)}/${file}`,
    download: `/download/attachments/${attachment.containerId}/${file}?version=${attachment.version.number}&api=v2`,
  };
}

/** REST puts `att` before the ids of attachments; events do not. */
export function restId(id: string): string {
  return `att${id}`;
}
