import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ConnectionLostError, parseFault } from '../../../src/local/confluence/faults/faults';
import { createSite } from './site';
import type { TestSite } from './site';

let site: TestSite;
let pageId: string;
beforeEach(async () => {
  site = await createSite();
  pageId = (await site.page('Wired')).id;
  site.takeEvents();
});
afterEach(() => site.dispose());

const label = (who: 'app' | 'member', name: string) =>
  site.call(who, 'POST', `/wiki/rest/api/content/${pageId}/label`, [{ name }]);
const labels = async () =>
  (await site.call('admin', 'GET', `/wiki/api/v2/pages/${pageId}/labels`)).list('results', 'name');

describe('routes', () => {
  it.each([
    ['GET', '/wiki/rest/api/foo'],
    ['PATCH', '/wiki/api/v2/pages/1'],
    ['POST', '/wiki/rest/api/content'],
    ['GET', '/_host/site/nothing'],
  ])('%s %s is not emulated: 501 that names it', async (method, path) => {
    const answer = await site.call('admin', method, path);
    expect(answer.status).toBe(501);
    expect(answer.body).toEqual({ error: { message: `Not emulated: ${method} ${path}` }, method, path });
  });

  it('operations name method, path and scopes, each once', () => {
    const { operations } = site.confluence;
    const names = operations.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
    expect(operations.find(({ id }) => id === 'addLabelsToContent')).toEqual({
      id: 'addLabelsToContent',
      method: 'POST',
      path: '/wiki/rest/api/content/{id}/label',
      version: 1,
      scopes: [['write:confluence-content'], ['read:label:confluence', 'write:label:confluence']],
    });
    expect(operations.filter(({ scopes }) => scopes.length === 0)).toEqual([]);
  });

  it('refuses a body that is no JSON, and one that is too large', async () => {
    const send = async (body: string) => {
      const headers = { 'content-type': 'application/json' };
      const request = new Request('http://host/wiki/api/v2/pages', { method: 'POST', headers, body });
      return (
        await site.confluence.handle(request, {
          kind: 'user',
          accountId: site.confluence.users()[0]?.accountId ?? '',
        })
      ).status;
    };
    expect(await send('{"spaceId":')).toBe(400);
    expect(await send(JSON.stringify({ title: 'x'.repeat(6 * 1024 * 1024) }))).toBe(413);
  });

  it('pictures of users are drawn from their initials', async () => {
    const picture = await site.call(
      'admin',
      'GET',
      `/wiki/aa-avatar/${site.confluence.users()[0]?.accountId ?? ''}`,
    );
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    expect(picture.body).toContain('<svg');
  });
});

describe('faults', () => {
  const add = (fault: object) => {
    const parsed = parseFault(fault);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    return site.confluence.faults.add(parsed.value);
  };

  it('a status is answered to the next matching requests of the app, and they have no effect', async () => {
    add({
      method: 'post',
      path: '/label$',
      times: 2,
      do: { kind: 'status', status: 429, retryAfterSeconds: 7 },
    });
    expect((await site.call('app', 'GET', `/wiki/rest/api/content/${pageId}/label`)).status).toBe(200);
    expect((await label('member', 'by-person')).status).toBe(200);
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const refused = await label('app', 'late');
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
    }
    expect(await labels()).toEqual(['by-person']);
    expect((await label('app', 'late')).status).toBe(200);
    expect(site.confluence.faults.list()).toEqual([]);
  });

  it('meets people too when asked, and a request in a user’s name that the app makes', async () => {
    add({ do: { kind: 'status', status: 503 }, callers: 'all' });
    expect((await label('member', 'x')).status).toBe(503);
    add({ do: { kind: 'status', status: 500 } });
    const request = () => new Request('http://host/wiki/rest/api/user/current');
    const caller = { kind: 'user', accountId: site.confluence.users()[0]?.accountId ?? '' } as const;
    expect((await site.confluence.handle(request(), caller)).status).toBe(200);
    expect((await site.confluence.handle(request(), caller, { viaApp: true })).status).toBe(500);
  });

  it.each([
    ['before', [], 0],
    ['after', ['lost'], 2],
  ] as const)('a connection lost %s the effect rejects, having left %j', async (when, left, published) => {
    add({ do: { kind: 'lost', when } });
    await expect(label('app', 'lost')).rejects.toThrow(ConnectionLostError);
    expect(await labels()).toEqual(left);
    expect(site.takeEvents()).toHaveLength(published);
  });

  it('a slow answer waits for host time', async () => {
    add({ do: { kind: 'slow', ms: 5000 } });
    let answered = false;
    const pending = label('app', 'slow').then((answer) => {
      answered = true;
      return answer.status;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(answered).toBe(false);
    await site.advance(5000);
    expect(await pending).toBe(200);
  });

  it('are cleared, and refused when they make no sense', () => {
    add({ do: { kind: 'status', status: 500 } });
    site.confluence.faults.clear();
    expect(site.confluence.faults.list()).toEqual([]);
    for (const fault of [
      {},
      { do: { kind: 'status', status: 200 } },
      { path: '(', do: { kind: 'lost', when: 'after' } },
      { times: 0, do: { kind: 'slow', ms: 1 } },
    ]) {
      expect(parseFault(fault).ok).toBe(false);
    }
  });
});

describe('rate limits', () => {
  it('every answer to the app tells of the quota; people see nothing of it', async () => {
    const answer = await site.call('app', 'GET', `/wiki/api/v2/pages/${pageId}`);
    expect(answer.headers.get('x-ratelimit-limit')).toBe('65000');
    expect(answer.headers.get('x-ratelimit-remaining')).toBe('64998');
    expect(answer.headers.get('x-ratelimit-reset')).toBe('2026-01-05T10:00:00.000Z');
    expect(answer.headers.get('x-ratelimit-nearlimit')).toBe('false');
    expect(answer.headers.get('ratelimit-policy')).toBe('"global-app-quota";q=65000;w=3600');
    expect(answer.headers.get('ratelimit')).toBe('"global-app-quota";t=3600');
    expect(
      (await site.call('admin', 'GET', '/wiki/rest/api/user/current')).headers.get('ratelimit'),
    ).toBeNull();
  });

  it('a list costs its objects, users cost double, a write costs one; the hour gives all back', async () => {
    const remaining = async (method: string, path: string, body?: unknown) =>
      Number((await site.call('app', method, path, body)).headers.get('x-ratelimit-remaining'));
    expect(await remaining('GET', '/wiki/api/v2/pages?limit=3')).toBe(65_000 - 4);
    expect(await remaining('GET', '/wiki/rest/api/user/current')).toBe(65_000 - 7);
    expect(await remaining('POST', `/wiki/rest/api/content/${pageId}/label`, [{ name: 'x' }])).toBe(
      65_000 - 8,
    );
    await site.advance(3_600_000);
    expect(await remaining('GET', `/wiki/api/v2/pages/${pageId}`)).toBe(65_000 - 2);
  });
});
