// The first state of a run, around the steps that plan-steps.ts planned.

import { USUAL_PRIORITY } from '../rules/rule';
import type { ParsedEvent } from '../events/event';
import type { StoredRule } from '../rules/rule';
import type { Cause } from './cause';
import type { Run, Step } from './run';

/** Identity of the run of one rule for one event; the same however often the event is delivered. */
function runId(eventKey: string, ruleId: string): string {
  return `${eventKey}.${ruleId}`;
}

/** Under whose lease a run begins, and how the event came about. */
export interface Beginning {
  readonly owner: string;
  /** Whether whoever begins the runs performs them. */
  readonly leased: boolean;
  /** When that lease ends, and the sweep looks at the run. */
  readonly lookAgainAt: string;
  readonly keepUntil: string;
  readonly cause?: Cause;
}

/** A run that has not acted yet. In shadow its steps are final. */
export function startRun(
  stored: StoredRule,
  event: ParsedEvent,
  steps: readonly Step[],
  nowMs: number,
  shadow: boolean,
  begin: Beginning,
): Run {
  const at = new Date(nowMs).toISOString();
  const { rule, version } = stored;
  const { kind, id, contentId, title, spaceKey } = event.subject;
  return {
    v: 1,
    revision: 1,
    writer: begin.owner,
    ...leaseOf(rule.serial === true, shadow, begin),
    keepUntil: begin.keepUntil,
    id: runId(event.key, rule.id),
    eventKey: event.key,
    eventType: event.type,
    rule: rule.id,
    ruleName: rule.name,
    ruleVersion: version,
    outcome: shadow ? 'shadow' : 'running',
    steps,
    startedAt: at,
    updatedAt: at,
    subject: {
      kind,
      id,
      ...(contentId === undefined ? {} : { contentId }),
      ...(title === undefined ? {} : { title }),
      ...(spaceKey === undefined ? {} : { spaceKey }),
    },
    ...(event.actorAccountId === undefined ? {} : { actorAccountId: event.actorAccountId }),
    ...(event.createdAt === undefined ? {} : { eventAt: event.createdAt }),
    ...(begin.cause === undefined ? {} : { cause: begin.cause }),
    ...(rule.serial === true ? { serialKey: contentId ?? id } : {}),
    ...(rule.onlyIfStill === true ? { onlyIfStill: true } : {}),
    ...(rule.priority > USUAL_PRIORITY ? { lowPriority: true } : {}),
  };
}

/** A serial run is performed by the queue, so nobody has it from the beginning. */
function leaseOf(serial: boolean, shadow: boolean, { lookAgainAt, leased }: Beginning): Partial<Run> {
  if (shadow) return {};
  return serial || !leased ? { lookAgainAt } : { leaseUntil: lookAgainAt, lookAgainAt };
}
