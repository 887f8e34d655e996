// The truth of a rule's tree as a closure, in JSON Logic's order. It keeps nothing between events.

import { assertNever } from '../assert-never';
import type { HoldsFor } from './leaf';
import type { RuleNode } from './rule-node';

/** The closure for `node`. Two and three children, which most have, cost no loop. */
export function evaluateNode(node: RuleNode): HoldsFor {
  switch (node.kind) {
    case 'constant':
      return node.truth ? () => true : () => false;
    case 'leaf':
      return node.leaf.toHolds();
    case 'not': {
      const inner = evaluateNode(node.node);
      return (event, context) => !inner(event, context);
    }
    case 'all':
      return every(node.nodes.map(evaluateNode));
    case 'any':
      return some(node.nodes.map(evaluateNode));
    case 'choice':
      return choose(node.nodes.map(evaluateNode));
    default:
      return assertNever(node);
  }
}

function every(parts: readonly HoldsFor[]): HoldsFor {
  const [first, second, third] = parts;
  if (parts.length === 2 && first !== undefined && second !== undefined) {
    return (event, context) => first(event, context) && second(event, context);
  }
  if (parts.length === 3 && first !== undefined && second !== undefined && third !== undefined) {
    return (event, context) => first(event, context) && second(event, context) && third(event, context);
  }
  return (event, context) => {
    for (const part of parts) if (!part(event, context)) return false;
    return true;
  };
}

function some(parts: readonly HoldsFor[]): HoldsFor {
  const [first, second] = parts;
  if (parts.length === 2 && first !== undefined && second !== undefined) {
    return (event, context) => first(event, context) || second(event, context);
  }
  return (event, context) => {
    for (const part of parts) if (part(event, context)) return true;
    return false;
  };
}

function choose(parts: readonly HoldsFor[]): HoldsFor {
  return (event, context) => {
    let index = 0;
    for (; index < parts.length - 1; index += 2) {
      if (parts[index]?.(event, context) === true) return parts[index + 1]?.(event, context) === true;
    }
    return index === parts.length - 1 && parts[index]?.(event, context) === true;
  };
}
