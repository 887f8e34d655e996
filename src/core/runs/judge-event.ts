// Every verdict for one event, with what the ledger of echoes, the breaker of loops and the limits
// of the rules have to say. It must not write.

import { EventReader } from '../fields/event-reader';
import { judgeRules } from '../fields/judge-rules';
import { findRules } from '../matching/find-rules';
import { byPriority } from '../matching/matcher';
import { hearEcho } from './hear-echo';
import { limitRuns } from './limit-runs';
import { stopLoops } from './loop-breaker';
import type { ParsedEvent } from '../events/event';
import type { Ports } from '../ports';
import type { StoredRule } from '../rules/rule';
import type { Cause } from './cause';
import type { EchoRecord } from './echo';
import type { RuleVerdict } from './verdict';

interface JudgedRule {
  readonly stored: StoredRule;
  readonly verdict: RuleVerdict;
}

export interface JudgedEvent {
  /** The event with what was fetched of it. */
  readonly reader: EventReader;
  /** The rules whose event, scope and condition hold, by priority, with their verdicts. */
  readonly judged: readonly JudgedRule[];
  /** What of ours had caused it. */
  readonly cause?: Cause;
  /** The record of the ledger with this event in it, to be committed with the claim. */
  readonly echoes: readonly EchoRecord[];
}

/**
 * Judges `event` by the rules that the index finds. Throws a `FailureError` when a field could not be read and time can
 * cure that, unless this is the `isLast` delivery.
 */
export async function judgeEvent(event: ParsedEvent, ports: Ports, isLast: boolean): Promise<JudgedEvent> {
  const reader = new EventReader(event, ports.fields);
  let cause: Cause | undefined;
  let echoes: readonly EchoRecord[] = [];
  const contextOf = async () => {
    const [{ paused }, heard] = await Promise.all([ports.settings.get(), hearEcho(event, ports)]);
    cause = heard.cause;
    echoes = heard.echo === undefined ? [] : [heard.echo];
    return { nowMs: ports.clock.nowMs(), paused, selfCaused: heard.selfCaused };
  };
  const found = await findRules(reader, contextOf, ports, isLast);
  const going = await stopLoops(found, event, cause, ports);
  const judged = await limitRuns(going, event, ports);
  return { reader, judged, echoes, ...(cause === undefined ? {} : { cause }) };
}

/** Every rule's verdict for the event, by priority, as things are now. */
export async function judgeAll(
  event: ParsedEvent,
  ports: Pick<Ports, 'rules' | 'settings' | 'confluence' | 'clock' | 'fields' | 'runs'>,
): Promise<readonly JudgedRule[]> {
  const [rules, { paused }, { selfCaused }] = await Promise.all([
    ports.rules.snapshot(),
    ports.settings.get(),
    hearEcho(event, ports),
  ]);
  const context = { nowMs: ports.clock.nowMs(), paused, selfCaused };
  return judgeRules([...rules].sort(byPriority), new EventReader(event, ports.fields), context);
}

/** Whether the rule gets a run. */
export function getsRun({ verdict: { verdict } }: JudgedRule): boolean {
  return verdict === 'acts' || verdict === 'shadow';
}
