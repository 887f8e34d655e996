// Matching for few rules: lists by space key of the rules whose scope admits it, and those for every space in each list.
// Each of a list is judged. It must stay cheaper than the index for the few.

import { judgeInto } from './bucket';
import { SPACE_KEY } from './slot';
import type { Match, MatchBucket, PreparedRule } from './bucket';
import type { RuleNode } from './rule-node';

/** The way for a bucket with few rules. */
export function matchBySpace(rules: readonly PreparedRule[]): MatchBucket {
  const keysOf = rules.map(({ node }) => spaceKeysOf(node));
  const listFor = (key: string | undefined): readonly PreparedRule[] =>
    rules.filter((_rule, index) => {
      const keys = keysOf[index];
      return keys === undefined || (key !== undefined && keys.includes(key));
    });
  const lists = new Map([...new Set(keysOf.flatMap((keys) => keys ?? []))].map((key) => [key, listFor(key)]));
  const elsewhere = listFor(undefined);
  return (event, context) => {
    const matches: Match[] = [];
    const key = event.subject.spaceKey;
    const list = (key === undefined ? undefined : lists.get(key)) ?? elsewhere;
    for (const rule of list) judgeInto(matches, rule, event, context);
    return matches;
  };
}

/** The keys of which the space must be one, where the rule begins with that. */
function spaceKeysOf(node: RuleNode): readonly string[] | undefined {
  const first = node.kind === 'all' ? node.nodes[0] : node;
  if (first?.kind !== 'leaf' || first.leaf.slot?.key !== SPACE_KEY.key) return undefined;
  return first.leaf.probe?.kind === 'equal' ? first.leaf.probe.texts : undefined;
}
