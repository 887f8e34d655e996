// Delivery that misbehaves when asked to over the host's HTTP interface, and what the product makes of it.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EVENTS } from '../../src/core/events/catalogue';
import { samplePayloadOf } from '../../src/core/events/find-event';
import { commentsOf, createAppHost, createPage } from './app-host';
import type { SeenEvent } from '../../src/local/delivery/event-log';
import type { AppHost } from './app-host';

let host: AppHost;
beforeAll(async () => {
  host = await createAppHost();
  await host.addRules({
    id: 'greet',
    when: ['avi:confluence:created:page'],
    then: [
      { id: 'hello', action: 'comment.add', as: 'app', onError: 'stop', with: { body: '<p>Hello</p>' } },
    ],
  });
});
afterEach(() => host.rest('POST', '/_host/api/delivery', {}));
afterAll(() => host.dispose());

const latest = async (): Promise<SeenEvent> =>
  (await host.rest('GET', '/_host/api/events?limit=50')).items.find(
    ({ type }: SeenEvent) => type === 'avi:confluence:created:page',
  );
const statuses = async (): Promise<string[]> => (await latest()).deliveries.map(({ status }) => status);

describe('delivery options', () => {
  it('are off at first, answer as they were set, and are off again when left out', async () => {
    expect(await host.rest('GET', '/_host/api/delivery')).toEqual({});
    const options = { delayMs: 1000, reorder: { windowMs: 500, seed: 7 } };
    expect(await host.rest('POST', '/_host/api/delivery', options)).toEqual(options);
    expect(await host.rest('GET', '/_host/api/delivery')).toEqual(options);
    expect(await host.rest('POST', '/_host/api/delivery', {})).toEqual({});
  });

  it.each([{ delayMs: -1 }, { duplicates: 11 }, { duplicates: 'two' }, { delayMs: 1.5 }, { later: true }])(
    'refuse %j with a path',
    async (options) => {
      await expect(host.rest('POST', '/_host/api/delivery', options)).rejects.toThrow(/400.*Failed to read/);
      expect(await host.rest('GET', '/_host/api/delivery')).toEqual({});
    },
  );

  it('delay an event in host time', async () => {
    await host.rest('POST', '/_host/api/delivery', { delayMs: 60_000 });
    const page = await createPage(host, 'Late');
    await host.whenIdle();
    expect(await statuses()).toEqual(['pending']);
    await host.clock.advance(60_000);
    expect(await statuses()).toEqual(['delivered']);
    expect(await commentsOf(host, page)).toHaveLength(1);
  });

  it('deliver an event several times, which is greeted once', async () => {
    await host.rest('POST', '/_host/api/delivery', { duplicates: 2, duplicateGapMs: 10_000 });
    const page = await createPage(host, 'Thrice');
    await host.clock.advance(20_000);
    expect(await statuses()).toEqual(['delivered', 'delivered', 'delivered']);
    expect(await commentsOf(host, page)).toHaveLength(1);
  });

  it('let events overtake one another, and every page is greeted once', async () => {
    await host.rest('POST', '/_host/api/delivery', { reorder: { windowMs: 60_000, seed: 3 } });
    const pages = [];
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) pages.push(await createPage(host, title));
    const pending = (await host.rest('GET', '/_host/api/pending')).items.filter(
      ({ what }: { what: string }) => what === 'avi:confluence:created:page',
    );
    expect(pending).toHaveLength(5);
    await host.clock.advance(60_000);
    for (const page of pages) expect(await commentsOf(host, page)).toHaveLength(1);
  });
});

it('shows an event of more than 200 kB as too large, and no rule sees it', async () => {
  const { content, ...rest } = samplePayloadOf('avi:confluence:created:page') as { content: object };
  const payload = { ...rest, content: { ...content, title: 'x'.repeat(200_000) } };
  const report = await host.fire({ ...payload, eventType: 'avi:confluence:created:page' });
  expect(report).toMatchObject({
    runs: [],
    deliveries: [{ status: 'too-large', attempts: 0 }],
    atRest: true,
  });
  expect((await latest()).deliveries[0]?.log).toMatch(/Not delivered: 2\d{5} bytes, more than 200000/);
});

it('offers every event of the catalogue with its sample', async () => {
  const { events } = await host.rest('GET', '/_host/api/catalogue');
  expect(events).toHaveLength(EVENTS.length);
  for (const event of events) {
    expect(event).toMatchObject({ name: expect.any(String), group: expect.any(String) });
    expect(event.sample.eventType).toBe(event.id);
  }
});
