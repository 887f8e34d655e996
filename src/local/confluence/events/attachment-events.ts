// Events of attachments, with what holds them and what is known of the file.

import { describeMediaType } from '../attachments/media-type';
import type { AttachmentRecord } from '../model/content';
import type { SiteEvent } from '../session';
import type { Tables } from '../tables';
import { contentJson } from './parts';

export type AttachmentVerb =
  'created' | 'updated' | 'viewed' | 'archived' | 'unarchived' | 'trashed' | 'restored' | 'deleted';

export function attachmentEvent(
  tables: Tables,
  verb: AttachmentVerb,
  attachment: AttachmentRecord,
): SiteEvent {
  const { containerId, mediaType, fileSize, fileId, title, version } = attachment;
  const container = tables.content.get(containerId);
  const file = `${encodeURIComponent(title)}?version=${version.number}&cacheVersion=1&api=v2`;
  return {
    eventType: `avi:confluence:${verb}:attachment`,
    suppressNotifications: false,
    ...(verb === 'updated' ? { updateTrigger: 'edit_page' } : {}),
    attachment: {
      ...contentJson(tables, attachment),
      ...(container === undefined ? {} : { container: contentJson(tables, container) }),
      extensions: {
        mediaType,
        // A string in Atlassian's example, though a number in its type.
        fileSize: String(fileSize),
        mediaTypeDescription: describeMediaType(mediaType),
        fileId,
        collectionName: `contentId-${containerId}`,
        downloadPath: `/wiki/download/attachments/${containerId}/${file}`,
      },
    },
  };
}
