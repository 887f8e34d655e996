// What the app writes comes back as events, as Confluence sends them: in the name of whoever it was written for.

import { APP_ACCOUNT } from '../confluence/sim-confluence';
import { simEvent } from '../platform/sim-event';
import { payloadOf } from '../workload/payloads';
import type { SimEvent } from '../platform/sim-event';
import type { Parts } from './parts';

/** More echoes than any honest world has: rules answer themselves. */
const MAX_ECHOES = 60;

/** Sends the events of effects from now on, and adds them to `events`. */
export function echoEvents({ world, site, deliveries }: Parts, events: SimEvent[]): void {
  let echoes = 0;
  site.onEffect = (kind, contentId, as, label) => {
    if (++echoes > MAX_ECHOES) {
      world.violate('S7', 'rules go on answering themselves');
      world.broken = true;
      return;
    }
    const { now, prng } = world;
    const isApp = as.kind === 'app';
    const payload = payloadOf(kind, {
      pageId: contentId,
      actor: isApp ? APP_ACCOUNT : as.accountId,
      title: 'Meeting notes',
      createdAt: new Date(now).toISOString(),
      commentId: String(5000 + echoes),
      ...(label === undefined ? {} : { label }),
      ...(isApp && prng.chance(0.7) ? { selfGenerated: true } : {}),
    });
    const event = simEvent(events.length, now, payload, true);
    events.push(event);
    deliveries.send(event);
  };
}
