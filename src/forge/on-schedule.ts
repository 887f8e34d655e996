// The scheduled trigger, every five minutes: hands runs that stopped half-way to the queue, and keeps the index in order.

import { sweepRuns } from '../core/runs/resume-runs';
import { finishImports } from '../core/import/advance-import';
import { repairIndex } from '../core/rules/store-rule';
import { deleteRetiredParts } from './kvs/index-store';
import { createPorts } from './ports';

/** Handler of the scheduled trigger. Forge records anything but a response object as failed (424). */
export async function onSchedule(): Promise<{ readonly statusCode: 204 }> {
  const ports = createPorts();
  const resumed = await sweepRuns(ports);
  if (resumed > 0) ports.log.info('Took up runs that had stopped half-way', { resumed });
  if ((await finishImports(ports)) && (await repairIndex(ports))) ports.log.info('Indexed every rule anew');
  await deleteRetiredParts(ports.clock.nowMs());
  return { statusCode: 204 };
}
