// REST v2 for attachments: lists, reading, deleting.

import { includes, versionField } from '../content/includes';
import type { Input, Operation } from '../http/operation';
import { flag, NO_CONTENT, ok, param } from '../http/operation';
import { v2Page } from '../http/paging';
import type { AttachmentRecord } from '../model/content';
import { canView } from '../permissions/access';
import { requireContent, requireEditable } from '../permissions/require';
import { readStatuses, sortContent } from '../publishing/list';
import type { Session } from '../session';
import { listAll } from '../tables';
import { attachmentBulkJson, attachmentFields, attachmentLinks } from './json';
import { attachmentsOf, deleteAttachment } from './store';

const READ = [['read:attachment:confluence']];

const HOLDERS = [
  { id: 'getPageAttachments', path: 'pages', type: 'page' },
  { id: 'getBlogpostAttachments', path: 'blogposts', type: 'blogpost' },
  { id: 'getCustomContentAttachments', path: 'custom-content', type: 'custom_content' },
] as const;

export const v2AttachmentOperations: readonly Operation[] = [
  {
    id: 'getAttachments',
    method: 'GET',
    path: '/wiki/api/v2/attachments',
    version: 2,
    scopes: READ,
    perform: (input, session) => {
      const attachments = listAll(session.tables.content)
        .filter((content): content is AttachmentRecord => content.type === 'attachment')
        .filter((attachment) => canView(session.tables, session.actor.accountId, attachment));
      return page(input, session, attachments);
    },
  },
  ...HOLDERS.map(({ id, path, type }): Operation => ({
    id,
    method: 'GET',
    path: `/wiki/api/v2/${path}/{id}/attachments`,
    version: 2,
    scopes: READ,
    perform: (input, session) => {
      const holder = requireContent(session, param(input, 'id'), [type]);
      return page(input, session, attachmentsOf(session, holder.id));
    },
  })),
  {
    id: 'getAttachmentById',
    method: 'GET',
    path: '/wiki/api/v2/attachments/{id}',
    version: 2,
    scopes: READ,
    perform: (input, session) => {
      const attachment = requireContent(session, param(input, 'id'), ['attachment']);
      const self = `${session.baseUrl}/api/v2/attachments/${param(input, 'id')}`;
      return ok({
        ...attachmentFields(session, attachment),
        ...versionField(input, attachment),
        ...includes(input, session, attachment, self),
        _links: { ...attachmentLinks(session, attachment), base: session.baseUrl },
      });
    },
  },
  {
    id: 'deleteAttachment',
    method: 'DELETE',
    path: '/wiki/api/v2/attachments/{id}',
    version: 2,
    scopes: [['delete:attachment:confluence']],
    perform: (input, session) => {
      const attachment = requireEditable(session, param(input, 'id'), ['attachment']);
      deleteAttachment(session, attachment, flag(input, 'purge'));
      return NO_CONTENT;
    },
  },
];

function page(
  input: Input,
  session: Session,
  attachments: readonly AttachmentRecord[],
): ReturnType<Operation['perform']> {
  const statuses = readStatuses(input, ['current', 'archived']);
  const name = input.query.get('filename');
  const mediaType = input.query.get('mediaType');
  const found = attachments
    .filter(({ status }) => statuses.includes(status))
    .filter(({ title }) => name === null || title === name)
    .filter((attachment) => mediaType === null || attachment.mediaType === mediaType);
  return v2Page(input, session, sortContent(found, input.query.get('sort')), (attachment) =>
    attachmentBulkJson(session, attachment),
  );
}
