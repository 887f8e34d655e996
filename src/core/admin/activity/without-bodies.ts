// A run as the page may have it: without what its steps write and without their parameters, which may hold whole bodies
// that the admin cannot see. What a step did is told in a line.

import { ACTIONS, isActionKind } from '../../actions/index';
import type { Run, Step } from '../../runs/run';

/** Longest line about a step. */
const MAX_LINE = 140;

/** The run without effects and parameters. */
export function withoutBodies(run: Run): Run {
  return { ...run, steps: run.steps.map(withoutBody) };
}

function withoutBody({ effect: _effect, ...step }: Step): Step {
  return { ...step, with: {} };
}

/** What a step does, in a line that quotes no whole body; undefined when it has not been planned. */
export function lineOf({ action, effect }: Step): string | undefined {
  if (effect === undefined || !isActionKind(action)) return undefined;
  let line: string;
  try {
    line = ACTIONS[action].preview(effect);
  } catch {
    // An earlier version of the app planned it otherwise; the step's reason still says what became of it.
    return undefined;
  }
  return line.length <= MAX_LINE ? line : `${line.slice(0, MAX_LINE)}…`;
}
