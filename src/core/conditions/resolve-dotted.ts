// What json-logic-js 2.0.5 does with an operator name that has a dot in it, such as `cat.name`: it walks into
// the function that implements the operator. This models those few reachable properties, so that errors agree
// with the reference. Rules that use such a name are refused when they are saved; nothing here reaches a function.

import { OWN_OPERATORS } from './own-operations';

/** The outcome of the walk: an operator to perform, a thing that cannot be performed, or a step that is not there. */
export type DottedOperator =
  | { readonly kind: 'operator'; readonly operator: string }
  | { readonly kind: 'not-a-function' }
  | { readonly kind: 'unknown'; readonly failedAt: string };

type Reached =
  | { readonly kind: 'operator' | 'prototype'; readonly operator: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number' };

/** Follows `name` step by step. `isEager` tells which first steps are operators whose arguments come first. */
export function resolveDotted(name: string, isEager: (operator: string) => boolean): DottedOperator {
  const steps = name.split('.');
  const first = steps[0] ?? '';
  if (!isEager(first)) return { kind: 'unknown', failedAt: first };
  let reached: Reached | undefined = { kind: 'operator', operator: first };
  for (const [index, step] of steps.entries()) {
    if (index === 0) continue;
    reached = property(reached, step);
    if (reached === undefined) return { kind: 'unknown', failedAt: steps.slice(0, index + 1).join('.') };
  }
  return reached.kind === 'operator'
    ? { kind: 'operator', operator: reached.operator }
    : { kind: 'not-a-function' };
}

function property(of: Reached, step: string): Reached | undefined {
  if (of.kind === 'operator') {
    if (step === 'name') return { kind: 'text', text: of.operator };
    if (step === 'length') return { kind: 'number' };
    // Our operators are registered as methods, which have no prototype property.
    const isOwn = (OWN_OPERATORS as readonly string[]).includes(of.operator);
    return step === 'prototype' && !isOwn ? { kind: 'prototype', operator: of.operator } : undefined;
  }
  if (of.kind === 'prototype') {
    return step === 'constructor' ? { kind: 'operator', operator: of.operator } : undefined;
  }
  if (of.kind === 'text') {
    if (step === 'length') return { kind: 'number' };
    const character = Object.hasOwn(new String(of.text), step) ? of.text[Number(step)] : undefined;
    return character === undefined ? undefined : { kind: 'text', text: character };
  }
  return undefined;
}
