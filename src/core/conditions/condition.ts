// The words that the parts of the condition language share: a parsed condition, what it is evaluated with,
// and how deep and large one may be. It must not hold behaviour.

import type { JsonValue } from '../json';

/** A condition that `parseCondition` accepted: JSON Logic within the limits, with known operators only. */
export type Condition = JsonValue;

/** What an evaluation needs beside the facts. */
export interface EvaluationContext {
  /** The time that `olderThan` and the word `now` refer to, in epoch milliseconds. */
  readonly nowMs: number;
}

/** One compiled piece of logic: its value for the data in scope, which inside `some`, `map`, … is one element. */
export type Evaluate = (data: unknown, context: EvaluationContext) => unknown;

/** How large one condition may be. The depth is `RULE_LIMITS.MAX_CONDITION_DEPTH`. */
export const CONDITION_LIMITS = {
  /** Values of any kind in it. Five hundred comparisons are far more than a person keeps in view. */
  MAX_NODES: 2000,
  /** Characters of one text in it. Longer constants belong into a field to compare with. */
  MAX_TEXT_LENGTH: 4000,
  /** Characters of one regular expression: its compiled size, and so the cost of a match, grows with it. */
  MAX_PATTERN_LENGTH: 500,
} as const;
