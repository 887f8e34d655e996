// REST v2 for labels: lists on everything that carries them, and what carries a label.

import type { Operation } from '../http/operation';
import { listParam, param } from '../http/operation';
import { v2Page } from '../http/paging';
import { badRequest, notFound } from '../http/refusal';
import { labelJson } from '../events/parts';
import type { ContentRecord, ContentType } from '../model/content';
import { LABEL_PREFIXES } from '../model/records';
import type { LabelRecord } from '../model/records';
import { canView } from '../permissions/access';
import { requireContent, requireSpace } from '../permissions/require';
import { idsInSpace, labelledIds, labelsOf } from '../relations';
import type { Session } from '../session';
import { listAll } from '../tables';
import { bulkJson } from '../publishing/json';
import { readBodyFormat } from '../storage-format/body';
import { sortContent } from '../publishing/list';
import { attachmentBulkJson } from '../attachments/json';

type Perform = Operation['perform'];

/** The types of content whose labels v2 lists, with the names and scopes of their routes. */
const LABELLED = [
  { id: 'getPageLabels', path: 'pages', type: 'page', scope: 'read:page:confluence' },
  { id: 'getBlogPostLabels', path: 'blogposts', type: 'blogpost', scope: 'read:page:confluence' },
  { id: 'getAttachmentLabels', path: 'attachments', type: 'attachment', scope: 'read:attachment:confluence' },
  {
    id: 'getCustomContentLabels',
    path: 'custom-content',
    type: 'custom_content',
    scope: 'read:custom-content:confluence',
  },
] as const;

export const v2LabelOperations: readonly Operation[] = [
  ...LABELLED.map(({ id, path, type, scope }): Operation => ({
    id,
    method: 'GET',
    path: `/wiki/api/v2/${path}/{id}/labels`,
    version: 2,
    scopes: [[scope]],
    perform: listOn(type),
  })),
  {
    id: 'getLabels',
    method: 'GET',
    path: '/wiki/api/v2/labels',
    version: 2,
    scopes: [['read:label:confluence']],
    perform: (input, session) => {
      const ids = listParam(input, 'label-id');
      const labels = listAll(session.tables.labels).filter(({ id }) => ids.length === 0 || ids.includes(id));
      return v2Page(input, session, filtered(input, labels), labelJson);
    },
  },
  {
    id: 'getSpaceLabels',
    method: 'GET',
    path: '/wiki/api/v2/spaces/{id}/labels',
    version: 2,
    scopes: [['read:space:confluence']],
    perform: (input, session) => {
      const space = requireSpace(session, param(input, 'id'));
      return v2Page(
        input,
        session,
        filtered(input, labelsOf(session.tables, `space:${space.id}`)),
        labelJson,
      );
    },
  },
  {
    id: 'getSpaceContentLabels',
    method: 'GET',
    path: '/wiki/api/v2/spaces/{id}/content/labels',
    version: 2,
    scopes: [['read:space:confluence']],
    perform: (input, session) => {
      const space = requireSpace(session, param(input, 'id'));
      const used = new Map<string, LabelRecord>();
      for (const id of idsInSpace(session.tables, space.id)) {
        for (const label of labelsOf(session.tables, id)) used.set(label.id, label);
      }
      return v2Page(input, session, filtered(input, [...used.values()]), labelJson);
    },
  },
  carriers('getLabelPages', 'pages', 'page', 'read:page:confluence'),
  carriers('getLabelBlogPosts', 'blogposts', 'blogpost', 'read:page:confluence'),
  carriers('getLabelAttachments', 'attachments', 'attachment', 'read:attachment:confluence'),
];

function listOn(type: ContentType): Perform {
  return (input, session) => {
    const content = requireContent(session, param(input, 'id'), [type]);
    return v2Page(input, session, filtered(input, labelsOf(session.tables, content.id)), labelJson);
  };
}

function carriers(
  id: string,
  path: string,
  type: 'page' | 'blogpost' | 'attachment',
  scope: string,
): Operation {
  return {
    id,
    method: 'GET',
    path: `/wiki/api/v2/labels/{id}/${path}`,
    version: 2,
    scopes: [[scope]],
    perform: (input, session) => {
      const label = session.tables.labels.get(param(input, 'id'));
      if (label === undefined) throw notFound();
      const spaceIds = listParam(input, 'space-id');
      const found = labelledIds(session.tables, label.id)
        .flatMap((key) => session.tables.content.get(key) ?? [])
        .filter((content) => content.type === type && content.status === 'current')
        .filter((content) => spaceIds.length === 0 || spaceIds.includes(content.spaceId))
        .filter((content) => canView(session.tables, session.actor.accountId, content));
      const format = readBodyFormat(input.query, 'list');
      const sorted = sortContent(found, input.query.get('sort'));
      return v2Page(input, session, sorted, (content) => toJson(session, content, format));
    },
  };
}

function toJson(
  session: Session,
  content: ContentRecord,
  format: string | undefined,
): ReturnType<typeof bulkJson> {
  if (content.type === 'page' || content.type === 'blogpost') return bulkJson(session, content, format);
  if (content.type === 'attachment') return attachmentBulkJson(session, content);
  throw new Error(`Failed to list labelled content: "${content.type}" has no list of its own.`);
}

const ORDERS: { readonly [name: string]: (a: LabelRecord, b: LabelRecord) => number } = {
  // Ids rise with the time of creation.
  'created-date': (a, b) => Number(a.id) - Number(b.id),
  id: (a, b) => Number(a.id) - Number(b.id),
  name: (a, b) => a.name.localeCompare(b.name),
};

function filtered(input: Parameters<Perform>[0], labels: readonly LabelRecord[]): readonly LabelRecord[] {
  const prefixes = listParam(input, 'prefix');
  const unknown = prefixes.find((prefix) => !(LABEL_PREFIXES as readonly string[]).includes(prefix));
  if (unknown !== undefined) throw badRequest(`Provided value for 'prefix' is not valid: ${unknown}`);
  const chosen = labels.filter((label) => prefixes.length === 0 || prefixes.includes(label.prefix));
  const sort = input.query.get('sort');
  if (sort === null) return chosen;
  const order = ORDERS[sort.replace(/^-/, '')];
  if (order === undefined) throw badRequest(`Provided value for 'sort' is not valid: ${sort}`);
  const sorted = chosen.toSorted(order);
  return sort.startsWith('-') ? sorted.toReversed() : sorted;
}
