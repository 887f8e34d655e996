// Stops a rule that answers itself. What an action does in a user's name comes back as an event that this user caused,
// and nothing in the event tells it from what the user did by hand. So a rule that acts in users' names, and that has
// run so many times in so short a time on the same content for the same user, is stopped until the time has passed.

import type { ParsedEvent } from '../events/event';
import type { Ports } from '../ports';
import type { StoredRule } from '../rules/rule';
import type { Run } from './run';
import type { RuleVerdict } from './verdict';

/** More than a person does to one page on purpose in the time below, and few enough to do no harm. */
export const LOOP_RUNS = 10;

/** Ten events of a loop arrive within this, also where Forge takes most of a minute for each. */
export const LOOP_WINDOW_MS = 10 * 60 * 1000;

interface MatchedRule {
  readonly stored: StoredRule;
  readonly verdict: RuleVerdict;
}

/** The same rules, with the verdict `loop-stopped` for those that answer themselves. */
export function stopLoops(
  matched: readonly MatchedRule[],
  event: ParsedEvent,
  ports: Pick<Ports, 'runs' | 'clock'>,
): Promise<readonly MatchedRule[]> {
  return Promise.all(
    matched.map(async ({ stored, verdict }) => {
      if (!actsAsUser(stored) || !(await hasRunInCircles(stored, event, ports))) return { stored, verdict };
      const minutes = LOOP_WINDOW_MS / 60_000;
      const why = `The rule has run ${LOOP_RUNS} times in ${minutes} minutes on the same content for the same user: it probably answers its own actions. Run them as the app, or narrow the condition.`;
      return { stored, verdict: { rule: stored.rule.id, verdict: 'loop-stopped', why } as const };
    }),
  );
}

/** What the app does as itself is recognised otherwise. */
function actsAsUser({ rule }: StoredRule): boolean {
  return rule.then.some(({ as }) => as !== 'app');
}

async function hasRunInCircles(
  { rule }: StoredRule,
  event: ParsedEvent,
  { runs, clock }: Pick<Ports, 'runs' | 'clock'>,
): Promise<boolean> {
  const { items } = await runs.list({ rule: rule.id, limit: LOOP_RUNS });
  const since = clock.nowMs() - LOOP_WINDOW_MS;
  return (
    items.length === LOOP_RUNS &&
    items.every((run) => isAlike(run, event) && Date.parse(run.startedAt) > since)
  );
}

function isAlike({ subject, actorAccountId }: Run, event: ParsedEvent): boolean {
  const sameContent = (subject.contentId ?? subject.id) === (event.subject.contentId ?? event.subject.id);
  return sameContent && actorAccountId === event.actorAccountId;
}
