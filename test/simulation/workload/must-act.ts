// Whether a rule of the simulation has to act on a payload, said once more and apart from the engine.

import type { RuleShape } from './rule-shapes';

/** Rules whose verdict depends on what was before. */
const DEPENDS = ['chain', 'echo', 'answering', 'limited'];

interface Delivered {
  readonly eventType?: unknown;
  readonly content?: { readonly title?: unknown } | null;
}

/** Whether the rule, unchanged, has to have a run for the event. False where it cannot be said. */
export function mustAct(shape: RuleShape, payload: unknown): boolean {
  if (shape.state === 'off' || shape.id === 'poison-condition' || DEPENDS.includes(shape.id)) return false;
  const { eventType, content } = (payload ?? {}) as Delivered;
  const { when = ['avi:confluence:created:page'] } = shape;
  if (typeof eventType !== 'string' || !when.includes(eventType)) return false;
  if (typeof content !== 'object' || content === null || typeof content.title !== 'string') return false;
  if (shape.id === 'still' || shape.id === 'conditional') return content.title.startsWith('Meeting');
  return true;
}
