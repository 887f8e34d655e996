// Drives planning: a run's searches are made, a look ahead makes none. It must not plan anything itself.

import { FailureError } from '../failure';
import { err, ok } from '../result';
import { planActions } from './plan-steps';
import { toFailure } from './to-failure';
import type { ParsedEvent } from '../events/event';
import type { JsonValue } from '../json';
import type { Search } from '../outgoing-ports';
import type { StoredRule } from '../rules/rule';
import type { Found, Planning, SearchWanted } from './plan-steps';
import type { Step } from './run';

/**
 * The steps of a run that begins. A search that fails for a while throws its `FailureError`, as long as the event may
 * come back (`isLast` is false); else the step that needed it has failed.
 */
export async function planSteps(
  stored: StoredRule,
  event: ParsedEvent,
  planning: Planning & { readonly search: Search; readonly isLast: boolean },
): Promise<readonly Step[]> {
  const plan = planActions(stored, event, planning);
  let next = plan.next(undefined);
  while (next.done !== true) next = plan.next(await searched(next.value, planning));
  return next.value;
}

/** The steps as far as they can be told without a search. */
export function previewSteps(stored: StoredRule, event: ParsedEvent, planning: Planning): readonly Step[] {
  const plan = planActions(stored, event, planning);
  let next = plan.next(undefined);
  while (next.done !== true) next = plan.next(undefined);
  return next.value;
}

async function searched(
  { cql, limit }: SearchWanted,
  { search, isLast }: { readonly search: Search; readonly isLast: boolean },
): Promise<Found> {
  try {
    const found = await search.find(cql, limit);
    return ok(
      found.map(({ id, type, title, space }): JsonValue => ({
        id,
        type,
        title,
        ...(space === undefined ? {} : { space: { ...space } }),
      })),
    );
  } catch (error) {
    const failure = toFailure(error);
    if (failure.retryable && !isLast) throw new FailureError(failure, { cause: error });
    return err(failure);
  }
}
