// The product-event trigger: one delivery in, an InvocationError out when there is something to come back for.

import { isJsonObject } from '../core/json';
import { dispatchEvent } from '../core/runs/dispatch-event';
import { toAnswer } from './come-back-answer';
import { createPorts } from './ports';
import type { InvocationError } from '@forge/events';
import type { Delivery } from '../core/runs/dispatch-event';

/** Handler of every trigger in the manifest. */
export async function onEvent(payload: unknown): Promise<InvocationError | undefined> {
  return toAnswer(await dispatchEvent(toDelivery(payload), createPorts()));
}

function toDelivery(payload: unknown): Delivery {
  const context = isJsonObject(payload) ? payload['retryContext'] : undefined;
  if (!isJsonObject(context)) return { payload };
  const count = context['retryCount'];
  return { payload, retry: { count: typeof count === 'number' ? count : 1, data: context['retryData'] } };
}
