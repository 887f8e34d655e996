// Rules of a world by shape and version: each made once for all worlds, so that what the engine compiles is compiled
// once.

import { POISON_SHAPES, RULE_SHAPES } from './rule-shapes';
import type { Rule, StoredRule } from '../../../src/core/rules/rule';
import type { RuleShape } from './rule-shapes';

const made = new Map<string, StoredRule>();

/** How often a rule of a world is edited at most. */
export const MAX_VERSION = 4;

/** What every effect of that version of the rule bears. */
export function markOf(id: string, version: number): string {
  return `${id}-v${version}`;
}

/** The rule of this shape at this version, off if asked for. */
export function storedRule(shape: RuleShape, version: number, off = false): StoredRule {
  const key = `${shape.id} ${version} ${off}`;
  let stored = made.get(key);
  if (stored === undefined) {
    const { then, ...rest } = shape;
    const rule: Rule = {
      name: shape.id,
      state: 'live',
      priority: 100,
      when: ['avi:confluence:created:page'],
      ...rest,
      ...(off ? { state: 'off' } : {}),
      then: [...then(markOf(shape.id, version))],
    };
    stored = { v: 1, rule, version, updatedAt: '2026-03-01T00:00:00.000Z', updatedBy: 'admin' };
    made.set(key, stored);
  }
  return stored;
}

export function shapeOf(id: string): RuleShape | undefined {
  return RULE_SHAPES.find((shape) => shape.id === id) ?? POISON_SHAPES.find((shape) => shape.id === id);
}
