// Whether an event passes the filter of a trigger: the expression's answer, and what `onError` makes of
// an error. It must not look at anything but the filter and the payload.
//
// `ignoreSelf` is not looked at: Forge supports it for Jira events only and refuses to deploy it for others.

import type { JsonObject } from '../../core/json';
import type { TriggerFilter } from '../manifest/manifest';
import { evaluateFilter } from './evaluate-filter';

/** What each value of `onError` does with an event whose expression failed. */
const ON_ERROR: {
  readonly [K in TriggerFilter['onError']]: { readonly deliver: boolean; readonly logs: boolean };
} = {
  IGNORE_AND_LOG: { deliver: false, logs: true },
  IGNORE: { deliver: false, logs: false },
  RECEIVE: { deliver: true, logs: false },
  RECEIVE_AND_LOG: { deliver: true, logs: true },
};

/**
 * Whether the event is delivered, and what Forge would write to the app's log.
 * `onError` defaults to `IGNORE_AND_LOG`; a filter without expression lets everything pass.
 */
export function decideDelivery(
  filter: { readonly expression?: string; readonly onError?: TriggerFilter['onError'] },
  payload: JsonObject,
): { readonly deliver: boolean; readonly log?: string } {
  if (filter.expression === undefined) return { deliver: true };
  const result = evaluateFilter(filter.expression, payload);
  if ('deliver' in result) return result;
  const { deliver, logs } = ON_ERROR[filter.onError ?? 'IGNORE_AND_LOG'];
  if (!logs) return { deliver };
  const place = result.location === '' ? '' : ` at "${result.location}"`;
  return { deliver, log: `Failed to evaluate the filter expression${place}: ${result.error}.` };
}
