// The control: what an app does that has rules and actions and no memory. It performs every action, and where one fails
// in a way that time can cure it asks for the event again and performs them all once more.

import { ACTIONS, isActionKind } from '../../../src/core/actions/index';
import { parseEvent } from '../../../src/core/events/parse-event';
import { judgeRule } from '../../../src/core/runs/judge-rule';
import { previewSteps } from '../../../src/core/runs/search-for-plan';
import { toFailure } from '../../../src/core/runs/to-failure';
import type { Ports } from '../../../src/core/ports';
import type { Step } from '../../../src/core/runs/run';
import type { Answer, Engine } from '../platform/engine';

/** How long it waits before it begins again, where no server says. */
const AFTER_SECONDS = 30;

export const NAIVE: Engine = {
  async onEvent(payload, _retry, ports) {
    const event = parseEvent(payload);
    const context = { nowMs: ports.clock.nowMs(), paused: false, selfCaused: event.selfGenerated === true };
    const rules = await ports.rules.snapshot();
    const waits: number[] = [];
    for (const stored of rules) {
      if (judgeRule(stored.rule, event, context).verdict !== 'acts') continue;
      for (const step of previewSteps(stored, event, { nowMs: ports.clock.nowMs(), shadow: false })) {
        const wait = await tryStep(step, ports);
        if (wait !== undefined) waits.push(wait);
      }
    }
    return waits.length === 0 ? { kind: 'finished' } : again(Math.min(...waits));
  },
  onQueue: () => Promise.resolve({ kind: 'finished' }),
  onSchedule: () => Promise.resolve(),
};

/** Seconds to wait, when it did not work and may yet. */
async function tryStep(step: Step, ports: Ports): Promise<number | undefined> {
  if (step.outcome !== 'pending' || !isActionKind(step.action)) return undefined;
  try {
    const { confluence, webhooks, clock } = ports;
    const as = { kind: 'app' } as const;
    await ACTIONS[step.action].perform(step.effect, {
      confluence,
      webhooks,
      clock,
      as,
      uncertain: false,
      begin: () => undefined,
    });
    return undefined;
  } catch (error) {
    const failure = toFailure(error);
    return failure.retryable ? (failure.retryAfterSeconds ?? AFTER_SECONDS) : undefined;
  }
}

function again(seconds: number): Answer {
  return { kind: 'retry', afterSeconds: Math.min(900, Math.max(1, seconds)), data: {} };
}
