// The calls of the editor of a rule.

import * as v from 'valibot';
import { listRecordedEvents } from '../list-recorded-events';
import { getRule, saveRule } from '../manage-rules';
import { tryOnEvent } from '../try-on-event';
import { call } from './call';
import type { EditorApi } from '../api/editor-api';
import type { Calls } from './call';

export const EDITOR_CALLS: Calls<EditorApi> = {
  getRule: call(v.object({ id: v.string() }), ({ id }, { ports }) => getRule(id, ports)),
  saveRule: call(
    v.object({ rule: v.unknown(), expectedVersion: v.exactOptional(v.number()) }),
    ({ rule, expectedVersion }, asked) => saveRule(rule, expectedVersion, asked),
  ),
  tryRule: call(v.object({ rule: v.unknown(), payload: v.unknown() }), ({ rule, payload }, { ports }) =>
    tryOnEvent(rule, payload, ports),
  ),
  listRecordedEvents: call(
    v.object({ when: v.array(v.string()), cursor: v.exactOptional(v.string()) }),
    (payload, { ports }) => listRecordedEvents(payload, ports),
  ),
};
