// The calls of history.

import * as v from 'valibot';
import { answer } from '../answers';
import { compareVersion, getHistory, restoreVersion } from '../rule-history';
import { call } from './call';
import type { HistoryApi } from '../api/history-api';
import type { Calls } from './call';

const CHANGES_PER_PAGE = 25;

const OptionalCursor = v.exactOptional(v.string());

export const HISTORY_CALLS: Calls<HistoryApi> = {
  getHistory: call(v.object({ rule: v.string(), cursor: OptionalCursor }), (payload, { ports }) =>
    getHistory(payload, ports),
  ),
  compareVersion: call(v.object({ rule: v.string(), version: v.number() }), (payload, { ports }) =>
    compareVersion(payload, ports),
  ),
  restoreVersion: call(
    v.object({ rule: v.string(), version: v.number(), expectedVersion: v.number() }),
    restoreVersion,
  ),
  listChanges: call(
    v.object({ rule: v.exactOptional(v.string()), cursor: OptionalCursor }),
    async (payload, { ports }) =>
      answer(await ports.history.changes({ ...payload, limit: CHANGES_PER_PAGE })),
  ),
};
