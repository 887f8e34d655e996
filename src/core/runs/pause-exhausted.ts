// The breaker behind `limits.runsPerHour`: a rule that meets an event beyond its limit is turned off until the hour is
// over, with the reason, so that its events cost nothing more. Its runs that have begun go on. Trouble with it is logged:
// the verdict holds in any case, and the next event tries again.

import { storeRule } from '../rules/store-rule';
import { BY_ITSELF } from '../rules/wake-rules';
import { toIso } from './lease';
import { endOfHourMs, timeOfDay } from './points-left';
import type { Ports } from '../ports';
import type { StoredRule } from '../rules/rule';
import type { JudgedEvent } from './judge-event';

/** Turns off the rules that are exhausted; the sweep sets them live again. */
export async function pauseExhausted({ judged }: Pick<JudgedEvent, 'judged'>, ports: Ports): Promise<void> {
  for (const { stored, verdict } of judged) {
    if (verdict.verdict !== 'budget-exhausted') continue;
    try {
      // Who changed the rule in the meantime, another event among them, is left to it.
      await storeRule(stored, pausedRule(stored, ports.clock.nowMs()), ports);
    } catch (error) {
      ports.log.error('Failed to turn off a rule that has reached its limit', {
        rule: stored.rule.id,
        cause: String(error),
      });
    }
  }
}

function pausedRule(stored: StoredRule, nowMs: number): StoredRule {
  const { rule, version, runsGoOnSince = version } = stored;
  const untilMs = endOfHourMs(nowMs);
  const offReason = `Paused by itself until ${timeOfDay(untilMs)}: it has reached its limit of ${rule.limits?.runsPerHour ?? 0} runs an hour.`;
  return {
    ...stored,
    rule: { ...rule, state: 'off', offReason, offUntil: toIso(untilMs) },
    version: version + 1,
    updatedAt: toIso(nowMs),
    updatedBy: BY_ITSELF,
    runsGoOnSince,
  };
}
