// Matching for few rules: lists by space key of the rules whose scope admits it, and those for every space in each list.
// Each of a list is judged. It must stay cheaper than the index for the few.

import { judgeList } from './bucket';
import { evaluateNode } from './evaluate-node';
import { createLeafTable } from './leaf';
import { toRuleNode } from './rule-node';
import { shareReads } from './share-reads';
import { SPACE_KEY } from './slot';
import type { JudgedRule, MatchBucket, PreparedRule } from './bucket';
import type { RuleNode } from './rule-node';

const TRUE: RuleNode = { kind: 'constant', truth: true };

/** Fewer rules than this seldom read a value twice. */
const MIN_SHARED_RULES = 5;

interface ScopedRule extends JudgedRule {
  /** The space keys that its scope admits; undefined where other things decide. */
  readonly keys: readonly string[] | undefined;
}

/** The way for a bucket with few rules. */
export function matchBySpace(rules: readonly PreparedRule[]): MatchBucket {
  const leaves = createLeafTable();
  const reads = shareReads();
  const scoped = rules.map((rule): ScopedRule => {
    const [keys, rest] = splitScope(toRuleNode(rule.stored.rule, leaves));
    return {
      rule,
      keys,
      holds: evaluateNode(rest, rules.length < MIN_SHARED_RULES ? undefined : reads.readerOf),
    };
  });
  const listFor = (key: string | undefined): readonly ScopedRule[] =>
    scoped.filter(({ keys }) => keys === undefined || (key !== undefined && keys.includes(key)));
  const lists = new Map(
    [...new Set(scoped.flatMap(({ keys }) => keys ?? []))].map((key) => [key, listFor(key)]),
  );
  const elsewhere = listFor(undefined);
  return (event, context) => {
    reads.begin();
    const key = event.subject.spaceKey;
    return judgeList((key === undefined ? undefined : lists.get(key)) ?? elsewhere, event, context);
  };
}

/** The keys of which the space must be one, where the rule begins with that, and the rest of the rule. */
function splitScope(node: RuleNode): readonly [readonly string[] | undefined, RuleNode] {
  const [first, ...rest] = node.kind === 'all' ? node.nodes : [node];
  if (first?.kind !== 'leaf') return [undefined, node];
  const { slot, probe } = first.leaf.shape;
  if (slot !== SPACE_KEY || probe?.kind !== 'equal') return [undefined, node];
  const [only = TRUE] = rest;
  return [probe.texts, rest.length <= 1 ? only : { kind: 'all', nodes: rest }];
}
