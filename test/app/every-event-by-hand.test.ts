// Whatever a person does on the site happens as the event that Confluence publishes for it: it arrives in the shape
// that the catalogue describes, and a rule on any event sees it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENT_IDS, EVENTS } from '../../src/core/events/catalogue';
import { fieldsOfEvents } from '../../src/core/events/event-fields';
import { canonicalEventId, findEvent } from '../../src/core/events/find-event';
import { parseEvent } from '../../src/core/events/parse-event';
import { problemsOfFacts, unknownLeaves } from '../core/events/check-facts';
import { createAppHost } from './app-host';
import { FIRST_DEEDS, LATER_DEEDS } from './deeds';
import type { SeenEvent } from '../../src/local/delivery/event-log';
import type { AppHost } from './app-host';

const DEEDS = Object.entries({ ...FIRST_DEEDS, ...LATER_DEEDS }).map(
  ([name, deed]) => [`avi:confluence:${name}`, deed] as const,
);

/** Neither comments nor attachments have restrictions of their own on the site: they share those of what they are on. */
const WITHOUT_DEED = [
  'avi:confluence:permissions_updated:comment',
  'avi:confluence:permissions_updated:attachment',
];

let host: AppHost;
beforeAll(async () => {
  host = await createAppHost();
  await host.addRules({
    id: 'sees-all',
    when: ['*'],
    state: 'shadow',
    then: [{ id: 'label', action: 'label.add', as: 'app', onError: 'stop', with: { labels: ['seen'] } }],
  });
});
afterAll(() => host.dispose());

it('has a deed for every event', () => {
  expect(Object.keys(FIRST_DEEDS)).toHaveLength(46);
  const missing = EVENTS.map(({ id }) => id).filter((id) => !DEEDS.some(([done]) => done === id));
  expect(missing).toEqual(WITHOUT_DEED);
});

describe.each(DEEDS)('%s', (id, deed) => {
  it('happens by hand, with the fields that the catalogue lists, and a rule on any event sees it', async () => {
    // The store takes so many units a minute of host time, and this time stands unless it is moved.
    await host.clock.advance(5000);
    const before = new Set((await seenEvents()).map((event) => event.id));
    await deed(host);
    await host.whenIdle();
    const arrived = (await seenEvents()).filter((event) => !before.has(event.id));
    const event = arrived.find(({ type }) => canonicalEventId(type) === id);
    expect(arrived.map(({ type }) => type)).toContainEqual(event?.type ?? id);
    expect(event?.deliveries).toMatchObject([{ status: 'delivered', attempts: 1 }]);

    const { facts } = parseEvent(event?.payload);
    expect(problemsOfFacts(facts, findEvent(id)?.fields ?? [])).toEqual([]);
    expect(unknownLeaves(facts, fieldsOfEvents([id]))).toEqual([]);

    const seen = await host.admin('inspectEvent', { payload: event?.payload ?? {} });
    if (!seen.ok) throw new Error(seen.error.message);
    expect(seen.data.runs).toMatchObject([{ rule: 'sees-all', outcome: 'shadow', eventType: id }]);
  });
});

it('publishes nothing that the catalogue does not know', async () => {
  const types = new Set((await seenEvents()).map(({ type }) => type));
  expect([...types].filter((type) => !EVENT_IDS.includes(type))).toEqual([]);
});

async function seenEvents(): Promise<readonly SeenEvent[]> {
  return (await host.rest('GET', '/_host/api/events?limit=500')).items;
}
