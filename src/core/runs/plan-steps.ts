// The steps of a run, planned once from the facts, before its first effect, so that all attempts do the same. Actions
// are planned in order, with the variables that those before them have set; forEach becomes the steps of its items.
// Planning asks for a search by yielding it: a run waits for what is found, a look ahead goes on without.

import { ACTIONS, isActionKind } from '../actions/index';
import { jsonBytes } from '../json-bytes';
import { fieldsOfActions } from '../fields/action-fields';
import { fieldsNeeded } from '../fields/fetchable-fields';
import { effectKey } from './effect-key';
import { subjectOfItem } from './item-subject';
import { plannedWords } from './planned-words';
import type { Action, Expansion, Plan, PlanContext } from '../actions/action';
import type { ParsedEvent } from '../events/event';
import type { Failure } from '../failure';
import type { JsonObject, JsonValue } from '../json';
import type { Result } from '../result';
import type { RuleAction, StoredRule } from '../rules/rule';
import type { Step } from './run';

/** More steps than this are read by nobody. */
const MAX_STEPS = 300;

/** Bytes of all effects of a run as JSON: its record has to hold attempts and reasons beside them, see fit-run.ts. */
const MAX_EFFECTS_BYTES = 120_000;

export interface Planning {
  readonly nowMs: number;
  /** The steps are planned to be shown, and are final. */
  readonly shadow: boolean;
  /** Why fields could not be read; a step whose templates read one of them has failed. @default none */
  readonly unread?: ReadonlyMap<string, Failure>;
}

/** A search that planning needs. */
export interface SearchWanted {
  readonly cql: string;
  readonly limit: number;
}

/** What a search found, or why it failed; undefined where nothing is searched. */
export type Found = Result<readonly JsonValue[], Failure> | undefined;

/** What sequences of actions have in common while one run is planned. */
interface Draft extends Required<Planning> {
  readonly stored: StoredRule;
  readonly event: ParsedEvent;
  variables: JsonObject;
  steps: number;
  effectsBytes: number;
}

/** Where a sequence stands: at the top, or within an item of a forEach. */
interface Place {
  readonly prefix: string;
  readonly facts: JsonObject;
  readonly subject: ParsedEvent['subject'];
  readonly membership: Pick<Step, 'group' | 'lane' | 'parallel'>;
}

/** Plans every action of the rule; yields each search and is given what it found. */
export function* planActions(
  stored: StoredRule,
  event: ParsedEvent,
  planning: Planning,
): Generator<SearchWanted, readonly Step[], Found> {
  const draft: Draft = {
    unread: new Map(),
    ...planning,
    stored,
    event,
    variables: {},
    steps: 0,
    effectsBytes: 0,
  };
  const top: Place = { prefix: '', facts: {}, subject: event.subject, membership: {} };
  return yield* planSequence(stored.rule.then, top, draft);
}

function* planSequence(
  actions: readonly RuleAction[],
  place: Place,
  draft: Draft,
): Generator<SearchWanted, readonly Step[], Found> {
  const steps: Step[] = [];
  let stoppedBy: string | undefined;
  for (const action of actions) {
    const step = bareStep(action, place);
    draft.steps += 1;
    if (stoppedBy !== undefined) {
      steps.push({
        ...step,
        outcome: 'skipped',
        reason: `Not done, because "${stoppedBy}" stopped before it.`,
      });
      continue;
    }
    const planned = planOne(action, step, place, draft);
    if ('kind' in planned) {
      steps.push(...(yield* expand(planned.each, step, place, draft)));
      continue;
    }
    steps.push(planned.step);
    if (planned.stops) stoppedBy = action.id;
  }
  return steps;
}

type Unplanned = Omit<Step, 'outcome'>;

/** The step before it is planned. Within an item it goes without its parameters, which the step of forEach has. */
function bareStep(action: RuleAction, { prefix, membership }: Place): Unplanned {
  const own = prefix === '' ? {} : { with: {} };
  return { ...action, ...own, id: `${prefix}${action.id}`, attempts: [], ...membership };
}

