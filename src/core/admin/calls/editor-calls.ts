// The calls of the editor of a rule.

import * as v from 'valibot';
import { answer } from '../answers';
import { getRule, problemsOf, saveRule } from '../manage-rules';
import { call } from './call';
import type { EditorApi } from '../api/editor-api';
import type { Calls } from './call';

export const EDITOR_CALLS: Calls<EditorApi> = {
  getRule: call(v.object({ id: v.string() }), ({ id }, { ports }) => getRule(id, ports)),
  saveRule: call(
    v.object({ rule: v.unknown(), expectedVersion: v.exactOptional(v.number()) }),
    ({ rule, expectedVersion }, asked) => saveRule(rule, expectedVersion, asked),
  ),
  checkRule: call(v.object({ rule: v.unknown() }), ({ rule }) =>
    answer({ problems: problemsOf(rule).problems }),
  ),
};
