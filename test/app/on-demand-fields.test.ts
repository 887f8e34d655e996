// Fields that no event carries, through the whole product: fetched from the host's Confluence, and how many requests
// that costs.

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DEMO_ACCOUNTS } from '../../src/local/confluence/seed/people';
import { APP_ACCOUNT_ID } from '../../src/local/ports';
import { commentsOf, createAppHost, createPage, labelsOf } from './app-host';
import type { JsonObject } from '../../src/core/json';
import type { AppHost } from './app-host';

const WHEN = 'avi:confluence:liked:page';

/** More than any test makes. */
const MANY = 10_000;

let host: AppHost;
let page: string;
let parent: string;

beforeAll(async () => {
  host = await createAppHost();
  parent = await createPage(host, 'The parent');
  const { spaceId } = await host.rest('GET', `/wiki/api/v2/pages/${parent}`);
  const child = await host.rest('POST', '/wiki/api/v2/pages', {
    spaceId,
    parentId: parent,
    status: 'current',
    title: 'The page',
    body: { representation: 'storage', value: '<p>The budget of 2026</p>' },
  });
  page = child.id;
  await host.rest('POST', `/wiki/rest/api/content/${page}/label`, [{ prefix: 'global', name: 'finance' }]);
  await host.rest('POST', `/wiki/api/v2/pages/${page}/properties`, { key: 'review', value: { due: 'May' } });
  await host.rest('PUT', `/wiki/rest/api/content/${page}/state?status=current`, {
    name: 'Verified',
    color: '#57d9a3',
  });
  await host.rest('POST', `/wiki/rest/api/content/${page}/restriction`, [
    {
      operation: 'update',
      restrictions: {
        user: [DEMO_ACCOUNTS.admin, APP_ACCOUNT_ID].map((accountId) => ({ type: 'known', accountId })),
        group: [],
      },
    },
  ]);
  await host.whenIdle();
}, 300_000);
afterAll(() => host?.dispose());
beforeEach(async () => {
  await host.rest('DELETE', '/_host/api/faults');
});

/** Counts the app's requests from now on whose path matches. */
async function countRequests(path: string): Promise<() => Promise<number>> {
  const { id } = await host.rest('POST', '/_host/api/faults', {
    service: 'confluence',
    method: 'GET',
    path,
    times: MANY,
    do: { kind: 'slow', ms: 0 },
  });
  return async () => {
    const { items } = await host.rest('GET', '/_host/api/faults');
    return MANY - items.find((fault: any) => fault.id === id).times;
  };
}

async function like(id: string): Promise<void> {
  await host.rest('POST', `/_host/site/pages/${id}/like`);
  await host.whenIdle();
}

const isPage = (id: string): JsonObject => ({ '==': [{ var: 'content.id' }, id] });
const labels = (id: string, label: string, condition: JsonObject) => ({
  id,
  when: [WHEN],
  if: condition,
  then: [
    {
      id: 'act',
      action: 'label.add',
      as: 'app' as const,
      onError: 'stop' as const,
      with: { labels: [label] },
    },
  ],
});

it('decides by every kind of field, each request made once for all rules', async () => {
  const conditions: Record<string, JsonObject> = {
    body: { in: ['budget', { var: 'content.body' }] },
    'body-again': { contains: [{ var: 'content.body' }, '2026'] },
    labels: { hasLabel: 'finance' },
    ancestors: { some: [{ var: 'content.ancestors' }, { '==': [{ var: 'title' }, 'The parent'] }] },
    parent: { '==': [{ var: 'content.parent.title' }, 'The parent'] },
    properties: { '==': [{ var: 'content.properties.review.due' }, 'May'] },
    state: { '==': [{ var: 'content.state.name' }, 'Verified'] },
    restrictions: { in: [DEMO_ACCOUNTS.admin, { var: 'content.restrictions.update.users' }] },
    unrestricted: { isEmpty: { var: 'content.restrictions.read.users' } },
    groups: { in: ['confluence-users', { var: 'actor.groups' }] },
    name: { '==': [{ var: 'actor.displayName' }, 'Ada Admin'] },
    likes: { '>=': [{ var: 'content.likes' }, 1] },
    watchers: { in: [DEMO_ACCOUNTS.admin, { var: 'content.watchers' }] },
    'child-count': { '===': [{ var: 'content.childCount' }, 0] },
    'not-body': { in: ['something else', { var: 'content.body' }] },
  };
  await host.addRules(
    ...Object.entries(conditions).map(([name, condition]) =>
      labels(`field-${name}`, `by-${name}`, { and: [isPage(page), condition] }),
    ),
  );
  const counts = {
    content: await countRequests(`/pages/${page}\\?`),
    ancestors: await countRequests(`/pages/${page}/ancestors`),
    state: await countRequests(`/content/${page}/state`),
    restrictions: await countRequests(`/content/${page}/restriction`),
    groups: await countRequests('/user/memberof'),
    name: await countRequests('/user\\?'),
  };
  await like(page);
  const found = await labelsOf(host, page);
  const expected = Object.keys(conditions).filter((name) => name !== 'not-body');
  expect(found.filter((label) => label.startsWith('by-')).sort()).toEqual(
    expected.map((name) => `by-${name}`).sort(),
  );
  for (const [name, count] of Object.entries(counts)) expect([name, await count()]).toEqual([name, 1]);
});

it('makes no request for a rule that the payload decides', async () => {
  const other = await createPage(host, 'Somewhere else');
  await host.whenIdle();
  const reads = await countRequests('.*');
  await like(other);
  expect(await reads()).toBe(0);
});

it('gives templates what they read', async () => {
  const quoted = await createPage(host, 'Quoted');
  const body = '<p>{{actor.displayName}} likes {{content.childCount}} pages</p>';
  await host.addRules({
    id: 'says-so',
    when: [WHEN],
    if: isPage(quoted),
    then: [{ id: 'say', action: 'comment.add', as: 'app', onError: 'stop', with: { body } }],
  });
  await like(quoted);
  expect((await commentsOf(host, quoted)).join()).toContain('Ada Admin likes 0 pages');
});

it('comes back when Confluence is too busy to answer', async () => {
  const busy = await createPage(host, 'Busy');
  await host.addRules(
    labels('patient', 'patient', { and: [isPage(busy), { in: ['Text', { var: 'content.body' }] }] }),
  );
  await host.rest('POST', '/_host/api/faults', {
    service: 'confluence',
    method: 'GET',
    path: `/pages/${busy}`,
    do: { kind: 'status', status: 429, retryAfterSeconds: 20 },
  });
  await like(busy);
  expect(await labelsOf(host, busy)).toEqual([]);
  await host.clock.advance(30_000);
  await host.whenIdle();
  expect(await labelsOf(host, busy)).toEqual(['patient']);
});
