// The scheduled trigger, every five minutes: hands runs that stopped half-way to the queue.

import { sweepRuns } from '../core/runs/resume-runs';
import { ports } from './ports';

/** Handler of the scheduled trigger. Forge records anything but a response object as failed (424). */
export async function onSchedule(): Promise<{ readonly statusCode: 204 }> {
  const resumed = await sweepRuns(ports);
  if (resumed > 0) ports.log.info('Took up runs that had stopped half-way', { resumed });
  return { statusCode: 204 };
}
