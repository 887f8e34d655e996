// REST v1 for attachments: uploading, which v2 does not offer, and downloading.

import * as v from 'valibot';

import { v1ContentJson } from '../content/v1-json';
import type { Input, Operation, Reply, UploadedFile } from '../http/operation';
import { listParam, ok, param } from '../http/operation';
import { v1Page } from '../http/paging';
import { parseBody } from '../http/parse-body';
import { badRequest, Refusal } from '../http/refusal';
import type { AttachmentRecord } from '../model/content';
import { noContentFound, requireAnyContent, requireAnyEditable } from '../permissions/require';
import type { Session } from '../session';
import { checkToken } from '../watches/routes';
import { attachmentLinks } from './json';
import {
  attachmentsOf,
  createAttachment,
  findAttachment,
  updateAttachmentFile,
  updateAttachmentProperties,
} from './store';
import type { AttachmentHolder } from './store';

const READ = [['read:confluence-content.summary'], ['read:attachment:confluence']];
const WRITE = [['write:confluence-file'], ['read:content-details:confluence', 'write:attachment:confluence']];
const DOWNLOAD = [['readonly:content.attachment:confluence'], ['read:attachment:confluence']];
const MANY = '/wiki/rest/api/content/{id}/child/attachment';
const ONE = `${MANY}/{attachmentId}`;
/** v1 gives 50 attachments unless asked. [Confluence REST v1 description] */
const DEFAULT_LIMIT = 50;

const PropertiesSchema = v.object({
  version: v.object({ number: v.pipe(v.number(), v.integer()) }),
  title: v.optional(v.string()),
  metadata: v.optional(v.object({ mediaType: v.optional(v.string()), comment: v.optional(v.string()) })),
});

export const v1AttachmentOperations: readonly Operation[] = [
  {
    id: 'getAttachments',
    method: 'GET',
    path: MANY,
    version: 1,
    scopes: READ,
    perform: (input, session) => {
      const content = requireAnyContent(session, param(input, 'id'));
      const name = input.query.get('filename');
      const mediaType = input.query.get('mediaType');
      const found = attachmentsOf(session, content.id)
        .filter(({ status }) => status === 'current')
        .filter(({ title }) => name === null || title === name)
        .filter((attachment) => mediaType === null || attachment.mediaType === mediaType);
      return contentArray(input, session, found);
    },
  },
  {
    id: 'createAttachment',
    method: 'POST',
    path: MANY,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      const { holder, files, comment } = readUpload(input, session);
      const taken = files.find(({ name }) => findAttachment(session, holder.id, name) !== undefined);
      if (taken !== undefined) {
        throw badRequest(
          `Cannot add a new attachment with same file name as an existing attachment: ${taken.name}`,
        );
      }
      return contentArray(
        input,
        session,
        files.map((file) => createAttachment(session, holder, file, comment)),
      );
    },
  },
  {
    id: 'createOrUpdateAttachments',
    method: 'PUT',
    path: MANY,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      const { holder, files, comment } = readUpload(input, session);
      const saved = files.map((file) => {
        const existing = findAttachment(session, holder.id, file.name);
        if (existing === undefined) return createAttachment(session, holder, file, comment);
        return updateAttachmentFile(session, existing, file, comment);
      });
      return contentArray(input, session, saved);
    },
  },
  {
    id: 'updateAttachmentData',
    method: 'POST',
    path: `${ONE}/data`,
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      const { files, comment } = readUpload(input, session);
      const attachment = requireAttachment(input, session);
      const [file] = files;
      if (file === undefined) throw badRequest('A file is expected in the field "file"');
      const after = updateAttachmentFile(session, attachment, file, comment);
      return ok(v1ContentJson(session, after, ['version']));
    },
  },
  {
    id: 'updateAttachmentProperties',
    method: 'PUT',
    path: ONE,
    version: 1,
    scopes: [
      ['write:confluence-file', 'write:confluence-props'],
      ['read:content-details:confluence', 'write:attachment:confluence'],
    ],
    perform: (input, session) => {
      requireAnyEditable(session, param(input, 'id'));
      const attachment = requireAttachment(input, session);
      const { version, title, metadata } = parseBody(input, PropertiesSchema);
      if (version.number !== attachment.version.number) {
        throw new Refusal(
          409,
          `The version ${version.number} is not the current version ${attachment.version.number}`,
        );
      }
      const after = updateAttachmentProperties(session, attachment, {
        ...(title === undefined ? {} : { title }),
        ...(metadata?.mediaType === undefined ? {} : { mediaType: metadata.mediaType }),
        ...(metadata?.comment === undefined ? {} : { comment: metadata.comment }),
      });
      return ok(v1ContentJson(session, after, ['version']));
    },
  },
  {
    id: 'downloadAttatchment',
    method: 'GET',
    path: `${ONE}/download`,
    version: 1,
    scopes: DOWNLOAD,
    perform: (input, session) => {
      const attachment = requireAttachment(input, session);
      const { download } = attachmentLinks(session, attachment);
      return { status: 302, headers: { Location: `${session.baseUrl}${download}` } };
    },
  },
  {
    id: 'downloadFile',
    method: 'GET',
    path: '/wiki/download/attachments/{id}/{name}',
    version: 0,
    scopes: [],
    perform: (input, session) => {
      const content = requireAnyContent(session, param(input, 'id'));
      const attachment = findAttachment(session, content.id, param(input, 'name'));
      if (attachment === undefined) throw noContentFound(param(input, 'name'));
      const base64 = session.tables.files.get(attachment.fileId) ?? '';
      const name = encodeURIComponent(attachment.title);
      return {
        status: 200,
        file: { base64, mediaType: attachment.mediaType },
        // Never shown in place: an uploaded page must not run as part of the site.
        headers: {
          'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
          'X-Content-Type-Options': 'nosniff',
        },
      };
    },
  },
];

function readUpload(
  input: Input,
  session: Session,
): { readonly holder: AttachmentHolder; readonly files: readonly UploadedFile[]; readonly comment: string } {
  checkToken(input);
  const content = requireAnyEditable(session, param(input, 'id'));
  if (content.type !== 'page' && content.type !== 'blogpost' && content.type !== 'custom_content') {
    throw noContentFound(content.id);
  }
  const files = input.files.filter(({ field }) => field === 'file');
  if (files.length === 0) throw badRequest('A file is expected in the field "file"');
  return { holder: content, files, comment: input.fields['comment'] ?? '' };
}

function requireAttachment(input: Input, session: Session): AttachmentRecord {
  const attachment = requireAnyContent(session, param(input, 'attachmentId'));
  if (attachment.type !== 'attachment' || attachment.containerId !== param(input, 'id')) {
    throw noContentFound(param(input, 'attachmentId'));
  }
  return attachment;
}

function contentArray(input: Input, session: Session, attachments: readonly AttachmentRecord[]): Reply {
  const expand = ['version', ...listParam(input, 'expand')];
  return ok(
    v1Page(input, session, attachments, (attachment) => v1ContentJson(session, attachment, expand), {
      fallback: DEFAULT_LIMIT,
    }),
  );
}
