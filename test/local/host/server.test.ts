import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost } from '../../../src/local/host';
import { parseManifest } from '../../../src/local/manifest/parse-manifest';
import { START_MS, appCode, probeManifest } from '../local-forge-harness';
import type { Host } from '../../../src/local/host';

let host: Host;
beforeAll(async () => {
  host = await createHost({
    app: {
      manifest: parseManifest(
        probeManifest({
          modules: { scheduledTrigger: [{ key: 'sweep', function: 'on-schedule', interval: 'hour' }] },
        }),
      ),
      bundle: { code: await appCode('probe') },
    },
    clock: { mode: 'manual', startMs: START_MS },
    pages: false,
  });
});
afterAll(() => host.dispose());

const EVENT = { eventType: 'avi:confluence:created:page' };

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(host.url + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
async function json(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<never> {
  return (await (await ask(method, path, body, headers)).json()) as never;
}
/** fetch sets the Host header itself; this does not. */
function statusWithHost(hostHeader: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      `${host.url}/_host/api/status`,
      { headers: { host: hostHeader } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    sent.on('error', reject).end();
  });
}
const userId = (name: string): string =>
  host.site.users().find(({ displayName }) => displayName.startsWith(name))?.accountId ?? '';
const as = (name: string): Record<string, string> => ({
  cookie: `rulewright-user=${encodeURIComponent(userId(name))}`,
});

describe('the server', () => {
  it('listens on 127.0.0.1 alone', () => {
    expect(new URL(host.url).hostname).toBe('127.0.0.1');
  });

  it('refuses names that point to it from elsewhere, and changes that other sites ask for', async () => {
    expect(await statusWithHost('evil.example.com')).toBe(403);
    expect(await statusWithHost('127.0.0.1.evil.example.com:80')).toBe(403);
    expect(await statusWithHost('localhost:1')).toBe(200);
    const foreign = { origin: 'http://evil.example.com' };
    expect((await ask('POST', '/_host/api/clock/advance', { ms: 1 }, foreign)).status).toBe(403);
    expect((await ask('POST', '/_host/api/clock/advance', { ms: 0 }, { origin: host.url })).status).toBe(200);
  });

  it('tells its state, and a number that rises with every change', async () => {
    const before: { seq: number } = await json('GET', '/_host/api/status');
    await host.forge.delivery.accept(EVENT, 'fired');
    await host.whenIdle();
    expect(await json('GET', '/_host/api/status')).toMatchObject({
      app: { name: 'probe', id: 'probe' },
      url: host.url,
      clock: { mode: 'manual', nowMs: host.clock.nowMs() },
      user: { displayName: 'Ada Admin', admin: true },
    });
    expect(((await json('GET', '/_host/api/status')) as { seq: number }).seq).toBeGreaterThan(before.seq);
  });

  it('answers 501 with method and path to what it does not know, and remembers it', async () => {
    for (const path of ['/wiki/rest/api/moon', '/wiki/api/v2/moon', '/moon', '/_host/api/moon']) {
      const response = await ask('POST', path, {});
      expect([path, response.status]).toEqual([path, 501]);
      expect(await response.text()).toContain(path);
    }
    const { items }: { items: { path: string }[] } = await json('GET', '/_host/api/unemulated');
    expect(items.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/wiki/rest/api/moon', '/wiki/api/v2/moon', '/moon', '/_host/api/moon']),
    );
  });

  it('opens the front door to a client that does not say what it accepts', async () => {
    const response = await fetch(host.url, { headers: { accept: '*/*' } });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('/_host/app/main.js');
  });

  it('gives the pages’ shell to a browser that asks for a page', async () => {
    for (const path of ['/', '/wiki/spaces/ENG', '/wiki/admin/rulewright', '/_host']) {
      const response = await fetch(host.url + path, { headers: { accept: 'text/html,*/*' } });
      expect([path, response.status]).toEqual([path, 200]);
      expect(await response.text()).toContain('/_host/app/main.js');
    }
  });
});

describe('the current user', () => {
  it('is an admin, unless the cookie names another user of the site', async () => {
    const { users, current }: { users: unknown[]; current: string } = await json('GET', '/_host/api/users');
    expect(users.length).toBeGreaterThan(3);
    expect(current).toBe(userId('Ada'));
    expect(await json('GET', '/_host/api/users', undefined, as('Mia'))).toMatchObject({
      current: userId('Mia'),
    });
    const forged = { cookie: 'rulewright-user=nobody' };
    expect(await json('GET', '/_host/api/users', undefined, forged)).toMatchObject({
      current: userId('Ada'),
    });
  });

  it('is switched by a cookie', async () => {
    const response = await ask('POST', '/_host/api/user', { accountId: userId('Mia') });
    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toContain(encodeURIComponent(userId('Mia')));
    expect((await ask('POST', '/_host/api/user', { accountId: 'nobody' })).status).toBe(404);
    expect((await ask('POST', '/_host/api/user', { account: 1 })).status).toBe(400);
  });

  it('is who asks the site', async () => {
    expect(await json('GET', '/wiki/rest/api/user/current', undefined, as('Mia'))).toMatchObject({
      accountId: userId('Mia'),
    });
  });
});

describe('the bridge', () => {
  it('calls the resolver as the current user', async () => {
    const call = { module: 'settings', functionKey: 'whoami', payload: { x: 1 } };
    expect(await json('POST', '/_host/api/invoke', call, as('Mia'))).toMatchObject({
      value: { payload: { x: 1 }, context: { accountId: userId('Mia'), moduleKey: 'settings' } },
    });
  });

  it('passes on what the resolver threw', async () => {
    const response = await ask('POST', '/_host/api/invoke', { module: 'settings', functionKey: 'fails' });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: { message: 'refused on purpose' } });
  });

  it('refuses a call of more than 500 kB', async () => {
    const payload = { text: 'x'.repeat(500_000) };
    expect(
      (await ask('POST', '/_host/api/invoke', { module: 'settings', functionKey: 'whoami', payload })).status,
    ).toBe(413);
  });

  it('tells a page where it stands', async () => {
    expect(await json('GET', '/_host/api/context?module=settings', undefined, as('Mia'))).toMatchObject({
      accountId: userId('Mia'),
      moduleKey: 'settings',
      siteUrl: host.url,
      extension: { type: 'confluence:globalSettings' },
    });
  });
});

