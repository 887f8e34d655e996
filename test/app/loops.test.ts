// A rule whose own action makes its own event, in the name of a user: it does not answer itself, and a rule that is to
// see what rules did goes on to a fixed depth.

import { afterEach, expect, it } from 'vitest';
import { MAX_CHAIN_DEPTH } from '../../src/core/runs/cause';
import { createAppHost, createPage } from './app-host';
import type { AppHost } from './app-host';

let host: AppHost;
afterEach(() => host?.dispose());

/** A rule that appends to the page whenever somebody has changed it. */
const echo = (id: string, spaceKey: string, chain: boolean) => ({
  id,
  when: ['avi:confluence:updated:page'],
  scope: { spaces: [spaceKey] },
  chain,
  then: [
    {
      id: 'more',
      action: 'page.body',
      as: 'initiator' as const,
      onError: 'stop' as const,
      with: { mode: 'append', body: '<p>more</p>' },
    },
  ],
});

async function editByHand(page: string): Promise<void> {
  const { version, title } = await host.rest('GET', `/wiki/api/v2/pages/${page}`);
  await host.rest('PUT', `/wiki/api/v2/pages/${page}`, {
    id: page,
    status: 'current',
    title,
    body: { representation: 'storage', value: '<p>First</p>' },
    version: { number: Number(version.number) + 1 },
  });
  await host.whenIdle();
}

async function roundsOn(page: string): Promise<number> {
  const { body } = await host.rest('GET', `/wiki/api/v2/pages/${page}?body-format=storage`);
  return body.storage.value.match(/<p>more<\/p>/g)?.length ?? 0;
}

it('acts once for what a person did, and to the end of the chain where it asks for that', async () => {
  host = await createAppHost();
  await host.addRules(echo('plain', 'DEMO', false));
  const plain = await createPage(host, 'A page');
  await editByHand(plain);
  expect(await roundsOn(plain)).toBe(1);
  // The next deed of the same person is a deed of theirs.
  await editByHand(plain);
  expect(await roundsOn(plain)).toBe(1);

  await host.admin('setRuleState', { id: 'plain', state: 'off' });
  await host.addRules(echo('chained', 'DEMO', true));
  const chained = await createPage(host, 'Another page');
  await editByHand(chained);
  expect(await roundsOn(chained)).toBe(MAX_CHAIN_DEPTH);
});
