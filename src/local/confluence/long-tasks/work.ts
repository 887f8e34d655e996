// What the jobs of each kind do.

import * as v from 'valibot';

import { notFound } from '../http/refusal';
import { isTreeRecord } from '../model/content';
import type { TreeRecord } from '../model/content';
import { spaceOf } from '../permissions/require';
import type { Session } from '../session';
import { deleteSpace } from '../spaces/store';
import { archivePages } from '../tree/archive';
import { copyHierarchy } from '../tree/copy';
import type { LongTaskWork } from './runner';

const CopySettingsSchema = v.object({
  copyAttachments: v.boolean(),
  copyPermissions: v.boolean(),
  copyProperties: v.boolean(),
  copyLabels: v.boolean(),
  prefix: v.optional(v.string(), ''),
  search: v.optional(v.string(), ''),
  replace: v.optional(v.string(), ''),
});

export const longTaskWork: LongTaskWork = {
  archive: (session, task) => {
    archivePages(session, task.subjectIds);
  },
  copy: (session, task) => {
    const [originId = '', destinationId = ''] = task.subjectIds;
    const { prefix, search, replace, ...flags } = v.parse(CopySettingsSchema, task.settings);
    const destination = treeItem(session, destinationId);
    const target = { space: spaceOf(session, destination), parentId: destination.id };
    const rename = (title: string): string =>
      prefix + (search === '' ? title : title.replaceAll(search, replace));
    copyHierarchy(session, treeItem(session, originId), target, flags, rename);
  },
  'delete-space': (session, task) => {
    for (const id of task.subjectIds) {
      const space = session.tables.spaces.get(id);
      if (space !== undefined) deleteSpace(session, space);
    }
  },
};

/** What was there when the job was asked for may be gone by now. */
function treeItem(session: Session, id: string): TreeRecord {
  const content = session.tables.content.get(id);
  if (content === undefined || !isTreeRecord(content)) throw notFound();
  return content;
}
