// The scheduled trigger, every five minutes: hands runs that stopped half-way to the queue, and keeps the index in order.

import { finishImports } from '../core/import/advance-import';
import { sweep } from '../core/runs/sweep';
import { repairIndex } from '../core/rules/store-rule';
import { deleteRetiredParts } from './kvs/index-store';
import { createPorts } from './ports';

/** Handler of the scheduled trigger. Forge records anything but a response object as failed (424). */
export async function onSchedule(): Promise<{ readonly statusCode: 204 }> {
  const ports = createPorts();
  const swept = await sweep(ports);
  if (swept.runs + swept.events > 0) ports.log.info('Took up what had stopped half-way', { ...swept });
  if ((await finishImports(ports)) && (await repairIndex(ports))) ports.log.info('Indexed every rule anew');
  await deleteRetiredParts(ports.clock.nowMs());
  return { statusCode: 204 };
}
