// The stored index behind the dispatcher: a saved, changed or deleted rule counts at once, another process sees it
// within half a minute, and a change that was not indexed is found by the sweep.

import { afterEach, expect, it } from 'vitest';
import { createAppHost, createPage, labelsOf } from './app-host';
import type { AppHost } from './app-host';

let host: AppHost;
afterEach(() => host?.dispose());

const label = (name: string) => ({
  id: 'the-rule',
  when: ['avi:confluence:created:page'],
  then: [
    {
      id: 'label',
      action: 'label.add',
      as: 'app' as const,
      onError: 'stop' as const,
      with: { labels: [name] },
    },
  ],
});

async function labelsOfNewPage(title: string): Promise<string[]> {
  const page = await createPage(host, title);
  await host.whenIdle();
  return labelsOf(host, page);
}

it('follows a rule that is saved, changed, turned off and deleted, at once', async () => {
  host = await createAppHost();
  expect(await labelsOfNewPage('before')).toEqual([]);
  await host.addRules(label('first'));
  expect(await labelsOfNewPage('saved')).toEqual(['first']);
  await host.admin('saveRule', {
    rule: { name: 'x', state: 'live', ...label('second') },
    expectedVersion: 1,
  });
  expect(await labelsOfNewPage('changed')).toEqual(['second']);
  await host.admin('setRuleState', { id: 'the-rule', state: 'off' });
  expect(await labelsOfNewPage('off')).toEqual([]);
  await host.admin('setRuleState', { id: 'the-rule', state: 'live' });
  expect(await labelsOfNewPage('on')).toEqual(['second']);
  await host.admin('deleteRule', { id: 'the-rule' });
  expect(await labelsOfNewPage('deleted')).toEqual([]);
});

it('is seen by every warm process within 30 seconds', async () => {
  host = await createAppHost({ containers: 3 });
  await host.addRules(label('first'));
  for (const title of ['warm 1', 'warm 2', 'warm 3', 'warm 4']) await labelsOfNewPage(title);
  await host.admin('saveRule', {
    rule: { name: 'x', state: 'live', ...label('second') },
    expectedVersion: 1,
  });
  await host.clock.advance(30_000);
  for (const title of ['later 1', 'later 2', 'later 3', 'later 4']) {
    expect(await labelsOfNewPage(title)).toEqual(['second']);
  }
});

it('matches imported rules', async () => {
  host = await createAppHost();
  const rules = Array.from({ length: 20 }, (_, index) => ({
    ...label(`l${index}`),
    id: `r${index}`,
    name: 'r',
    state: 'live',
  }));
  const text = JSON.stringify({ format: 'rulewright', version: 1, rules });
  await host.admin('importRules', { text, ids: rules.map(({ id }) => id), keepState: true });
  expect(await labelsOfNewPage('many')).toHaveLength(20);
});

it('is repaired by the sweep when a change was stored and not indexed', async () => {
  host = await createAppHost();
  await host.addRules(label('first'));
  // The rule is stored, and then the store refuses what its index is made of.
  await host.rest('POST', '/_host/api/faults', {
    service: 'kvs',
    path: 'batch/set',
    times: 50,
    do: { kind: 'status', status: 429 },
  });
  expect(
    await host.admin('saveRule', { rule: { name: 'x', state: 'live', ...label('b'), id: 'another' } }),
  ).toMatchObject({ ok: true, data: { warnings: [{ message: expect.stringContaining('five minutes') }] } });
  await fetch(`${host.url}/_host/api/faults`, { method: 'DELETE' });
  expect(await labelsOfNewPage('not indexed')).toEqual(['first']);
  await host.clock.advance(5 * 60_000);
  expect((await labelsOfNewPage('repaired')).sort()).toEqual(['b', 'first']);
});

it('keeps nothing of a new rule whose write was refused half-way', async () => {
  host = await createAppHost();
  await host.addRules(label('first'));
  await host.rest('POST', '/_host/api/faults', {
    service: 'kvs',
    path: 'transaction',
    times: 1,
    do: { kind: 'status', status: 429 },
  });
  const rule = { name: 'x', state: 'live', ...label('b'), id: 'another' };
  expect(await host.admin('saveRule', { rule })).toMatchObject({ ok: false, error: { code: 'failed' } });
  expect(await host.admin('getRule', { id: 'another' })).toMatchObject({ ok: false });
  expect(await host.admin('saveRule', { rule })).toMatchObject({ ok: true, data: { warnings: [] } });
  expect((await labelsOfNewPage('saved')).sort()).toEqual(['b', 'first']);
});