function planOne(
  action: RuleAction,
  step: Unplanned,
  place: Place,
  draft: Draft,
): { readonly step: Step; readonly stops: boolean } | Extract<Plan<JsonObject>, { kind: 'each' }> {
  const settled = (outcome: 'skipped' | 'failed', reason: string): { step: Step; stops: boolean } => ({
    step: { ...step, outcome, reason },
    stops: false,
  });
  if (action.disabled === true) return settled('skipped', 'This action is turned off in the rule.');
  if (!isActionKind(action.action)) {
    return settled(
      'failed',
      `Failed to find the action "${action.action}": this version of the app does not have it.`,
    );
  }
  const failure = firstUnread(action, draft.unread);
  if (failure !== undefined) return settled('failed', failure.message);
  const kind = ACTIONS[action.action];
  const plan = kind.plan(action.with, planContext(step.id, place, draft));
  if (plan.kind === 'skip') return settled('skipped', plan.reason);
  if (plan.kind === 'fail') return settled('failed', plan.failure.message);
  if (plan.kind === 'each') return plan;
  draft.effectsBytes += jsonBytes(plan.effect);
  if (draft.effectsBytes > MAX_EFFECTS_BYTES) return settled('failed', TOO_LONG);
  draft.variables = { ...draft.variables, ...plan.sets };
  return { step: withEffect(step, plan.effect, kind, draft), stops: plan.stops === true };
}

const TOO_LONG = `Failed to plan this action: the texts of the run take more than ${MAX_EFFECTS_BYTES / 1000} KB in all. Shorten them, or go through fewer items.`;

function firstUnread(action: RuleAction, unread: Draft['unread']): Failure | undefined {
  if (unread.size === 0) return undefined;
  const [missing] = fieldsNeeded(fieldsOfActions([action]), [...unread.keys()]);
  return missing === undefined ? undefined : unread.get(missing);
}

function planContext(stepId: string, { facts, subject }: Place, draft: Draft): PlanContext {
  const { event, nowMs, stored, variables } = draft;
  return {
    facts: { ...event.facts, variables, ...facts },
    subject,
    nowMs,
    effectKey: effectKey(event.key, stored.rule.id, stored.version, stepId),
  };
}

function withEffect(step: Unplanned, effect: JsonObject, kind: Action, { shadow, event }: Draft): Step {
  const words = kind.preview(effect);
  if (shadow) {
    const reason = `Shadow: would ${plannedWords(step, words, event.actorAccountId)}.`;
    return { ...step, effect, outcome: 'skipped', reason };
  }
  if (kind.settledByPlan === true) return { ...step, effect, outcome: 'done', reason: sentence(words) };
  return { ...step, effect, outcome: 'pending' };
}

/** The step of the forEach itself, and after it those of each item. */
function* expand(
  each: Expansion,
  step: Unplanned,
  place: Place,
  draft: Draft,
): Generator<SearchWanted, readonly Step[], Found> {
  const { max, then, source, parallel } = each;
  const found: Found =
    'cql' in each.items ? yield { cql: each.items.cql, limit: max + 1 } : { ok: true, value: each.items };
  if (found?.ok === false) return [{ ...step, outcome: 'failed', reason: found.error.message }];
  const items = found?.value.slice(0, max) ?? [];
  if (found !== undefined && items.length === 0) {
    return [{ ...step, outcome: 'skipped', reason: `There is nothing in ${source}.` }];
  }
  if (draft.steps + items.length * then.length > MAX_STEPS) {
    const reason = `Failed to plan this action: ${items.length} items make more than the ${MAX_STEPS} steps that a run may have. Lower the number of items.`;
    return [{ ...step, outcome: 'failed', reason }];
  }
  const effect = {
    source,
    count: found === undefined ? max : items.length,
    more: found === undefined || found.value.length > max,
    parallel,
    actions: then.map(({ action }) => action),
  };
  const steps: Step[] = [withEffect(step, effect, ACTIONS.forEach, draft)];
  for (const [index, item] of items.entries()) {
    const inside: Place = {
      prefix: `${step.id}.${index + 1}.`,
      facts: { ...place.facts, item, itemNumber: index + 1 },
      subject: (each.onItem ? subjectOfItem(item) : undefined) ?? place.subject,
      membership: { group: step.id, lane: index + 1, ...(parallel ? { parallel: true as const } : {}) },
    };
    steps.push(...(yield* planSequence(then, inside, draft)));
  }
  return steps;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
