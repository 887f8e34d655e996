// Counts what an expression does against the limits of the platform, so that no expression, however
// written, takes long or much memory. It must not know what the steps are.

import { FilterRefusal } from './filter-error';

/** Sources: developer.atlassian.com/platform/forge/events-reference/product_events, "Restrictions". */
export const FILTER_LIMITS = {
  MAX_EXPRESSION_CHARACTERS: 10_000,
  MAX_STEPS: 50_000,
  /** Ours: texts and lists that an expression builds may not outgrow any event. */
  MAX_VALUE_LENGTH: 1_000_000,
} as const;

export interface StepBudget {
  /** Takes steps; throws a refusal when there are none left. */
  spend(steps: number, location: string): void;
}

export function createStepBudget(): StepBudget {
  let left: number = FILTER_LIMITS.MAX_STEPS;
  return {
    spend(steps, location) {
      left -= steps;
      if (left < 0) {
        throw new FilterRefusal(`The expression took more than ${FILTER_LIMITS.MAX_STEPS} steps`, location);
      }
    },
  };
}

/** Throws a refusal for a text or list that is longer than any event could be. */
export function checkLength(length: number, location: string): void {
  if (length > FILTER_LIMITS.MAX_VALUE_LENGTH) {
    throw new FilterRefusal(`The expression made a value of ${length} characters or elements`, location);
  }
}
