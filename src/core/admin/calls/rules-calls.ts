// The calls of the list of rules.

import * as v from 'valibot';
import { RULE_STATES, RuleSchema } from '../../rules/rule';
import { changeRules, duplicateRule, moveRule } from '../change-rules';
import { listRules, RULES_PER_PAGE } from '../list-rules';
import { deleteRule, setRuleState } from '../manage-rules';
import { getStatistics } from '../rule-statistics';
import { call } from './call';
import type { RulesApi } from '../api/rules-api';
import type { Calls } from './call';

const OptionalText = v.exactOptional(v.string());
const Ids = v.pipe(v.array(v.string()), v.maxLength(RULES_PER_PAGE));
const State = v.picklist(RULE_STATES);

/** Members as the schema of rules has them. */
const { offReason, offUntil, owner, priority } = RuleSchema.entries;

const Change = v.variant('type', [
  v.object({
    type: v.literal('state'),
    state: State,
    reason: v.exactOptional(offReason.wrapped),
    until: v.exactOptional(offUntil.wrapped),
  }),
  v.object({ type: v.literal('owner'), owner: v.exactOptional(owner.wrapped) }),
  v.object({ type: v.literal('priority'), priority: priority.wrapped }),
  v.object({ type: v.literal('delete') }),
]);

export const RULES_CALLS: Calls<RulesApi> = {
  listRules: call(
    v.object({
      search: OptionalText,
      event: OptionalText,
      action: OptionalText,
      space: OptionalText,
      state: v.exactOptional(State),
      label: OptionalText,
      cursor: OptionalText,
    }),
    (payload, { ports }) => listRules(payload, ports),
  ),
  getStatistics: call(v.object({ ids: Ids }), ({ ids }, { ports }) => getStatistics(ids, ports)),
  setRuleState: call(v.object({ id: v.string(), state: State, reason: OptionalText }), setRuleState),
  changeRules: call(v.object({ ids: Ids, change: Change }), changeRules),
  moveRule: call(v.object({ id: v.string(), direction: v.picklist(['earlier', 'later']) }), moveRule),
  duplicateRule: call(v.object({ id: v.string() }), ({ id }, asked) => duplicateRule(id, asked)),
  deleteRule: call(v.object({ id: v.string() }), ({ id }, asked) => deleteRule(id, asked)),
};
