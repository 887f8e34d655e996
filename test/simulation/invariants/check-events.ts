// Every event that was delivered against its record: claimed, begun, and with a run of each rule that had to act. What
// no durable write tells of is counted; it must be because no delivery managed one.

import { parseEvent } from '../../../src/core/events/parse-event';
import { mustAct } from '../workload/must-act';
import type { SimEvent } from '../platform/sim-event';
import type { Parts } from '../run/parts';
import type { Scenario } from '../workload/scenario';

/** Checks all events; answers how many are lost. */
export function checkEvents(
  { world, records, shelf, witness }: Parts,
  { shapes }: Pick<Scenario, 'shapes'>,
  events: readonly SimEvent[],
): number {
  for (const record of records.events.values()) {
    const name = `event ${record.eventKey.slice(0, 6)}`;
    if (record.state === 'open') world.violate('L1', `${name} is claimed for ever`);
    else if (record.leaseUntil !== undefined) world.violate('L2', `${name} is at rest and leased`);
    for (const id of record.runs) {
      if (!records.runs.has(id)) world.violate('L5', `${name} names the run ${id}, which is not there`);
    }
  }
  for (const { id, eventKey } of records.runs.values()) {
    const names = records.events.get(eventKey)?.runs;
    if (names?.includes(id) === false) world.violate('L5', `${id} is not among the runs of its event`);
  }
  let lost = 0;
  for (const event of events) {
    if (event.isEcho || witness.wasPaused || event.ends.every((end) => end === 'dropped')) continue;
    const acting = shapes.filter(
      (shape) => shelf.rules.get(shape.id)?.version === 1 && mustAct(shape, event.payload),
    );
    if (acting.length === 0) continue;
    const { key } = parseEvent(event.payload);
    const record = records.events.get(key);
    if (record === undefined) {
      if (event.ends.includes('finished')) {
        world.violate('L5', `event ${event.index} was taken for done, and nothing was stored of it`);
      } else lost++;
      continue;
    }
    for (const { id } of acting) {
      // What the condition asks for could not be read in any delivery; or a deed of the same user on the same page was
      // taken for the echo of one of ours. The record says so.
      const said = record.verdicts.find(({ rule }) => rule === id)?.verdict;
      if (said === 'condition-error' || said === 'self-caused') continue;
      if (!records.runs.has(`${key}.${id}`)) world.violate('L5', `event ${event.index} has no run of ${id}`);
    }
  }
  return lost;
}
