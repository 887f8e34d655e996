// A rule's scope and condition as one tree of leaves, of which only the truth counts. It keeps the order in which JSON
// Logic evaluates, so that errors stay where they are. It must not evaluate anything.

import { asOperation } from '../conditions/is-logic';
import { truthy } from '../conditions/truthy';
import { SPACE_KEY, SPACE_TYPE } from './slot';
import type { Rule } from '../rules/rule';
import type { Leaf, LeafTable } from './leaf';

export type RuleNode =
  | { readonly kind: 'constant'; readonly truth: boolean }
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'not'; readonly node: RuleNode }
  /** In order, until one is false, or until one is true. */
  | { readonly kind: 'all' | 'any'; readonly nodes: readonly RuleNode[] }
  /** When, then, when, then, …, and perhaps otherwise; false without it. */
  | { readonly kind: 'choice'; readonly nodes: readonly RuleNode[] };

const TRUE: RuleNode = { kind: 'constant', truth: true };
const FALSE: RuleNode = { kind: 'constant', truth: false };

/** The tree of a rule: its scope first, then its condition. */
export function toRuleNode(rule: Pick<Rule, 'scope' | 'if'>, leaves: LeafTable): RuleNode {
  const condition = rule.if === undefined ? TRUE : toNode(rule.if, leaves);
  return join('all', [...scopeNodes(rule, leaves), condition]);
}

/** Every leaf of a tree, as often as it is named. */
export function leavesOf(node: RuleNode, into: Leaf[] = []): readonly Leaf[] {
  if (node.kind === 'leaf') into.push(node.leaf);
  else if (node.kind === 'not') leavesOf(node.node, into);
  else if (node.kind !== 'constant') for (const each of node.nodes) leavesOf(each, into);
  return into;
}

/** What is left of a tree when the truth of some leaves is known. What can fail before a known leaf stays before it. */
export function simplify(node: RuleNode, truthOf: (leaf: Leaf) => boolean | undefined): RuleNode {
  const inner = (each: RuleNode): RuleNode => simplify(each, truthOf);
  switch (node.kind) {
    case 'constant':
      return node;
    case 'leaf': {
      const truth = truthOf(node.leaf);
      if (truth === undefined) return node;
      return truth ? TRUE : FALSE;
    }
    case 'not':
      return not(inner(node.node));
    case 'all':
    case 'any':
      return join(node.kind, node.nodes.map(inner));
    case 'choice':
      return { kind: 'choice', nodes: node.nodes.map(inner) };
  }
}

/** As judging a rule reads its scope: certain spaces, or all but some, and no personal ones unless asked for. */
function scopeNodes({ scope = {} }: Pick<Rule, 'scope'>, leaves: LeafTable): readonly RuleNode[] {
  const { spaces = [], excludeSpaces = [] } = scope;
  if (spaces.length > 0) return [{ kind: 'leaf', leaf: leaves.ofScope({ slot: SPACE_KEY, texts: spaces }) }];
  const nodes: RuleNode[] = [];
  if (excludeSpaces.length > 0) {
    nodes.push(not({ kind: 'leaf', leaf: leaves.ofScope({ slot: SPACE_KEY, texts: excludeSpaces }) }));
  }
  if (scope.personalSpaces !== true) {
    nodes.push(not({ kind: 'leaf', leaf: leaves.ofScope({ slot: SPACE_TYPE, texts: ['personal'] }) }));
  }
  return nodes;
}

function toNode(logic: unknown, leaves: LeafTable): RuleNode {
  const operation = asOperation(logic);
  if (operation === undefined) {
    // A list is true unless it is empty, but its items are evaluated and can fail.
    if (Array.isArray(logic) && logic.length > 0) return { kind: 'leaf', leaf: leaves.ofLogic(logic) };
    return truthy(logic) ? TRUE : FALSE;
  }
  const { operator, args } = operation;
  const children = (): RuleNode[] => args.map((argument) => toNode(argument, leaves));
  switch (operator) {
    case 'and':
      return args.length === 0 ? FALSE : join('all', children());
    case 'or':
      return join('any', children());
    case 'if':
    case '?:':
      return { kind: 'choice', nodes: children() };
    case '!':
    case '!!':
      if (args.length !== 1) break;
      return operator === '!' ? not(toNode(args[0], leaves)) : toNode(args[0], leaves);
    case '!=':
    case '!==':
      if (args.length !== 2) break;
      return not({ kind: 'leaf', leaf: leaves.ofLogic({ [operator === '!=' ? '==' : '===']: args }) });
  }
  return { kind: 'leaf', leaf: leaves.ofLogic(logic) };
}

function not(node: RuleNode): RuleNode {
  if (node.kind === 'not') return node.node;
  if (node.kind === 'constant') return node.truth ? FALSE : TRUE;
  return { kind: 'not', node };
}

/** Opens nested lists of the same kind, and leaves out what cannot decide. */
function join(kind: 'all' | 'any', nodes: readonly RuleNode[]): RuleNode {
  const opened: RuleNode[] = [];
  const deciding = kind === 'any';
  for (const node of nodes) {
    if (node.kind === 'constant') {
      if (node.truth !== deciding) continue;
      opened.push(node);
      break;
    }
    if (node.kind === kind) opened.push(...node.nodes);
    else opened.push(node);
  }
  const [only] = opened;
  if (only === undefined) return deciding ? FALSE : TRUE;
  return opened.length === 1 ? only : { kind, nodes: opened };
}
