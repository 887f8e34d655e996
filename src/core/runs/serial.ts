// Runs of one content one after another, for rules that ask for it. The order is that of the events; the lock, taken
// with the first intent and given back with the last write, is what holds when a list lags behind.

import type { Ports } from '../ports';
import type { Run } from './run';

/** How long a run that had to stand back waits to be woken before the sweep does it. */
export const LOCKED_MS = 120_000;

/** Whether no earlier run of its serial key is open. A run that holds the lock goes on. */
export async function isItsTurn(run: Run, { runs }: Pick<Ports, 'runs'>): Promise<boolean> {
  if (run.serialKey === undefined || run.holdsLock === true) return true;
  const [first] = await runs.listSerial(run.serialKey, 1);
  return first === undefined || first.id === run.id || orderOf(first) > orderOf(run);
}

/** Wakes the next run of the serial key of a run that has come to rest. */
export async function wakeNext(
  run: Run,
  { runs, queue, log }: Pick<Ports, 'runs' | 'queue' | 'log'>,
): Promise<void> {
  if (run.serialKey === undefined) return;
  try {
    const next = (await runs.listSerial(run.serialKey, 2)).find(({ id }) => id !== run.id);
    if (next !== undefined) await queue.push([next.id], 0, { key: run.serialKey, limit: 1 });
  } catch (error) {
    log.error('Failed to wake the next run; the sweep does it', { run: run.id, cause: String(error) });
  }
}

function orderOf({ eventAt, startedAt, id }: Run): string {
  return `${eventAt ?? startedAt} ${id}`;
}
