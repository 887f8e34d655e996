// Which leaves a rule needs: one of them is true whenever the rule matches or fails. The index looks at no other rules.
// It must not lose an error: a test that can throw before the needed one makes the needed one useless.

import type { Leaf } from './leaf';
import type { RuleNode } from './rule-node';

/** What the choice depends on. */
export interface AccessContext {
  /** Whether the index knows the leaf's truth before any rule is looked at. */
  readonly isKnown: (leaf: Leaf) => boolean;
  /** Whether the leaf cannot throw for the values that are left to the index. */
  readonly isQuiet: (leaf: Leaf) => boolean;
  /** How often it is true, from 0 to 1, as far as that can be guessed. */
  readonly likelihood: (leaf: Leaf) => number;
}

export interface Access {
  readonly leaves: readonly Leaf[];
  /** How often the rule has to be looked at. */
  readonly likelihood: number;
  /** The leaf is the whole of the rule, or a conjunct of it. */
  readonly conjunct?: Leaf;
}

/** The cheapest set of leaves of which one must be true; undefined when there is none. */
export function accessOf(node: RuleNode, context: AccessContext): Access | undefined {
  switch (node.kind) {
    case 'constant':
      return node.truth ? undefined : { leaves: [], likelihood: 0 };
    case 'leaf': {
      const { leaf } = node;
      if (!context.isKnown(leaf)) return undefined;
      return { leaves: [leaf], likelihood: context.likelihood(leaf), conjunct: leaf };
    }
    case 'all':
      return ofAll(node.nodes, context);
    case 'any':
      return ofAny(node.nodes, context);
    case 'not':
    case 'choice':
      return undefined;
  }
}

/** The most selective child will do, as long as nothing before it can throw. */
function ofAll(nodes: readonly RuleNode[], context: AccessContext): Access | undefined {
  let best: Access | undefined;
  for (const node of nodes) {
    const access = accessOf(node, context);
    if (access !== undefined && (best === undefined || access.likelihood < best.likelihood)) best = access;
    if (!isQuietNode(node, context)) break;
  }
  return best;
}

function ofAny(nodes: readonly RuleNode[], context: AccessContext): Access | undefined {
  const leaves = new Set<Leaf>();
  let likelihood = 0;
  for (const node of nodes) {
    const access = accessOf(node, context);
    if (access === undefined) return undefined;
    for (const leaf of access.leaves) leaves.add(leaf);
    likelihood += access.likelihood;
  }
  return { leaves: [...leaves], likelihood };
}

/** Whether nothing in it can throw. */
export function isQuietNode(node: RuleNode, context: Pick<AccessContext, 'isQuiet'>): boolean {
  if (node.kind === 'constant') return true;
  if (node.kind === 'leaf') return context.isQuiet(node.leaf);
  if (node.kind === 'not') return isQuietNode(node.node, context);
  return node.nodes.every((each) => isQuietNode(each, context));
}
