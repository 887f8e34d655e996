// The first state of a run: every action planned from the facts, once, so that all attempts do the same thing.

import { ACTIONS, isActionKind } from '../actions/index';
import { fieldsOfActions } from '../fields/action-fields';
import { fieldsNeeded } from '../fields/fetchable-fields';
import { effectKey } from './effect-key';
import type { PlanContext } from '../actions/action';
import type { ParsedEvent } from '../events/event';
import type { Failure } from '../failure';
import type { RuleAction, StoredRule } from '../rules/rule';
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

/** For runs that are only looked at. */
const DRY: Beginning = { owner: '', leased: false, lookAgainAt: '', keepUntil: '' };

/**
 * A run that has not acted yet. In shadow its steps are planned, so that they can be shown, and are final. A step whose
 * templates read a field that is among the `unread` ones has failed.
 */
export function startRun(
  stored: StoredRule,
  event: ParsedEvent,
  nowMs: number,
  shadow: boolean,
  unread: ReadonlyMap<string, Failure> = new Map(),
  begin: Beginning = DRY,
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
    steps: rule.then.map((action) =>
      startStep(action, shadow, unread, {
        facts: event.facts,
        subject: event.subject,
        nowMs,
        effectKey: effectKey(event.key, rule.id, version, action.id),
      }),
    ),
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
  };
}

/** A serial run is performed by the queue, so nobody has it from the beginning. */
function leaseOf(serial: boolean, shadow: boolean, { lookAgainAt, leased }: Beginning): Partial<Run> {
  if (shadow) return {};
  return serial || !leased ? { lookAgainAt } : { leaseUntil: lookAgainAt, lookAgainAt };
}

function startStep(
  action: RuleAction,
  shadow: boolean,
  unread: ReadonlyMap<string, Failure>,
  context: PlanContext,
): Step {
  const step = { ...action, attempts: [] };
  if (action.disabled === true)
    return { ...step, outcome: 'skipped', reason: 'This action is turned off in the rule.' };
  if (!isActionKind(action.action)) {
    return {
      ...step,
      outcome: 'failed',
      reason: `Failed to find the action "${action.action}": this version of the app does not have it.`,
    };
  }
  const [missing] = unread.size === 0 ? [] : fieldsNeeded(fieldsOfActions([action]), [...unread.keys()]);
  const failure = missing === undefined ? undefined : unread.get(missing);
  if (failure !== undefined) return { ...step, outcome: 'failed', reason: failure.message };
  const kind = ACTIONS[action.action];
  const plan = kind.plan(action.with, context);
  if (plan.kind === 'skip') return { ...step, outcome: 'skipped', reason: plan.reason };
  if (plan.kind === 'fail') return { ...step, outcome: 'failed', reason: plan.failure.message };
  if (shadow) {
    return {
      ...step,
      effect: plan.effect,
      outcome: 'skipped',
      reason: `Shadow: would ${kind.preview(plan.effect)}.`,
    };
  }
  return { ...step, effect: plan.effect, outcome: 'pending' };
}
