// A rule whose own action makes its own event, in the name of a user: it comes to rest by itself.

import { afterEach, expect, it } from 'vitest';
import { LOOP_RUNS } from '../../src/core/runs/loop-breaker';
import { createAppHost, createPage } from './app-host';
import type { AppHost } from './app-host';

let host: AppHost;
afterEach(() => host?.dispose());

it('stops after ten rounds, and says so', async () => {
  host = await createAppHost();
  await host.addRules({
    id: 'echo',
    when: ['avi:confluence:updated:page'],
    then: [
      {
        id: 'more',
        action: 'page.body',
        as: 'initiator',
        onError: 'stop',
        with: { mode: 'append', body: '<p>more</p>' },
      },
    ],
  });
  const page = await createPage(host, 'A page');
  const { version } = await host.rest('GET', `/wiki/api/v2/pages/${page}`);
  await host.rest('PUT', `/wiki/api/v2/pages/${page}`, {
    id: page,
    status: 'current',
    title: 'A page',
    body: { representation: 'storage', value: '<p>First</p>' },
    version: { number: Number(version.number) + 1 },
  });
  await host.whenIdle();
  const after = await host.rest('GET', `/wiki/api/v2/pages/${page}?body-format=storage`);
  expect(after.body.storage.value.match(/<p>more<\/p>/g)).toHaveLength(LOOP_RUNS);
});
