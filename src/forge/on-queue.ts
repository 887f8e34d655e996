// The consumer of the queue `runs`: takes up runs that an event's own retries could not finish.

import * as v from 'valibot';
import { consumeRuns } from '../core/runs/consume-runs';
import { toAnswer } from './come-back-answer';
import { createPorts } from './ports';
import type { InvocationError } from '@forge/events';

const MessageSchema = v.object({
  body: v.object({ runs: v.array(v.string()) }),
  retryContext: v.optional(v.object({ retryData: v.optional(v.unknown()) })),
});

/** Handler of the consumer in the manifest. A message that is not ours is logged and dropped. */
export async function onQueue(message: unknown): Promise<InvocationError | undefined> {
  const ports = createPorts();
  const parsed = v.safeParse(MessageSchema, message);
  if (!parsed.success) {
    ports.log.error('Dropped a queue message that is not a list of runs');
    return undefined;
  }
  return toAnswer(await consumeRuns(parsed.output.body.runs, ports));
}