describe('the interface of the host', () => {
  it('takes events, and shows what became of them', async () => {
    const script = [{ retry: { retryAfter: 30, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED' } }];
    const response = await ask('POST', '/_host/api/emit', { payload: { ...EVENT, script } });
    expect(response.status).toBe(202);
    const { id } = (await response.json()) as { id: string };
    await host.whenIdle();
    const { items: events }: { items: unknown[] } = await json('GET', '/_host/api/events?limit=1');
    expect(events).toMatchObject([
      {
        id,
        origin: 'fired',
        type: EVENT.eventType,
        deliveries: [{ trigger: 'pages', status: 'retrying', attempts: 1 }],
      },
    ]);
    const { items: pending }: { items: unknown[] } = await json('GET', '/_host/api/pending');
    expect(pending[0]).toMatchObject({
      kind: 'event',
      what: EVENT.eventType,
      function: 'on-event',
      attempt: 2,
      dueMs: host.clock.nowMs() + 30_000,
      retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
    });
    expect(await json('POST', '/_host/api/clock/next', {})).toMatchObject({ moved: true, mode: 'manual' });
    const { items: calls }: { items: unknown[] } = await json(
      'GET',
      '/_host/api/invocations?function=on-event&limit=1',
    );
    expect(calls).toMatchObject([
      { kind: 'trigger', outcome: 'ok', eventId: id, retryCount: 1, logs: [{ level: 'log' }] },
    ]);
  });

  it('refuses an event without a type', async () => {
    for (const body of [{ payload: {} }, { payload: { eventType: '' } }, { payload: 'x' }, {}]) {
      expect((await ask('POST', '/_host/api/fire', body)).status).toBe(400);
    }
    const notJson = await fetch(`${host.url}/_host/api/fire`, { method: 'POST', body: '{' });
    expect(notJson.status).toBe(400);
    expect(await notJson.json()).toEqual({
      error: { message: 'Failed to read the request: its body is not JSON.' },
    });
  });

  it('moves the clock, and only forward', async () => {
    const beforeMs = host.clock.nowMs();
    expect(await json('POST', '/_host/api/clock/advance', { ms: 60_000 })).toMatchObject({
      nowMs: beforeMs + 60_000,
    });
    expect((await ask('POST', '/_host/api/clock/advance', { ms: -1 })).status).toBe(400);
  });

  it('runs a schedule by hand', async () => {
    expect((await ask('POST', '/_host/api/schedule/run', { key: 'sweep' })).status).toBe(204);
    expect((await ask('POST', '/_host/api/schedule/run', { key: 'nothing' })).status).toBe(404);
    expect(host.forge.runtime.invocations.list()[0]).toMatchObject({ kind: 'scheduled', moduleKey: 'sweep' });
  });

  it('keeps the faults of the site and of the store, for the app alone unless asked', async () => {
    const lost = { service: 'kvs', do: { kind: 'lost', when: 'after' } };
    const limited = {
      service: 'confluence',
      path: '/spaces',
      do: { kind: 'status', status: 429, retryAfterSeconds: 7 },
    };
    expect((await ask('POST', '/_host/api/faults', lost)).status).toBe(201);
    expect((await ask('POST', '/_host/api/faults', limited)).status).toBe(201);
    expect((await ask('GET', '/wiki/api/v2/spaces')).status).toBe(200);
    await ask('POST', '/_host/api/faults', { ...limited, callers: 'all' });
    const refused = await ask('GET', '/wiki/api/v2/spaces');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
    const { items }: { items: unknown[] } = await json('GET', '/_host/api/faults');
    expect(items).toMatchObject([{ service: 'confluence', path: '/spaces' }, { service: 'kvs' }]);
    expect((await ask('DELETE', '/_host/api/faults')).status).toBe(204);
    expect(await json('GET', '/_host/api/faults')).toEqual({ items: [] });
  });

  it('refuses a fault that it does not understand, with the reason', async () => {
    for (const fault of [
      { service: 'moon', do: {} },
      { do: { kind: 'explode' } },
      { service: 'kvs', do: { kind: 'slow', ms: 1 } },
      7,
    ]) {
      const response = await ask('POST', '/_host/api/faults', fault);
      expect(response.status).toBe(400);
      expect(((await response.json()) as { error: { message: string } }).error.message).toMatch(
        /^Failed to add the fault: /,
      );
    }
  });

  it('shows the store', async () => {
    expect(await json('GET', '/_host/api/kvs?prefix=x')).toEqual({ items: [] });
    expect(await json('GET', '/_host/api/kvs/usage')).toMatchObject({ total: { refused: 0 } });
  });

  it('says on a stream when something has changed', async () => {
    const stream = await fetch(`${host.url}/_host/api/changes?since=-1`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const first = (await reader?.read())?.value ?? '';
    await host.forge.delivery.accept(EVENT, 'fired');
    const second = (await reader?.read())?.value ?? '';
    await reader?.cancel();
    const seq = (text: string): number => Number(/"seq":(\d+)/.exec(text)?.[1]);
    expect(seq(second)).toBeGreaterThan(seq(first));
  });
});
