// REST v2 for versions: the list and the details of one, of everything that has versions.

import type { JsonObject } from '../../../core/json';
import type { Input, Operation } from '../http/operation';
import { ok, param } from '../http/operation';
import { v2Page } from '../http/paging';
import { notFound } from '../http/refusal';
import type { ContentRecord, ContentType, VersionRecord } from '../model/content';
import { requireContent } from '../permissions/require';
import { bodyJson, readBodyFormat } from '../storage-format/body';
import { versionJson } from './includes';
import { versionsOf } from './store';

interface Versioned {
  readonly type: ContentType;
  readonly path: string;
  /** Path parameter of the details' route. */
  readonly idParam: string;
  /** Field of a listed version that names the content. */
  readonly field: string;
  readonly name: string;
  readonly scope: string;
}

const VERSIONED: readonly Versioned[] = [
  { type: 'page', path: 'pages', idParam: 'page-id', field: 'page', name: 'Page', scope: 'page' },
  {
    type: 'blogpost',
    path: 'blogposts',
    idParam: 'blogpost-id',
    field: 'blogpost',
    name: 'BlogPost',
    scope: 'page',
  },
  {
    type: 'attachment',
    path: 'attachments',
    idParam: 'attachment-id',
    field: 'attachment',
    name: 'Attachment',
    scope: 'attachment',
  },
  {
    type: 'custom_content',
    path: 'custom-content',
    idParam: 'custom-content-id',
    field: 'custom',
    name: 'CustomContent',
    scope: 'custom-content',
  },
  {
    type: 'comment',
    path: 'footer-comments',
    idParam: 'id',
    field: 'comment',
    name: 'FooterComment',
    scope: 'comment',
  },
  {
    type: 'comment',
    path: 'inline-comments',
    idParam: 'id',
    field: 'comment',
    name: 'InlineComment',
    scope: 'comment',
  },
];

export const versionOperations: readonly Operation[] = VERSIONED.flatMap((kind): readonly Operation[] => {
  const { type, path, idParam, name, scope } = kind;
  const scopes = [[`read:${scope}:confluence`]];
  return [
    {
      id: `get${name}Versions`,
      method: 'GET',
      path: `/wiki/api/v2/${path}/{id}/versions`,
      version: 2,
      scopes,
      perform: (input, session) => {
        const content = requireContent(session, param(input, 'id'), [type]);
        const versions = versionsOf(session.tables, content.id);
        const ordered = input.query.get('sort') === 'modified-date' ? versions.toReversed() : versions;
        return v2Page(input, session, ordered, (version) => listedJson(input, kind, content, version));
      },
    },
    {
      id: `get${name}VersionDetails`,
      method: 'GET',
      path: `/wiki/api/v2/${path}/{${idParam}}/versions/{version-number}`,
      version: 2,
      scopes,
      perform: (input, session) => {
        const content = requireContent(session, param(input, idParam), [type]);
        const versions = versionsOf(session.tables, content.id);
        const number = Number(param(input, 'version-number'));
        const version = versions.find((candidate) => candidate.number === number);
        if (version === undefined) throw notFound();
        return ok(detailedJson(version, versions));
      },
    },
  ];
});

function listedJson(
  input: Input,
  kind: Versioned,
  content: ContentRecord,
  version: VersionRecord,
): JsonObject {
  const format = readBodyFormat(input.query, 'list');
  const body = version.body === undefined ? {} : { body: bodyJson(version.body, format) };
  return { ...versionJson(version), [kind.field]: { id: content.id, title: version.title, ...body } };
}

function detailedJson(version: VersionRecord, all: readonly VersionRecord[]): JsonObject {
  const has = (number: number): boolean => all.some((other) => other.number === number);
  const { number } = version;
  return {
    ...versionJson(version),
    contentTypeModified: false,
    collaborators: [version.by],
    ...(has(number - 1) ? { prevVersion: number - 1 } : {}),
    ...(has(number + 1) ? { nextVersion: number + 1 } : {}),
  };
}
