// Stops rules that answer themselves. What our actions do is recognised when it comes back, with the chain of rules that
// led to it, and a chain has a depth. Where an event of ours is not recognised, a rule that has run so many times in so
// short a time on the same content for the same user is stopped until the time has passed.

import { MAX_CHAIN_DEPTH } from './cause';
import type { ParsedEvent } from '../events/event';
import type { Ports } from '../ports';
import type { StoredRule } from '../rules/rule';
import type { Cause } from './cause';
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

/** The same rules, with the verdict `loop-stopped` for those that would go on with a loop. */
export function stopLoops(
  matched: readonly MatchedRule[],
  event: ParsedEvent,
  cause: Cause | undefined,
  ports: Pick<Ports, 'runs' | 'clock'>,
): Promise<readonly MatchedRule[]> {
  return Promise.all(
    matched.map(async ({ stored, verdict }) => {
      if (verdict.verdict !== 'acts') return { stored, verdict };
      const why =
        whyTooDeep(cause) ??
        (mayLoopUnseen(stored) && (await hasRunInCircles(stored, event, ports)) ? CIRCLES : undefined);
      if (why === undefined) return { stored, verdict };
      return { stored, verdict: { rule: stored.rule.id, verdict: 'loop-stopped', why } as const };
    }),
  );
}

function whyTooDeep(cause: Cause | undefined): string | undefined {
  if (cause === undefined || cause.path.length < MAX_CHAIN_DEPTH) return undefined;
  return `The event is the end of a chain of ${cause.path.length} rules (${cause.path.join(', ')}), and a chain is stopped there.`;
}

const CIRCLES = `The rule has run ${LOOP_RUNS} times in ${LOOP_WINDOW_MS / 60_000} minutes on the same content for the same user: it probably answers its own actions. Run them as the app, or narrow the condition.`;

/** What the app does as itself is recognised always, and is answered by rules of `chain` alone. */
function mayLoopUnseen({ rule }: StoredRule): boolean {
  return rule.chain === true || rule.then.some(({ as }) => as !== 'app');
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
