// Matches an event against parts of the stored index as they come from the store: looks up which rules could match,
// and parses of their conditions just the clauses that decide. It is for one event in a cold process; a warm one keeps a matcher.

import { truthy } from '../conditions/truthy';
import { readSteps } from '../conditions/read-path';
import { decideText } from './condition-text';
import { evaluateOnce } from './evaluate-once';
import { fieldOfElement } from './recognise-leaf';
import { CHAIN_FLAG, SHADOW_FLAG } from './shard';
import {
  beginningsIn,
  findTexts,
  fromField,
  isUnfit,
  lookUp,
  readRule,
  readStarts,
  startsOf,
} from './shard-text';
import { SPACE_KEY, SPACE_TYPE, readSlot } from './slot';
import type { ParsedEvent } from '../events/event';
import type { Scope } from '../rules/rule';
import type { JudgeContext } from '../runs/judge-rule';
import type { Outcome } from './condition-text';
import type { ShardPart, ShardRule, ShardSlot } from './shard';

/** A rule that matches, by its id and the version that was stored in the index. */
export interface StoredMatch {
  readonly rule: string;
  readonly version: number;
  readonly priority: number;
  readonly verdict: 'acts' | 'shadow' | 'condition-error';
  /** What the condition threw, for `condition-error`. */
  readonly error?: string;
}

/** What matches of the rules in `parts`, by priority and then id, as the matcher in memory answers. */
export function matchParts(
  parts: readonly ShardPart[],
  event: ParsedEvent,
  context: JudgeContext,
): readonly StoredMatch[] {
  if (context.paused) return [];
  const matches = new Map<string, StoredMatch>();
  const judgeText = textJudge(event, context);
  const values = new EventValues(event);
  for (const part of parts) {
    for (const start of candidatesOf(part, values)) {
      const rule = readRule(part.rules, start);
      const match = matches.has(rule[0]) ? undefined : judge(rule, event, context, judgeText);
      if (match !== undefined) matches.set(match.rule, match);
    }
  }
  return [...matches.values()].sort((a, b) => a.priority - b.priority || (a.rule < b.rule ? -1 : 1));
}

type TextJudge = (condition: string) => Outcome;

/** Judges conditions by their text, each clause once: many rules share one. */
function textJudge(event: ParsedEvent, context: JudgeContext): TextJudge {
  const outcomes = new Map<string, Outcome>();
  const judgeClause = (clause: string): Outcome => {
    let outcome = outcomes.get(clause);
    if (outcome === undefined) outcomes.set(clause, (outcome = evaluate(clause, event, context)));
    return outcome;
  };
  return (condition) => decideText(condition, judgeClause);
}

function judge(
  rule: ShardRule,
  event: ParsedEvent,
  context: JudgeContext,
  judgeText: TextJudge,
): StoredMatch | undefined {
  const [id, version, priority, flags, scope, condition] = rule;
  if (context.selfCaused && (flags & CHAIN_FLAG) === 0) return undefined;
  if (scope === null ? event.subject.spaceType === 'personal' : !admits(scope, event)) return undefined;
  const outcome = condition === '' ? true : judgeText(condition);
  if (outcome === false) return undefined;
  const verdict = (flags & SHADOW_FLAG) === 0 ? 'acts' : 'shadow';
  if (outcome === true) return { rule: id, version, priority, verdict };
  return { rule: id, version, priority, verdict: 'condition-error', error: outcome };
}

function evaluate(clause: string, event: ParsedEvent, context: JudgeContext): Outcome {
  const logic = fromField(clause);
  try {
    return truthy(evaluateOnce(logic, event.facts, context));
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** Whether a scope lets the event in, as judging reads it. */
function admits(scope: Scope, { subject: { spaceKey, spaceType } }: ParsedEvent): boolean {
  const { spaces = [], excludeSpaces = [] } = scope;
  if (spaces.length > 0) return spaceKey !== undefined && spaces.includes(spaceKey);
  if (spaceKey !== undefined && excludeSpaces.includes(spaceKey)) return false;
  return spaceType !== 'personal' || scope.personalSpaces === true;
}

/** The values of one event that lookups ask for, each read once for all parts. */
class EventValues {
  readonly #event: ParsedEvent;
  readonly #byPath = new Map<string, unknown>();
  readonly #beginnings = new Map<string, readonly string[]>();

  constructor(event: ParsedEvent) {
    this.#event = event;
  }

  /** Null where there is nothing. */
  read({ read }: ShardSlot): unknown {
    if (read === 'spaceKey') return readSlot(SPACE_KEY, this.#event);
    if (read === 'spaceType') return readSlot(SPACE_TYPE, this.#event);
    const path = read[0];
    let value = this.#byPath.get(path);
    if (value === undefined) {
      // Undefined where a default counts, and never otherwise.
      value = readSteps(this.#event.facts, path.split('.'), undefined);
      this.#byPath.set(path, value);
    }
    return value === undefined ? read[1] : value;
  }

  /** What lists of texts in `value` are found by. */
  beginningsIn(value: string): readonly string[] {
    let known = this.#beginnings.get(value);
    if (known === undefined) this.#beginnings.set(value, (known = beginningsIn(value)));
    return known;
  }
}

/** The beginnings of the rules that could match or fail; of all where a value could make a test throw. */
function candidatesOf(part: ShardPart, values: EventValues): Iterable<number> {
  const candidates = new Set<number>();
  readStarts(part.open, candidates);
  for (const slot of part.slots) {
    if (!addCandidates(slot, values, candidates)) return startsOf(part.rules);
  }
  return candidates;
}

/** False for values that lookups say nothing about. */
function addCandidates(slot: ShardSlot, values: EventValues, candidates: Set<number>): boolean {
  const value = values.read(slot);
  if (typeof value === 'string') {
    if (isUnfit(value)) return false;
    lookUp(slot.equal, value, candidates);
    findTexts(slot.text, values.beginningsIn(value), value, candidates);
    return true;
  }
  if (value === null || typeof value !== 'object') {
    readStarts(value === null ? slot.ofNull : slot.ofOther, candidates);
    return true;
  }
  return Array.isArray(value) && !slot.plain && addElements(slot, value, candidates);
}

function addElements(slot: ShardSlot, list: readonly unknown[], candidates: Set<number>): boolean {
  for (const [field, folded, table] of slot.elements) {
    for (const element of list) {
      const value = folded && typeof element === 'string' ? element : fieldOfElement(element, field);
      if (typeof value === 'string' && !isUnfit(value))
        lookUp(table, folded ? value.toLowerCase() : value, candidates);
      else if (value !== null) return false;
    }
  }
  return true;
}
