// The contenders by name: each turns rules into a function from an event to what matched. None may cheat: all answer
// the same matches, which the benchmark checks.

import jsonLogic from 'json-logic-js';
import { LogicEngine } from 'json-logic-engine';
import { createMatcher } from '../../src/core/matching/matcher';
import { writePredicates } from './hand-written';
import { prepareRulesEngine } from './rules-engine';
import { wholeCondition } from './workload';
import type { ParsedEvent } from '../../src/core/events/event';
import type { Match } from '../../src/core/matching/bucket';
import type { StoredRule } from '../../src/core/rules/rule';

/** What matched, in the order of the rules: their positions, or something that `positions` turns into them. */
export interface Prepared {
  readonly match: (event: ParsedEvent) => unknown;
  readonly positions: (matched: unknown) => readonly number[];
}

export type Prepare = (rules: readonly StoredRule[]) => Prepared | Promise<Prepared>;

type Logic = Parameters<typeof jsonLogic.apply>[0];

const NOW_MS = Date.UTC(2026, 0, 1);
const asIs = (matched: unknown): readonly number[] => matched as readonly number[];

/** The position of every rule in the workload; ids are `rule-12`. */
function positionOf({ stored }: Match): number {
  return Number(stored.rule.id.slice('rule-'.length));
}

/** The workload's priorities are equal, so rules come in the order of their ids. */
function inRuleOrder(rules: readonly StoredRule[]): readonly (readonly [number, StoredRule])[] {
  return [...rules.entries()].sort(([, a], [, b]) => (a.rule.id < b.rule.id ? -1 : 1));
}

function rulewright(rules: readonly StoredRule[]): Prepared {
  const matcher = createMatcher(rules);
  const context = { nowMs: NOW_MS, paused: false, selfCaused: false };
  return {
    match: (event) => matcher.match(event, context),
    positions: (matched) => (matched as readonly Match[]).map(positionOf),
  };
}

function jsonLogicAll(rules: readonly StoredRule[]): Prepared {
  const all = inRuleOrder(rules).map(([position, stored]) => {
    const [type] = stored.rule.when;
    const condition = wholeCondition(stored);
    const logic = type === '*' ? condition : { and: [{ '==': [{ var: 'event.type' }, type] }, condition] };
    return { position, logic: logic as Logic };
  });
  return {
    match: ({ facts }) => {
      const matched: number[] = [];
      for (const { position, logic } of all) if (jsonLogic.apply(logic, facts)) matched.push(position);
      return matched;
    },
    positions: asIs,
  };
}

function jsonLogicFilter(rules: readonly StoredRule[]): Prepared {
  const all = inRuleOrder(rules).map(([position, stored]) => {
    return { position, trigger: stored.rule.when[0] ?? '', logic: wholeCondition(stored) as Logic };
  });
  return {
    match: ({ type, facts }) => {
      const matched: number[] = [];
      for (const { position, trigger, logic } of all) {
        if ((trigger === type || trigger === '*') && jsonLogic.apply(logic, facts)) matched.push(position);
      }
      return matched;
    },
    positions: asIs,
  };
}

/** Rules by event type, those for any event included in each. */
export function byEventType<T>(
  rules: readonly StoredRule[],
  prepare: (stored: StoredRule) => T,
): ReadonlyMap<string, readonly (readonly [number, T])[]> {
  const prepared = inRuleOrder(rules).map(([position, stored]) => ({
    type: stored.rule.when[0],
    entry: [position, prepare(stored)] as const,
  }));
  const types = new Set(prepared.map(({ type }) => type ?? ''));
  return new Map(
    [...types].map((type) => [
      type,
      prepared.filter((each) => each.type === type || each.type === '*').map(({ entry }) => entry),
    ]),
  );
}

/** Runs the predicates of an event's type, or those for any event where the type has none of its own. */
function matchByType(
  byType: ReadonlyMap<string, readonly (readonly [number, (facts: unknown) => unknown])[]>,
): Prepared {
  const anyEvent = byType.get('*') ?? [];
  return {
    match: ({ type, facts }) => {
      const matched: number[] = [];
      for (const [position, holds] of byType.get(type) ?? anyEvent) if (holds(facts)) matched.push(position);
      return matched;
    },
    positions: asIs,
  };
}

function jsonLogicEngine(rules: readonly StoredRule[]): Prepared {
  const engine = new LogicEngine();
  return matchByType(
    byEventType(rules, (stored) => engine.build(wholeCondition(stored)) as (facts: unknown) => unknown),
  );
}

export const CONTENDERS: Readonly<Record<string, Prepare>> = {
  rulewright,
  'json-logic-js all': jsonLogicAll,
  'json-logic-js filter': jsonLogicFilter,
  'json-logic-engine': jsonLogicEngine,
  'json-rules-engine': prepareRulesEngine,
  'hand-written': async (rules) => matchByType(await writePredicates(byEventType(rules, wholeCondition))),
};
