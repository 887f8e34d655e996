// Connections and egress through the whole product: what an admin keeps, what comes out of it again, and what the app
// reaches.

import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LOOK_AFTER_MS } from '../../src/core/runs/lease';
import { DEMO_ACCOUNTS } from '../../src/local/confluence/seed/people';
import { createAppHost, createPage } from './app-host';
import { allowReceiver, theReceiver } from './outside-actions';
import type { AppHost } from './app-host';
import type { Step } from '../../src/core/runs/run';

let host: AppHost;
beforeAll(async () => {
  host = await createAppHost();
}, 120_000);
afterAll(() => host?.dispose());

let rules = 0;

async function post(to: string, kind = 'notify.webhook'): Promise<Step | undefined> {
  const id = `post-${++rules}`;
  const page = await createPage(host, id);
  await host.addRules({
    id,
    when: ['avi:confluence:liked:page'],
    if: { '==': [{ var: 'content.id' }, page] },
    then: [
      {
        id: 'post',
        action: kind,
        as: 'app',
        onError: 'stop',
        with: { to, ...(kind === 'notify.slack' ? { text: 'x' } : {}) },
      },
    ],
  });
  await host.rest('POST', `/_host/site/pages/${page}/like`);
  await host.whenIdle();
  return lastStep(id);
}

async function lastStep(rule: string): Promise<Step | undefined> {
  const listed = await host.admin('listRuns', { rule });
  return listed.ok ? listed.data.items[0]?.steps[0] : undefined;
}

const secret = 'a secret of the receiver';

it('refuses an address that nobody has allowed, in words and without the address', async () => {
  const { origin } = await theReceiver();
  const step = await post(`${origin}/not-allowed`);
  expect(step).toMatchObject({
    outcome: 'failed',
    reason: `Failed to post to ${origin}: the app is not allowed to reach this address. An admin can allow it in the settings.`,
  });
  expect((await theReceiver()).heard('/not-allowed')).toEqual([]);
});

it('keeps address and secret to itself, and signs with it', async () => {
  const { origin } = await allowReceiver(host);
  const saved = await host.admin('saveConnection', { name: 'records', url: `${origin}/hidden/path`, secret });
  const shown = [{ name: 'records', origin, signed: true }];
  expect(saved).toEqual({ ok: true, data: shown });
  expect(await host.admin('listConnections', {})).toEqual({ ok: true, data: shown });

  expect(await post('records')).toMatchObject({
    outcome: 'done',
    reason: 'Posted to the connection "records".',
  });
  const [message] = (await theReceiver()).taken('/hidden/path');
  const {
    'webhook-id': id,
    'webhook-timestamp': at,
    'webhook-signature': signature,
  } = message?.headers ?? {};
  const expected = createHmac('sha256', secret)
    .update(`${String(id)}.${String(at)}.${message?.text}`)
    .digest('base64');
  expect(signature).toBe(`v1,${expected}`);
  expect(message?.headers['idempotency-key']).toBe(id);
  const runs = await host.admin('listRuns', {});
  expect(JSON.stringify(runs)).not.toContain('hidden');
});

it('tells by status what can be tried again, and when', async () => {
  const receiver = await theReceiver();
  receiver.refuse(429, 1, { 'Retry-After': '40' });
  const step = await post('records');
  expect(step).toMatchObject({
    outcome: 'waiting',
    reason: expect.stringContaining('the receiver answered 429: No.'),
  });
  expect(Date.parse(step?.dueAt ?? '') - host.clock.nowMs()).toBe(40_000);
  receiver.refuse(404, 1);
  expect(await post('records')).toMatchObject({ outcome: 'failed' });
});

it('does not repeat to Slack what may have arrived, and does repeat what Slack refused', async () => {
  const receiver = await theReceiver();
  await host.admin('saveConnection', { name: 'chat', url: `${receiver.origin}/slack` });
  receiver.lose(1);
  expect(await post('chat', 'notify.slack')).toMatchObject({ outcome: 'waiting' });
  receiver.refuse(500, 1);
  expect(await post('chat', 'notify.slack')).toMatchObject({ outcome: 'waiting' });
  await host.clock.advance(LOOK_AFTER_MS);
  await host.whenIdle();
  expect((await lastStep(`post-${rules - 1}`))?.reason).toMatch(/was not sent again\.$/);
  expect(await lastStep(`post-${rules}`)).toMatchObject({ outcome: 'done' });
  expect(receiver.heard('/slack')).toHaveLength(3);
});

it('forgets a connection, and says so where a rule names it', async () => {
  expect(await host.admin('deleteConnection', { name: 'chat' })).toMatchObject({ ok: true });
  expect(await post('chat', 'notify.slack')).toMatchObject({
    outcome: 'failed',
    reason: expect.stringContaining('there is none of this name'),
  });
});

it.each([
  [{ name: 'A name', url: 'https://x.example' }, 'name'],
  [{ name: 'x', url: 'http://x.example' }, 'url'],
  [{ name: 'x', url: 'https://x.example/{{a}}' }, 'url'],
  [{ name: 'x', url: 'https://x.example', secret: 'short' }, 'secret'],
])('refuses the connection %j', async (connection, path) => {
  const saved = await host.admin('saveConnection', connection);
  expect(saved.ok || saved.error.problems?.map((problem) => problem.path)).toEqual([path]);
});

it('lets only an admin say what is reached, and takes it back', async () => {
  const stranger = await fetch(`${host.url}/_host/api/egress`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', Cookie: `rulewright-user=${DEMO_ACCOUNTS.member}` },
    body: JSON.stringify({ egresses: [] }),
  });
  expect(stranger.status).toBe(403);
  const { origin } = await theReceiver();
  await host.rest('DELETE', `/_host/api/egress/webhooks?domain=${encodeURIComponent(origin)}`);
  expect(await host.rest('GET', '/_host/api/egress')).toEqual({ results: [] });
  expect(await post('records')).toMatchObject({ outcome: 'failed' });
});
