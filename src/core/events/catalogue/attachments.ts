// The events of attachments.

import type { JsonObject } from '../../json';
import type { CatalogueEvent, EventField } from './catalogue-event';
import {
  authoredFields,
  commonFields,
  containerFields,
  field,
  notificationFields,
  optionalField,
  spaceFields,
  updateTriggerFields,
} from './fields';
import { sampleContainer, sampleContent, samplePayload, sampleVersion } from './samples';
import { CONTENT_SUMMARY } from './scopes';

/** What the sample's status is after the deed; `current` after the rest. */
const STATUS_AFTER: { readonly [action: string]: string } = {
  archived: 'archived',
  trashed: 'trashed',
  deleted: 'trashed',
};

export const ATTACHMENT_EVENTS: readonly CatalogueEvent[] = [
  attachmentEvent('created', 'Attachment added', 'A file was attached to a page, blog post or live doc.'),
  attachmentEvent(
    'updated',
    'Attachment updated',
    'A new version of an attached file was uploaded, or it was renamed.',
  ),
  attachmentEvent('viewed', 'Attachment viewed', 'Somebody opened an attached file. Fires very often.'),
  attachmentEvent('archived', 'Attachment archived', 'An attachment went into the archive with its page.'),
  attachmentEvent(
    'unarchived',
    'Attachment unarchived',
    'An attachment came out of the archive with its page.',
  ),
  attachmentEvent('trashed', 'Attachment deleted (to trash)', 'An attachment was put into the trash.'),
  attachmentEvent('restored', 'Attachment restored', 'An attachment was brought back from the trash.'),
  attachmentEvent('deleted', 'Attachment deleted for good', 'An attachment was removed from the trash.'),
  attachmentEvent(
    'permissions_updated',
    'Attachment restrictions changed',
    'The restrictions that apply to an attachment were changed.',
  ),
];

function attachmentEvent(action: string, name: string, when: string): CatalogueEvent {
  const id = `avi:confluence:${action}:attachment`;
  const isUpdate = action === 'updated';
  return {
    id,
    spellings: [],
    name,
    when,
    group: 'Attachments',
    subject: 'attachment',
    scopes: [CONTENT_SUMMARY],
    fields: [
      ...commonFields({ actor: true }),
      ...spaceFields('space'),
      ...notificationFields(),
      ...(isUpdate ? updateTriggerFields() : []),
      ...authoredFields('attachment', 'the attachment', ['attachment']),
      ...containerFields('attachment.container'),
      ...extensionFields('attachment.extensions'),
    ],
    beside: [],
    example: {
      condition: { '==': [{ var: 'attachment.extensions.mediaType' }, 'application/pdf'] },
      meaning: 'the file is a PDF',
    },
    sample: samplePayload(id, {
      suppressNotifications: false,

      attachment: sampleAttachment(action),
    }),
    noisy: action === 'viewed',
  };
}

function extensionFields(path: string): readonly EventField[] {
  return [
    field(`${path}.mediaType`, 'string', 'media type of the file, such as `image/png`'),
    field(`${path}.fileSize`, 'number', 'size of the file in bytes'),
    optionalField(`${path}.mediaTypeDescription`, 'string', 'media type in words, such as "PNG Image"'),
    optionalField(`${path}.fileId`, 'string', 'id of the file'),
    optionalField(`${path}.collectionName`, 'string', 'where Confluence keeps the file'),
    optionalField(`${path}.downloadPath`, 'string', 'address of the file'),
  ];
}

function sampleAttachment(action: string): JsonObject {
  return sampleContent('attachment', {
    id: '838205455',
    status: STATUS_AFTER[action] ?? 'current',
    title: 'logo.png',
    version: sampleVersion(action === 'updated' ? 2 : 1),
    container: sampleContainer(),
    extensions: {
      mediaType: 'image/png',
      fileSize: '3329',
      mediaTypeDescription: 'PNG Image',
      fileId: 'b23c8f6f-5b24-401f-9f97-3e83650d858e',
      collectionName: 'contentId-753665',
      downloadPath:
        'https://example.atlassian.net/wiki/download/attachments/838205441/logo.png?version=1&cacheVersion=1&api=v2',
    },
  });
}
