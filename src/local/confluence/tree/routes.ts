// REST v1 for the tree: move, copy one page, copy pages with all below, archive.

import * as v from 'valibot';

import type { JsonObject } from '../../../core/json';
import { v1ContentJson } from '../content/v1-json';
import type { Operation } from '../http/operation';
import { listParam, ok, param } from '../http/operation';
import { parseBody, parseValue } from '../http/parse-body';
import { badRequest, Refusal } from '../http/refusal';
import { longTaskLink } from '../long-tasks/json';
import { checkNoneRuns, startLongTask } from '../long-tasks/store';
import type { ContentRecord, TreeRecord } from '../model/content';
import { isTreeRecord } from '../model/content';
import { canEdit, hasSpaceLevel } from '../permissions/access';
import {
  noContentFound,
  requireAnyContent,
  requireAnyEditable,
  requireSpaceByKey,
  spaceOf,
} from '../permissions/require';
import { nextVersion } from '../content/store';
import { saveUpdate } from '../publishing/write';
import type { Session } from '../session';
import { toBody, BodyWriteSchema } from '../storage-format/body';
import { requireArchivable } from './archive';
import { copyItem } from './copy';
import type { CopyTarget } from './copy';
import { moveItem } from './move';

const WRITE = [['write:confluence-content'], ['read:content-details:confluence', 'write:page:confluence']];

const FlagsEntries = {
  copyAttachments: v.optional(v.boolean(), false),
  copyPermissions: v.optional(v.boolean(), false),
  copyProperties: v.optional(v.boolean(), false),
  copyLabels: v.optional(v.boolean(), false),
  copyCustomContents: v.optional(v.boolean(), false),
};

const CopySchema = v.object({
  ...FlagsEntries,
  destination: v.object({
    type: v.picklist(['space', 'parent_page', 'parent_content', 'existing_page']),
    value: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  }),
  pageTitle: v.optional(v.string()),
  body: v.optional(v.object({ storage: v.optional(v.any()), editor2: v.optional(v.any()) })),
});

const HierarchySchema = v.object({
  ...FlagsEntries,
  destinationPageId: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  titleOptions: v.optional(
    v.object({
      prefix: v.optional(v.string(), ''),
      search: v.optional(v.string(), ''),
      replace: v.optional(v.string(), ''),
    }),
    {},
  ),
});

const ArchiveSchema = v.object({
  pages: v.array(v.object({ id: v.pipe(v.union([v.number(), v.string()]), v.transform(String)) })),
});

export const treeOperations: readonly Operation[] = [
  {
    id: 'archivePages',
    method: 'POST',
    path: '/wiki/rest/api/content/archive',
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      const { pages } = parseBody(input, ArchiveSchema);
      checkNoneRuns(session.tables, 'archive');
      const subjectIds = requireArchivable(
        session,
        pages.map(({ id }) => id),
      ).map(({ id }) => id);
      const task = startLongTask(session, { kind: 'archive', subjectIds, settings: {} });
      return { status: 202, body: longTaskLink(task) };
    },
  },
  {
    id: 'movePage',
    method: 'PUT',
    path: '/wiki/rest/api/content/{pageId}/move/{position}/{targetId}',
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      const position = param(input, 'position');
      if (position !== 'before' && position !== 'after' && position !== 'append') {
        throw badRequest(`Invalid position: ${position}. Expected before, after or append`);
      }
      const item = requireTreeItem(requireAnyEditable(session, param(input, 'pageId')));
      const target = requireTreeItem(requireAnyContent(session, param(input, 'targetId')));
      const moved = moveItem(session, item, position, target);
      return ok({ pageId: moved.id });
    },
  },
  {
    id: 'copyPage',
    method: 'POST',
    path: '/wiki/rest/api/content/{id}/copy',
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      const origin = requireTreeItem(requireAnyContent(session, param(input, 'id')));
      const written = parseBody(input, CopySchema);
      const given: unknown = written.body?.storage ?? written.body?.editor2;
      const body = given === undefined ? {} : { body: toBody(parseValue(given, BodyWriteSchema)) };
      const { type, value } = written.destination;
      if (type === 'existing_page') {
        return ok(
          v1ContentJson(session, replace(session, origin, value, written.pageTitle), expandOf(input)),
        );
      }
      const target: CopyTarget = {
        ...(type === 'space' ? spaceTarget(session, value) : parentTarget(session, value)),
        title: written.pageTitle ?? origin.title,
        ...body,
      };
      return ok(v1ContentJson(session, copyItem(session, origin, target, written), expandOf(input)));
    },
  },
  {
    id: 'copyPageHierarchy',
    method: 'POST',
    path: '/wiki/rest/api/content/{id}/pagehierarchy/copy',
    version: 1,
    scopes: WRITE,
    perform: (input, session) => {
      const origin = requireTreeItem(requireAnyContent(session, param(input, 'id')));
      const { destinationPageId, titleOptions, ...flags } = parseBody(input, HierarchySchema);
      parentTarget(session, destinationPageId);
      const settings: JsonObject = { ...flags, ...titleOptions };
      const subjectIds = [origin.id, destinationPageId];
      const task = startLongTask(session, { kind: 'copy', subjectIds, settings });
      return { status: 202, body: longTaskLink(task) };
    },
  },
];

function expandOf(input: Parameters<Operation['perform']>[0]): readonly string[] {
  return listParam(input, 'expand');
}

function requireTreeItem(content: ContentRecord): TreeRecord {
  if (!isTreeRecord(content) || content.status !== 'current') throw noContentFound(content.id);
  return content;
}

/** At the root of the space of that key. */
function spaceTarget(session: Session, key: string): Omit<CopyTarget, 'title'> {
  const space = requireSpaceByKey(session, key);
  checkMayCreate(session, space);
  return { space };
}

function parentTarget(session: Session, id: string): Omit<CopyTarget, 'title'> {
  const parent = requireTreeItem(requireAnyContent(session, id));
  const space = spaceOf(session, parent);
  checkMayCreate(session, space);
  return { space, parentId: parent.id };
}

function checkMayCreate(session: Session, space: CopyTarget['space']): void {
  if (hasSpaceLevel(session.tables, session.actor.accountId, space, 'edit')) return;
  throw new Refusal(403, `User does not have permission to create a page in the space ${space.key}`);
}

/** Puts the origin's title and body over an existing page, as a new version of that page. */
function replace(session: Session, origin: TreeRecord, id: string, title: string | undefined): ContentRecord {
  const existing = session.tables.content.get(id);
  if (existing?.type !== 'page' || origin.type !== 'page') throw noContentFound(id);
  if (!canEdit(session.tables, session.actor.accountId, existing)) throw noContentFound(id);
  const changed = {
    ...existing,
    title: title ?? existing.title,
    body: origin.body,
    version: nextVersion(session, existing),
  };
  return saveUpdate(session, changed);
}
