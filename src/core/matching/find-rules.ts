// The rules that act on an event, found through the stored index. Every rule that the index names is read and judged
// as it stands now, so an index that is a moment old never makes a rule act that was changed.

import { mapConcurrently } from '../runs/map-concurrently';
import { judgeRule } from '../runs/judge-rule';
import { byPriority } from './matcher';
import { matchStored } from './shard-store';
import type { ParsedEvent } from '../events/event';
import type { Ports } from '../ports';
import type { StoredRule } from '../rules/rule';
import type { JudgeContext } from '../runs/judge-rule';
import type { RuleVerdict } from '../runs/verdict';

/** Rules read at the same time. */
const CONCURRENT_READS = 8;

/** The rules whose event, scope and condition hold, by priority, with the verdict that the context gives them. */
export async function findRules(
  event: ParsedEvent,
  contextOf: () => Promise<JudgeContext>,
  { rules, index, clock }: Pick<Ports, 'rules' | 'index' | 'clock'>,
): Promise<readonly { readonly stored: StoredRule; readonly verdict: RuleVerdict }[]> {
  const open = { nowMs: clock.nowMs(), paused: false, selfCaused: false };
  const matched = await matchStored(index, event, open);
  const candidates = matched.ok
    ? await mapConcurrently(matched.value, CONCURRENT_READS, ({ rule }) => rules.get(rule))
    : await rules.snapshot();
  const found = candidates.filter((stored) => stored !== undefined).sort(byPriority);
  if (found.length === 0) return [];
  const context = await contextOf();
  return found
    .map((stored) => ({ stored, verdict: judgeRule(stored.rule, event, context) }))
    .filter(({ verdict: { verdict } }) => verdict === 'acts' || verdict === 'shadow');
}
