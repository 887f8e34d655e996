// Writes the first record of an event, of which only one can exist, together with what goes with it.

import { FailureError } from '../failure';
import { commitOwn } from './commit-own';
import type { Ports } from '../ports';
import type { Changes } from '../run-ports';
import type { EventRecord } from './event-record';

/**
 * Undefined when `changes` were written, else the record that another delivery had written before. Throws when the store
 * does not answer well, or refuses the record although there is no other.
 */
export async function commitFirst(
  changes: Changes & { readonly event: EventRecord },
  ports: Pick<Ports, 'runs' | 'invocation'>,
): Promise<EventRecord | undefined> {
  const { echoes: _, ...withoutEchoes } = changes;
  // The echo may have changed in between; it is only remembered to be recognised once, so the event goes first.
  for (const each of [changes, withoutEchoes]) {
    if ((await commitOwn(each, ports)) === 'written') return undefined;
    const stored = await ports.runs.getEvent(changes.event.eventKey);
    if (stored !== undefined) return stored;
  }
  // Refused, and nobody has it: the store is busy with something else.
  throw new FailureError({
    kind: 'conflict',
    message: 'Failed to store the event: the store refused its record, and there is no other.',
    retryable: true,
  });
}
