// Content of any type as v1 shows it, in the answers of copying, searching and attaching.
// Only what is asked for is expanded; the rest is named under `_expandable`.

import type { JsonObject } from '../../../core/json';
import { attachmentLinks, restId } from '../attachments/json';
import { describeMediaType } from '../attachments/media-type';
import type { ContentRecord, VersionInfo } from '../model/content';
import { v1LabelJson } from '../labels/v1-json';
import { ancestorsOf } from '../permissions/access';
import { spaceOf } from '../permissions/require';
import { links } from '../publishing/json';
import { labelsOf } from '../relations';
import type { Session } from '../session';
import { v1SpaceJson } from '../spaces/v1-json';
import { bodyValue } from '../storage-format/body';
import { v1UserJson } from '../users/json';

export function v1ContentJson(
  session: Session,
  content: ContentRecord,
  expand: readonly string[],
): JsonObject {
  const id = content.type === 'attachment' ? restId(content.id) : content.id;
  const parts = expandable(session, content);
  const wanted = Object.entries(parts).filter(([name]) => asks(expand, name));
  const rest = Object.keys(parts).filter((name) => !asks(expand, name));
  return {
    id,
    type: content.type === 'custom_content' ? content.customType : content.type,
    status: content.status,
    title: content.title,
    ...(content.type === 'attachment' ? attachmentExtras(content) : {}),
    ...Object.fromEntries(wanted.map(([name, make]) => [name, make(expand)])),
    _expandable: Object.fromEntries(rest.map((name) => [name, ''])),
    _links: {
      ...webLinks(session, content),
      self: `${session.baseUrl}/rest/api/content/${id}`,
      base: session.baseUrl,
      context: '/wiki',
    },
  };
}

type Part = (expand: readonly string[]) => JsonObject | readonly JsonObject[];

function expandable(session: Session, content: ContentRecord): { readonly [name: string]: Part } {
  return {
    space: () => v1SpaceJson(session, spaceOf(session, content)),
    version: () => v1VersionJson(session, content.version),
    history: () => historyJson(session, content),
    ancestors: () =>
      ancestorsOf(session.tables, content)
        .toReversed()
        .map((ancestor) => v1ContentJson(session, ancestor, [])),
    metadata: () => metadataJson(session, content),
    ...('body' in content ? { body: (expand) => bodyJson(content.body, expand) } : {}),
  };
}

function asks(expand: readonly string[], name: string): boolean {
  return expand.some((asked) => asked === name || asked.startsWith(`${name}.`));
}

/** A version as v1 shows it. */
function v1VersionJson(session: Session, version: VersionInfo): JsonObject {
  const by = session.tables.users.get(version.by);
  return {
    ...(by === undefined ? {} : { by: v1UserJson(session, by) }),
    when: version.when,
    message: version.message,
    number: version.number,
    minorEdit: version.minorEdit,
    _expandable: { content: '', collaborators: '' },
  };
}

function historyJson(session: Session, content: ContentRecord): JsonObject {
  const author = session.tables.users.get(content.createdBy);
  return {
    latest: true,
    ...(author === undefined ? {} : { createdBy: v1UserJson(session, author) }),
    createdDate: content.createdAt,
    lastUpdated: v1VersionJson(session, content.version),
    _expandable: { previousVersion: '', contributors: '', nextVersion: '' },
  };
}

function metadataJson(session: Session, content: ContentRecord): JsonObject {
  const labels = labelsOf(session.tables, content.id).map(v1LabelJson);
  return { labels: { results: labels, start: 0, limit: 200, size: labels.length } };
}

/** The representations that `expand=body.storage,body.view` names. */
function bodyJson(body: Parameters<typeof bodyValue>[0], expand: readonly string[]): JsonObject {
  const formats = expand
    .filter((asked) => asked.startsWith('body.'))
    .map((asked) => asked.split('.')[1] ?? '');
  return Object.fromEntries(
    formats.map((format) => [
      format,
      { value: bodyValue(body, format), representation: format, embeddedContent: [], _expandable: {} },
    ]),
  );
}

function attachmentExtras(attachment: Extract<ContentRecord, { type: 'attachment' }>): JsonObject {
  const { mediaType, comment, fileSize, fileId, containerId } = attachment;
  return {
    extensions: {
      mediaType,
      fileSize,
      comment,
      mediaTypeDescription: describeMediaType(mediaType),
      fileId,
      collectionName: `contentId-${containerId}`,
    },
  };
}

function webLinks(session: Session, content: ContentRecord): JsonObject {
  if (content.type === 'page' || content.type === 'blogpost') return links(session, content);
  if (content.type === 'attachment') return attachmentLinks(session, content);
  return { webui: `/spaces/${spaceOf(session, content).key}/${content.type}/${content.id}` };
}
