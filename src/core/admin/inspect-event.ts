// What the engine says of one event: every rule's verdict with its reason, and the runs that it caused.
// It must not act: verdicts of rules that have not run are worked out, not performed.

import { parseEvent } from '../events/parse-event';
import { judgeAll } from '../runs/judge-event';
import { answer } from './answers';
import type { Ports } from '../ports';
import type { Run } from '../runs/run';
import type { RuleVerdict } from '../runs/verdict';
import type { AdminResult } from './api/result';

/** Runs of one event that are returned: more than rules that can sensibly act on it. */
const MAX_RUNS = 100;

export interface InspectedEvent {
  readonly eventKey: string;
  readonly verdicts: readonly RuleVerdict[];
  readonly runs: readonly Run[];
}

/** Verdicts that were recorded when the event was handled win over those that hold now. */
export async function inspectEvent(payload: unknown, ports: Ports): Promise<AdminResult<InspectedEvent>> {
  const event = parseEvent(payload);
  const [record, judged, runs] = await Promise.all([
    ports.runs.getEvent(event.key),
    judgeAll(event, ports),
    ports.runs.list({ eventKey: event.key, limit: MAX_RUNS }),
  ]);
  const recorded = new Map((record?.verdicts ?? []).map((verdict) => [verdict.rule, verdict]));
  const verdicts = judged.map(({ verdict }) => recorded.get(verdict.rule) ?? verdict);
  return answer({ eventKey: event.key, verdicts, runs: runs.items });
}
