import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSite, typesOf } from './site';
import type { TestSite } from './site';

let site: TestSite;
beforeEach(async () => {
  site = await createSite();
});
afterEach(() => site.dispose());

const CREATED = 'avi:confluence:created:page';

const titlesOf = (payloads: readonly object[]): readonly unknown[] =>
  payloads.map((payload) => (payload as { content?: { title?: unknown } }).content?.title);

it('publishes after a restart what nobody had taken, in order and once', async () => {
  await site.page('Before');
  site.takeEvents();
  site.takeNothing();
  const spaceId = await site.spaceId('DEMO');
  for (const title of ['First', 'Second']) {
    const body = { representation: 'storage', value: '<p>x</p>' };
    void site.call('admin', 'POST', '/wiki/api/v2/pages', { spaceId, title, body });
  }
  // Both have committed once a later read sees them.
  const found = async (): Promise<readonly unknown[]> =>
    (await site.call('admin', 'GET', '/wiki/api/v2/pages?limit=100')).list('results', 'title');
  await expect.poll(found).toEqual(expect.arrayContaining(['First', 'Second']));
  await site.reopen();
  await site.advance(0);
  const left = site.takeEvents().filter(({ eventType }) => eventType === CREATED);
  expect(titlesOf(left)).toEqual(['First', 'Second']);
  await site.reopen();
  await site.advance(0);
  expect(site.takeEvents()).toEqual([]);
});

it('keeps nothing that was taken', async () => {
  await site.page('Taken');
  expect(typesOf(site.takeEvents())).toContain(CREATED);
  await site.reopen();
  await site.advance(0);
  expect(site.takeEvents()).toEqual([]);
});
