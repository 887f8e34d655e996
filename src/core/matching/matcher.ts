// Which rules match an event: the answer of judging every rule, without judging every rule.
// It must not perform anything, and must never differ from judging in a match, its order or an error.

import { buildIndex } from './bucket-index';
import { prepareRule } from './bucket';
import { createLeafTable } from './leaf';
import { searchIndex } from './search-index';
import { matchBySpace } from './space-lists';
import type { ParsedEvent } from '../events/event';
import type { StoredRule } from '../rules/rule';
import type { JudgeContext } from '../runs/judge-rule';
import type { Match, MatchBucket, PreparedRule } from './bucket';

/** From this many rules on, reading what the index needs costs less than judging them. */
const MIN_INDEXED_RULES = 28;

const NOTHING: readonly Match[] = [];

export interface Matcher {
  /** The rules that match, by priority and then id, and those whose condition failed. */
  match(event: ParsedEvent, context: JudgeContext): readonly Match[];
}

/**
 * A matcher over `rules`, which must not be changed while it is used. What an event type needs is built when the first
 * event of that type comes.
 */
export function createMatcher(rules: readonly StoredRule[]): Matcher {
  const leaves = createLeafTable();
  const sorted = rules
    .filter(({ rule }) => rule.state !== 'off')
    .sort(byPriority)
    .map((stored) => prepareRule(stored, leaves));
  const ofType = rulesByType(sorted);
  const anyEvent = sorted.filter((rule) => rule.anyEvent);
  const buckets = new Map<string, MatchBucket>();
  let otherBucket: MatchBucket | undefined;

  const bucketOf = (type: string): MatchBucket => {
    const own = ofType.get(type);
    if (own === undefined) return (otherBucket ??= createBucket(anyEvent));
    const bucket = createBucket(own);
    buckets.set(type, bucket);
    return bucket;
  };
  return {
    match(event, context) {
      if (context.paused) return NOTHING;
      const bucket = buckets.get(event.type) ?? bucketOf(event.type);
      return bucket(event, context);
    },
  };
}

function createBucket(rules: readonly PreparedRule[]): MatchBucket {
  if (rules.length === 0) return () => NOTHING;
  return rules.length < MIN_INDEXED_RULES ? matchBySpace(rules) : searchIndex(buildIndex(rules));
}

/** The rules of each event type that is named by one, those for any event among them, in order. */
function rulesByType(sorted: readonly PreparedRule[]): ReadonlyMap<string, readonly PreparedRule[]> {
  const byType = new Map<string, PreparedRule[]>();
  for (const rule of sorted) {
    for (const type of rule.types) if (!byType.has(type)) byType.set(type, []);
  }
  for (const rule of sorted) {
    for (const type of rule.anyEvent ? byType.keys() : rule.types) byType.get(type)?.push(rule);
  }
  return byType;
}

/** The order of rules among those of one event. */
export function byPriority(a: StoredRule, b: StoredRule): number {
  return a.rule.priority - b.rule.priority || (a.rule.id < b.rule.id ? -1 : 1);
}
