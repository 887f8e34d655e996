// The calls of the list of rules.

import * as v from 'valibot';
import { RULE_STATES } from '../../rules/rule';
import { listRules } from '../list-rules';
import { deleteRule, setRuleState } from '../manage-rules';
import { call } from './call';
import type { RulesApi } from '../api/rules-api';
import type { Calls } from './call';

export const RULES_CALLS: Calls<RulesApi> = {
  listRules: call(
    v.object({ search: v.exactOptional(v.string()), cursor: v.exactOptional(v.string()) }),
    (payload, { ports }) => listRules(payload, ports),
  ),
  setRuleState: call(
    v.object({ id: v.string(), state: v.picklist(RULE_STATES), reason: v.exactOptional(v.string()) }),
    setRuleState,
  ),
  deleteRule: call(v.object({ id: v.string() }), ({ id }, asked) => deleteRule(id, asked)),
};
