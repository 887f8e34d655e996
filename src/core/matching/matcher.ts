// Which rules match an event: the answer of judging every rule, without judging every rule.
// It must not perform anything, and must never differ from judging in a match, its order or an error.

import { canonicalEventId } from '../events/find-event';
import { ANY_EVENT } from '../runs/judge-rule';
import { buildIndex } from './bucket-index';
import { NOTHING, prepareRule } from './bucket';
import { createLeafTable } from './leaf';
import { leavesOf, toRuleNode } from './rule-node';
import { IndexSearch } from './search-index';
import { SpaceLists } from './space-lists';
import type { ParsedEvent } from '../events/event';
import type { StoredRule } from '../rules/rule';
import type { JudgeContext } from '../runs/judge-rule';
import type { Match, PreparedRule } from './bucket';
import type { LeafTable } from './leaf';

/** From this many rules on, reading what the index needs costs less than judging them. */
const MIN_INDEXED_RULES = 64;

export interface Matcher {
  /** The rules that match, by priority and then id, and those whose condition failed. */
  match(event: ParsedEvent, context: JudgeContext): readonly Match[];
}

/**
 * A matcher over `rules`, which must not be changed while it is used. What an event type needs is built when the first
 * event of that type comes.
 */
export function createMatcher(rules: readonly StoredRule[]): Matcher {
  const active = rules.filter(({ rule }) => rule.state !== 'off').sort(byPriority);
  const { ofType, anyEvent, shared } = rulesByType(active);
  const buckets = new Map([...ofType].map(([type, own]) => [type, new Bucket(own, shared)]));
  const otherTypes = new Bucket(anyEvent, shared);
  return {
    match(event, context) {
      if (context.paused) return NOTHING;
      return (buckets.get(event.type) ?? otherTypes).match(event, context);
    },
  };
}

/** The rules of one event type, made ready when the first event comes. */
class Bucket {
  readonly #rules: readonly PreparedRule[];
  readonly #shared: LeafTable;
  #way: IndexSearch | SpaceLists | undefined;

  constructor(rules: readonly PreparedRule[], shared: LeafTable) {
    this.#rules = rules;
    this.#shared = shared;
  }

  match(event: ParsedEvent, context: JudgeContext): readonly Match[] {
    if (this.#rules.length === 0) return NOTHING;
    this.#way ??=
      this.#rules.length < MIN_INDEXED_RULES
        ? new SpaceLists(this.#rules, this.#shared)
        : new IndexSearch(buildIndex(this.#rules, this.#shared));
    return this.#way.match(event, context);
  }
}

interface RulesByType {
  /** The rules of each event type that is named by one, those for any event among them, in order. */
  readonly ofType: ReadonlyMap<string, readonly PreparedRule[]>;
  readonly anyEvent: readonly PreparedRule[];
  /** The leaves of the rules for any event, which every bucket has. */
  readonly shared: LeafTable;
}

function rulesByType(sorted: readonly StoredRule[]): RulesByType {
  const ofType = new Map<string, PreparedRule[]>();
  for (const { rule } of sorted) {
    for (const id of rule.when) if (!ofType.has(canonicalEventId(id))) ofType.set(canonicalEventId(id), []);
  }
  const anyEvent: PreparedRule[] = [];
  const shared = createLeafTable();
  for (const stored of sorted) {
    const isForAny = stored.rule.when.includes(ANY_EVENT);
    const prepared = prepareRule(stored, isForAny ? toRuleNode(stored.rule, shared) : undefined);
    if (isForAny) anyEvent.push(prepared);
    const types = isForAny ? ofType.keys() : new Set(stored.rule.when.map(canonicalEventId));
    for (const type of types) ofType.get(type)?.push(prepared);
  }
  for (const { node } of anyEvent) for (const leaf of node === undefined ? [] : leavesOf(node)) leaf.share();
  return { ofType, anyEvent, shared };
}

/** The order of rules among those of one event. */
export function byPriority(a: StoredRule, b: StoredRule): number {
  return a.rule.priority - b.rule.priority || (a.rule.id < b.rule.id ? -1 : 1);
}
