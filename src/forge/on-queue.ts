// The consumer of the queue `runs`: takes up runs that an event's own retries could not finish.

import * as v from 'valibot';
import { resumeRuns } from '../core/runs/resume-runs';
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
  // A run that comes out of the queue may have been under way when its last holder died.
  return toAnswer(await resumeRuns(parsed.output.body.runs, true, ports));
}
