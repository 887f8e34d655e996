// Sets rules live again that were off until a date that has come. It must not touch any other rule.

import { storeRule } from './store-rule';
import type { Ports } from '../ports';
import type { StoredRule } from './rule';

/** Who changed the rule, in its history, when nobody did. */
export const BY_ITSELF = 'rulewright';

/** Sets live what is due; answers how many. A rule that an admin changes at the same time is left to the next time. */
export async function wakeRules(
  ports: Pick<Ports, 'rules' | 'index' | 'random' | 'clock' | 'log'>,
): Promise<number> {
  const nowMs = ports.clock.nowMs();
  const due = (await ports.rules.snapshot()).filter(
    ({ rule }) => rule.state === 'off' && rule.offUntil !== undefined && Date.parse(rule.offUntil) <= nowMs,
  );
  let woken = 0;
  for (const stored of due) {
    const { offUntil: _, offReason: __, ...rest } = stored.rule;
    const live: StoredRule = {
      ...stored,
      rule: { ...rest, state: 'live' },
      version: stored.version + 1,
      updatedAt: new Date(nowMs).toISOString(),
      updatedBy: BY_ITSELF,
    };
    if ((await storeRule(stored, live, ports)).ok) woken += 1;
  }
  return woken;
}
