// A run as a user who can see its page may see it. Reasons stay with the admins: a failure may quote another page.

import type { Run, Step } from '../../runs/run';
import type { SeenRun, SeenStep } from './page-api';

/** The run without its reasons, effects and failures. */
export function seenRun(run: Run): SeenRun {
  const { id, ruleName, eventType, outcome, startedAt, actorAccountId, steps } = run;
  return {
    id,
    ruleName,
    eventType,
    outcome,
    startedAt,
    ...(actorAccountId === undefined ? {} : { actorAccountId }),
    steps: steps.map(seenStep),
  };
}

function seenStep({ id, action, as, outcome, attempts }: Step): SeenStep {
  const at = attempts.at(-1)?.at;
  return { id, action, as, outcome, ...(at === undefined ? {} : { at }) };
}
