// Writes one run over the state that was read, together with what must be true at the same moment: the echoes that its
// next effect will make, the lock of its serial key, and its place in the counts once it is at rest.

import { commitOwn } from './commit-own';
import { expectEchoes } from './expect-echo';
import { fitRun } from './fit-run';
import { isRunFinal } from './run';
import { tallyOfRun } from './tally';
import type { Actor, Ports } from '../ports';
import type { LockChange } from '../run-ports';
import type { Run, Step } from './run';

/** `gone`: somebody else has written the run. `locked`: another run holds the lock of its serial key. */
export type CommittedRun = Run | 'gone' | 'locked';

/** Tries to commit beside somebody who writes the same record of the ledger. */
const ECHO_TRIES = 3;

/** The step that is about to be performed, and as whom: its echoes are entered, its lock is taken. */
export interface Intent {
  readonly step: Step;
  readonly actor?: Actor;
}

/** The run as it is stored now. Throws when the store does not answer well. */
export async function commitRun(run: Run, intent: Intent | undefined, ports: Ports): Promise<CommittedRun> {
  const { next, locks } = withLock(run, intent, ports);
  const tally = isRunFinal(next) ? { tally: tallyOfRun(next) } : {};
  for (let attempt = 1; ; attempt += 1) {
    const awaited = attempt <= ECHO_TRIES && intent?.actor !== undefined;
    const echoes = awaited ? await expectEchoes(intent.step, run, intent.actor, ports) : [];
    if ((await commitOwn({ runs: [next], echoes, locks, ...tally }, ports)) === 'written') return next;
    const stored = await ports.runs.get(run.id);
    if (stored?.revision !== run.revision) return 'gone';
    if (echoes.length === 0) return locks.length > 0 ? 'locked' : 'gone';
  }
}

/** The run as it is to be stored, with the change of its lock. */
function withLock(
  run: Run,
  intent: Intent | undefined,
  { invocation }: Ports,
): { readonly next: Run; readonly locks: readonly LockChange[] } {
  const next = fitRun({ ...run, revision: run.revision + 1, writer: invocation.owner });
  const { holdsLock, ...free } = next;
  if (run.serialKey === undefined) return { next, locks: [] };
  const lock = { key: run.serialKey, holder: run.id };
  if (intent !== undefined && holdsLock !== true) {
    return { next: { ...next, holdsLock: true }, locks: [{ ...lock, change: 'take' }] };
  }
  if (isRunFinal(next) && holdsLock === true) return { next: free, locks: [{ ...lock, change: 'release' }] };
  return { next, locks: [] };
}
