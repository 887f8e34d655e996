// What the jobs of each kind do.

import { deleteSpace } from '../spaces/store';
import type { LongTaskWork } from './runner';

export const longTaskWork: LongTaskWork = {
  archive: () => undefined,
  copy: () => undefined,
  'delete-space': (session, task) => {
    for (const id of task.subjectIds) {
      const space = session.tables.spaces.get(id);
      if (space !== undefined) deleteSpace(session, space);
    }
  },
};
