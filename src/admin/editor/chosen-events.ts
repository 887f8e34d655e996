// What is chosen after a change of the event picker. Pure.

import { ANY_EVENT } from '../shared/event-options';

/** Any event stands alone: choosing it drops the others, choosing another drops it. */
export function chosenEvents(before: readonly string[], picked: readonly string[]): readonly string[] {
  if (!picked.includes(ANY_EVENT)) return picked;
  return before.includes(ANY_EVENT) && picked.length > 1
    ? picked.filter((id) => id !== ANY_EVENT)
    : [ANY_EVENT];
}
