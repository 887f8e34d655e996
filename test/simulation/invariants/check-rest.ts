// What must hold once everything is at rest: the log says what is true, and nothing that was promised is missing.

import { checkCounts } from './check-counts';
import { checkEvents } from './check-events';
import { checkRun } from './check-run';
import { markerOf } from '../confluence/site';
import type { SimEvent } from '../platform/sim-event';
import type { Parts } from '../run/parts';
import type { Scenario } from '../workload/scenario';

export interface Findings {
  /** See `SeedResult`. */
  readonly lost: number;
  readonly unknown: number;
  readonly deadLetters: number;
}

export function checkRest(
  parts: Parts,
  scenario: Pick<Scenario, 'shapes'>,
  events: readonly SimEvent[],
): Findings {
  const { world, records, site, receivers } = parts;
  const markers = new Set<string>();
  let unknown = 0;
  let deadLetters = 0;
  for (const run of records.runs.values()) {
    if (run.outcome === 'failed') deadLetters++;
    unknown += checkRun(run, parts);
    for (const step of run.steps) {
      const marker = markerOf(step);
      if (marker !== undefined) markers.add(marker);
    }
  }
  for (const { marker, id } of [...site.comments, ...site.pages]) {
    if (!markers.has(marker)) world.violate('L3', `${id} is there, and no run tells of it`);
  }
  for (const marker of receivers.arrived) {
    if (!markers.has(marker)) world.violate('L3', `the message ${marker} arrived, and no run tells of it`);
  }
  for (const [key, holder] of records.locks) {
    world.violate('L2', `the lock of ${key} is still held by ${holder}`);
  }
  checkCounts(parts);
  return { lost: checkEvents(parts, scenario, events), unknown, deadLetters };
}
