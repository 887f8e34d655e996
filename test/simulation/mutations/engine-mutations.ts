// Faults planted in the engine by changing its text as it is loaded: each is a mistake that somebody could make.

import type { Patch } from '../batch/build';

const RUNS = 'src/core/runs';

function patch(file: string, find: string, replace: string): Patch {
  return { file: `${RUNS}/${file}`, find, replace };
}

const WRITE_INTENT = 'const intent = await writeIntent(current, index, actor, context);';
const PERFORM =
  'const tried = await performStep(step, actor, { ...context, beginByMs: since + INTENT_FRESH_MS });';

export const ENGINE_MUTATIONS: Readonly<Record<string, readonly Patch[]>> = {
  'intent: not written': [patch('perform-run.ts', WRITE_INTENT, 'const intent = current as CommittedRun;')],
  'intent: written after the effect': [
    patch(
      'perform-run.ts',
      WRITE_INTENT,
      `const early = await performStep(step, actor, { ...context, beginByMs: Infinity }); ${WRITE_INTENT}`,
    ),
    patch('perform-run.ts', PERFORM, 'const tried = early;'),
  ],
  'intent: without its mark': [
    patch('perform-run.ts', "outcome: 'pending', tryingSince: toIso(nowMs) }", "outcome: 'pending' }"),
  ],
  'doubt: never looked up': [
    patch('perform-step.ts', 'const uncertain = step.tryingSince !== undefined;', 'const uncertain = false;'),
  ],
  'doubt: forgotten after a lost answer': [
    patch(
      'perform-step.ts',
      "new Set(['network', 'server-error', 'platform'])",
      "new Set(['server-error', 'platform'])",
    ),
  ],
  'doubt: forgotten after a malformed answer': [
    patch(
      'perform-step.ts',
      "new Set(['network', 'server-error', 'platform'])",
      "new Set(['network', 'server-error'])",
    ),
  ],
  'doubt: forgotten when looking was refused': [
    patch('perform-step.ts', 'const open = unknown || uncertain;', 'const open = unknown;'),
  ],
  'bound: not waited for after a lost answer': [
    patch('perform-step.ts', 'Math.max(policyMs, nowMs + LOOK_AFTER_MS)', 'policyMs'),
  ],
  'bound: much shorter than declared': [
    patch('lease.ts', 'export const EFFECT_BOUND_MS = 60_000;', 'export const EFFECT_BOUND_MS = 5_000;'),
  ],
  'lease: looked at by nobody': [
    patch('lease.ts', 'return untilMs > nowMs ? untilMs : undefined;', 'return undefined;'),
  ],
  'lease: kept by a run at rest': [
    patch(
      'settle-run.ts',
      'const { leaseUntil: _, lookAgainAt: __, ...rest } = run;\n  return rest;',
      'return run;',
    ),
  ],
  'release: nobody is to look again': [
    patch(
      'lease.ts',
      'return { ...rest, lookAgainAt: toIso(lookAgainMs) };',
      'return { ...rest, lookAgainAt: toIso(253_000_000_000_000) };',
    ),
  ],
  'commit: a conflict is overlooked': [patch('commit-own.ts', "return 'lost';", "return 'written';")],
  'commit: any writer is me': [
    patch(
      'commit-own.ts',
      'stored?.revision === wanted.revision && stored.writer === invocation.owner',
      'stored !== undefined',
    ),
  ],
  'claim: never taken over by the sweep': [
    patch(
      'sweep.ts',
      'const taken = await takeOver(record, ports);',
      'const taken = undefined as EventRecord | undefined;',
    ),
  ],
  'begin: the event without its runs': [
    patch('begin-runs.ts', 'const changes = { event, runs: some, ', 'const changes = { event, '),
  ],
  'begin: events of the last delivery are dropped': [
    patch(
      'begin-runs.ts',
      "if (isLast) return { ...next, state: 'begun' };",
      "if (isLast) return { ...next, state: 'begun', runs: [] };",
    ),
  ],
  'begin: a run may be larger than its record': [
    patch(
      'fit-run.ts',
      'return jsonBytes(run) + open * STEP_RESERVE_BYTES <= MAX_RUN_BYTES;',
      'return open >= 0;',
    ),
    patch('plan-steps.ts', 'draft.effectsBytes > MAX_EFFECTS_BYTES', 'draft.effectsBytes < 0'),
  ],
  'retry: the due time is not waited for': [
    // What was never tried waits still: a budget would put it off again and again, without end.
    patch(
      'perform-run.ts',
      'step.dueAt !== undefined && Date.parse(step.dueAt) > clock.nowMs()',
      'step.dueAt !== undefined && step.attempts.length === (step.attemptsBefore ?? 0) && Date.parse(step.dueAt) > clock.nowMs()',
    ),
  ],
  'retry: Retry-After is not read': [
    patch(
      'retry-policy.ts',
      'if (failure.retryAfterSeconds !== undefined) {',
      'if (failure.retryAfterSeconds === -1) {',
    ),
  ],
  'retry: without end': [patch('retry-policy.ts', 'if (attempt >= policy.attempts) {', 'if (attempt < 0) {')],
  'retry: after is not clamped': [
    patch('come-back.ts', 'Math.max(EVENT_LIMITS.MIN_RETRY_AFTER_SECONDS, seconds)', 'seconds'),
  ],
  'step: done although it failed': [
    patch('perform-step.ts', 'if (!result.ok) return', 'if (!result.ok && !result.error.retryable) return'),
    patch('perform-step.ts', "outcome: 'done', reason: result.value,", "outcome: 'done', reason: '',"),
  ],
  'step: those after a failed one go on': [
    patch('settle-run.ts', 'if (causes.length === 0) return steps;', 'if (causes.length >= 0) return steps;'),
  ],
  'rule: a changed version goes on': [
    patch('resume-runs.ts', 'if (version === expected) return undefined;', 'return undefined;'),
  ],
  'pause: open runs go on': [
    patch('perform-runs.ts', 'if (paused) return', 'if (paused && open.length > 99) return'),
  ],
  'sweep: due runs are not woken': [patch('sweep.ts', 'await wake(runs, ports);\n    woken', 'woken')],
  'serial: neither turn nor lock': [
    patch(
      'serial.ts',
      'if (run.serialKey === undefined || run.holdsLock === true) return true;',
      'if (run.id !== "") return true;',
    ),
    patch(
      'commit-run.ts',
      'if (run.serialKey === undefined) return { next, locks: [] };',
      'if (run.id !== "") return { next, locks: [] };',
    ),
  ],
  'serial: the lock is not given back': [
    patch('commit-run.ts', "locks: [{ ...lock, change: 'release' }]", 'locks: []'),
  ],
  'echo: not entered': [
    patch(
      'commit-run.ts',
      'attempt <= ECHO_TRIES && intent?.actor !== undefined',
      'attempt < 0 && intent?.actor !== undefined',
    ),
  ],
  'echo: not heard': [
    patch(
      'hear-echo.ts',
      'if (record === undefined || entry === undefined) continue;',
      'if (event.key !== "" || record === undefined || entry === undefined) continue;',
    ),
  ],
  'counts: a run at every write': [
    patch(
      'commit-run.ts',
      'const tally = isRunFinal(next) ? { tally: tallyOfRun(next) } : {};',
      'const tally = { tally: tallyOfRun(next) };',
    ),
  ],
  'counts: what was folded is forgotten': [patch('fold-counts.ts', 'known?.counts ?? {}', '{}')],
  'counts: what a rule had done is forgotten': [
    patch('fold-counts.ts', 'addRuleTallies(before, added)', 'addRuleTallies(undefined, added)'),
  ],
  'counts: a replay is a run more': [
    patch('rule-counts.ts', 'wasFailed = run.replays !== undefined', 'wasFailed = false'),
  ],
  'replay: done steps again': [
    patch(
      'replay-runs.ts',
      'if (step.effect === undefined) return false;',
      "if (step.effect === undefined) return false;\n  if (step.outcome === 'done') return true;",
    ),
  ],
  'replay: attempts are counted twice': [
    patch('replay-runs.ts', '{ ...step, attemptsBefore: attemptsOf(step) }', '{ ...step }'),
  ],
  'budget: what is put off never comes back': [
    patch('put-off.ts', 'points.untilMs + random', '9 * points.untilMs + random'),
  ],
  'hand-over: no time is left for it': [
    patch(
      'lease.ts',
      'export const HAND_OVER_RESERVE_MS = 8_000;',
      'export const HAND_OVER_RESERVE_MS = -1;',
    ),
    patch('lease.ts', 'export const EFFECT_RESERVE_MS = 4000;', 'export const EFFECT_RESERVE_MS = -1;'),
  ],
};
