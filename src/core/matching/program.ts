// A rule's tree as a flat program of numbers: test a leaf, go there when it is true and there when it is not. It must
// not know what leaves mean; where nothing can fail it may ask in another order.

import { assertNever } from '../assert-never';
import type { RuleNode } from './rule-node';
import type { Leaf } from './leaf';

/** Where a program ends. */
export const ACCEPT = -1;
const REJECT = -2;

/** Numbers of one instruction: leaf, where to go when it is true, where when it is false. */
const INSTRUCTION = 3;

/** Appends the program of `node` to `code`; the answer is where it begins, or where it ends at once. */
export function emitProgram(node: RuleNode, code: number[], numberOf: (leaf: Leaf) => number): number {
  const emit = (each: RuleNode, onTrue: number, onFalse: number): number => {
    switch (each.kind) {
      case 'constant':
        return each.truth ? onTrue : onFalse;
      case 'leaf':
        return code.push(numberOf(each.leaf), onTrue, onFalse) - INSTRUCTION;
      case 'not':
        return emit(each.node, onFalse, onTrue);
      // From the last to the first, so that where to go on is known.
      case 'all':
        return each.nodes.reduceRight((next, child) => emit(child, next, onFalse), onTrue);
      case 'any':
        return each.nodes.reduceRight((next, child) => emit(child, onTrue, next), onFalse);
      case 'choice':
        return emitChoice(each.nodes, onTrue, onFalse);
      default:
        return assertNever(each);
    }
  };
  const emitChoice = (nodes: readonly RuleNode[], onTrue: number, onFalse: number): number => {
    const hasOtherwise = nodes.length % 2 === 1;
    const last = nodes.at(-1);
    let next = hasOtherwise && last !== undefined ? emit(last, onTrue, onFalse) : onFalse;
    for (let index = nodes.length - (hasOtherwise ? 3 : 2); index >= 0; index -= 2) {
      const [when, then] = [nodes[index], nodes[index + 1]];
      if (when !== undefined && then !== undefined) next = emit(when, emit(then, onTrue, onFalse), next);
    }
    return next;
  };
  return emit(node, ACCEPT, REJECT);
}

/** What the best order depends on. */
export interface OrderContext {
  readonly isKnown: (leaf: Leaf) => boolean;
  /** From 0 to 1. */
  readonly likelihood: (leaf: Leaf) => number;
}

interface Ordered {
  readonly node: RuleNode;
  readonly likelihood: number;
  /** Leaves that have to be evaluated when they are reached. */
  readonly late: number;
}

/** The same tree, asked so that it is soon decided. Only for trees in which nothing can throw. */
export function inBestOrder(node: RuleNode, context: OrderContext): RuleNode {
  return node.kind === 'leaf' ? node : order(node, context).node;
}

function order(node: RuleNode, context: OrderContext): Ordered {
  switch (node.kind) {
    case 'constant':
      return { node, likelihood: node.truth ? 1 : 0, late: 0 };
    case 'leaf':
      return { node, likelihood: context.likelihood(node.leaf), late: context.isKnown(node.leaf) ? 0 : 1 };
    case 'not': {
      const inner = order(node.node, context);
      return { node: { kind: 'not', node: inner.node }, likelihood: 1 - inner.likelihood, late: inner.late };
    }
    case 'choice':
      return { node, likelihood: 0.5, late: node.nodes.length };
    case 'all':
    case 'any':
      return orderChildren(node.kind, node.nodes, context);
  }
}

/** Those first that decide it soonest: without evaluating, and then with the better odds. */
function orderChildren(kind: 'all' | 'any', nodes: readonly RuleNode[], context: OrderContext): Ordered {
  const isAll = kind === 'all';
  const sorted: Ordered[] = [];
  let [product, late] = [1, 0];
  for (const node of nodes) {
    const child = order(node, context);
    product *= isAll ? child.likelihood : 1 - child.likelihood;
    late += child.late;
    // By insertion: there are few.
    let at = sorted.length;
    for (; at > 0; at--) {
      const before = sorted[at - 1];
      if (before === undefined || !isSooner(child, before, isAll)) break;
      sorted[at] = before;
    }
    sorted[at] = child;
  }
  return {
    node: { kind, nodes: sorted.map((each) => each.node) },
    likelihood: isAll ? product : 1 - product,
    late,
  };
}

function isSooner(a: Ordered, b: Ordered, isAll: boolean): boolean {
  if (a.late !== b.late) return a.late < b.late;
  return isAll ? a.likelihood < b.likelihood : a.likelihood > b.likelihood;
}
