// Budgets through the whole product: the points of an hour and the limit of a rule, on the host's own store and queue.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/admin/settings';
import { createAppHost, createPage, labelsOf } from './app-host';
import type { AppHost } from './app-host';
import type { Rule } from '../../src/core/rules/rule';

let host: AppHost;
beforeAll(async () => {
  host = await createAppHost();
}, 120_000);
afterAll(() => host?.dispose());

const labelling = (id: string, rule: Partial<Rule>): Partial<Rule> & Pick<Rule, 'id' | 'when' | 'then'> => ({
  id,
  when: ['avi:confluence:created:page'],
  then: [{ id: 'label', action: 'label.add', as: 'app', onError: 'stop', with: { labels: [id] } }],
  ...rule,
});

async function summaryOf(id: string) {
  const listed = await host.admin('listRules', {});
  return listed.ok ? listed.data.items.find((rule) => rule.id === id) : undefined;
}

async function sizes() {
  const answer = await host.admin('getSizes', {});
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.data;
}

async function newPage(title: string): Promise<string> {
  const page = await createPage(host, title);
  await host.whenIdle();
  return page;
}

it('pauses a rule that meets an event beyond its limit, says why, and wakes it in the next hour', async () => {
  await host.addRules(labelling('limited', { limits: { runsPerHour: 2 } }));
  const pages = [];
  for (const title of ['One', 'Two', 'Three', 'Four']) pages.push(await newPage(title));
  expect(await Promise.all(pages.map((page) => labelsOf(host, page)))).toEqual([
    ['limited'],
    ['limited'],
    [],
    [],
  ]);
  const third = await host.admin('listEvents', { subject: pages[2] ?? '' });
  expect(third.ok && third.data.items[0]?.verdicts).toMatchObject([
    { rule: 'limited', verdict: 'budget-exhausted' },
  ]);
  expect(await summaryOf('limited')).toMatchObject({
    state: 'off',
    offReason: 'Paused by itself until 11:00 UTC: it has reached its limit of 2 runs an hour.',
    offUntil: '2026-01-05T11:00:00.000Z',
  });
  await host.clock.advance(65 * 60_000);
  await host.whenIdle();
  expect(await summaryOf('limited')).toMatchObject({ state: 'live' });
  expect(await labelsOf(host, await newPage('Five'))).toEqual(['limited']);
  await host.admin('deleteRule', { id: 'limited' });
}, 120_000);

it('puts off rules after the usual priority near the end of the points, and goes on in the next hour', async () => {
  await host.admin('saveSettings', { settings: { ...DEFAULT_SETTINGS, budget: { pointsPerHour: 5 } } });
  await host.addRules(labelling('usual', {}), labelling('late', { priority: 200 }));
  const before = await sizes();
  expect(before.putOff).toBeUndefined();
  expect(before.sizes.find(({ name }) => name === 'quota')).toMatchObject({ limit: 65_000 });
  const spent = before.sizes.find(({ name }) => name === 'points');
  expect(spent).toEqual({ name: 'points', value: 1, limit: 5 });

  const first = await newPage('Six');
  expect(await labelsOf(host, first)).toEqual(['usual', 'late']);
  await newPage('Seven');
  const eighth = await newPage('Eight');
  expect(await labelsOf(host, eighth)).toEqual([]);
  const now = await sizes();
  expect(now.sizes.find(({ name }) => name === 'points')).toEqual({ name: 'points', value: 5, limit: 5 });
  expect(now.putOff).toEqual({
    rules: 'all',
    until: '2026-01-05T12:00:00.000Z',
    why: '5 of the 5 points are spent that the settings allow in an hour',
  });
  const waiting = await host.admin('listRuns', { outcome: 'waiting' });
  expect(waiting.ok && waiting.data.items.map(({ steps }) => steps[0]?.reason)).toEqual(
    Array.from({ length: 2 }, () => expect.stringMatching(/^Put off until 12:00 UTC: 5 of the 5 points/)),
  );
  await host.clock.advance(65 * 60_000);
  await host.whenIdle();
  expect((await labelsOf(host, eighth)).toSorted()).toEqual(['late', 'usual']);
}, 120_000);
