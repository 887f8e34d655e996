import { afterEach, describe, expect, it } from 'vitest';
import { createTestForge, probeManifest } from '../local-forge-harness';
import { APP_ACCOUNT_ID } from '../../../src/local/ports';
import type { JsonObject } from '../../../src/core/json';
import type { Caller } from '../../../src/local/ports';
import type { SiteOperation, SiteUser } from '../../../src/local/services';
import type { TestForge } from '../local-forge-harness';

let forge: TestForge;
afterEach(() => forge.close());

const user = (accountId: string, more: Partial<SiteUser> = {}): SiteUser => ({
  accountId,
  displayName: accountId,
  active: true,
  access: true,
  admin: false,
  app: false,
  ...more,
});
const USERS = [
  user('mia'),
  user('dan', { active: false }),
  user('gus', { access: false }),
  user(APP_ACCOUNT_ID, { app: true }),
];
const OPERATIONS: readonly SiteOperation[] = [
  { method: 'GET', path: '/wiki/api/v2/pages/{id}', scopes: [['read:page:confluence']] },
  {
    method: 'POST',
    path: '/wiki/rest/api/content/{id}/label',
    scopes: [['write:confluence-content'], ['read:label:confluence', 'write:label:confluence']],
  },
];

/** What the site was asked, and by whom. */
let asked: {
  readonly caller: Caller;
  readonly viaApp: boolean | undefined;
  readonly text: string;
  readonly url: string;
}[];

async function aForge(scopes: JsonObject, more: Parameters<typeof createTestForge>[0] = {}): Promise<void> {
  asked = [];
  const { createOperationFinder } = await import('../../../src/local/runtime/fetch/find-operation');
  forge = await createTestForge({
    manifest: probeManifest({
      permissions: { scopes, external: { fetch: { backend: ['https://hooks.example.com'] } } },
    }),
    site: {
      service: {
        handle: async (request, caller, options) => {
          asked.push({ caller, viaApp: options?.viaApp, text: await request.text(), url: request.url });
          return Response.json({ seen: true });
        },
      },
      user: (accountId) => USERS.find((one) => one.accountId === accountId),
      operation: createOperationFinder(OPERATIONS),
    },
    ...more,
  });
}

async function request(as: 'app' | { user?: string }, path: string, more: JsonObject = {}): Promise<unknown> {
  await forge.send({ ask: 'request', as, path, ...more });
  return forge.reports().at(-1);
}

const READ = { 'read:page:confluence': {} };
const READ_AS_USER = { 'read:page:confluence': { allowImpersonation: true } };

describe('a product request', () => {
  it('as the app reaches the site as the app’s own user, body and query included', async () => {
    await aForge({ 'write:confluence-content': {} });
    const body = [{ prefix: 'global', name: 'ä' }];
    const answer = await request('app', '/wiki/rest/api/content/7/label?x=1', {
      method: 'POST',
      body: body as never,
    });
    expect(answer).toEqual({ status: 200, body: '{"seen":true}' });
    expect(asked).toEqual([
      {
        caller: { kind: 'app', accountId: APP_ACCOUNT_ID },
        viaApp: true,
        text: JSON.stringify(body),
        url: 'http://site.invalid/wiki/rest/api/content/7/label?x=1',
      },
    ]);
  });

  it('in a user’s name reaches the site as that user', async () => {
    await aForge(READ_AS_USER);
    expect(await request({ user: 'mia' }, '/wiki/api/v2/pages/1')).toMatchObject({ status: 200 });
    expect(asked[0]?.caller).toEqual({ kind: 'user', accountId: 'mia' });
  });

  it('as a user where there is none is refused by the proxy', async () => {
    await aForge(READ_AS_USER);
    expect(await request({}, '/wiki/api/v2/pages/1')).toMatchObject({
      name: 'PROXY_ERR',
      errorCode: 'AUTH_TYPE_UNAVAILABLE',
      status: 401,
    });
    expect(asked).toEqual([]);
  });

  it.each([['dan'], ['gus'], ['nobody'], [APP_ACCOUNT_ID]])(
    'in the name of %s is refused by the proxy',
    async (accountId) => {
      await aForge(READ_AS_USER);
      expect(await request({ user: accountId }, '/wiki/api/v2/pages/1')).toMatchObject({
        name: 'PROXY_ERR',
        status: 403,
      });
      expect(asked).toEqual([]);
    },
  );

  it('in a user’s name is refused when the scope does not allow impersonation', async () => {
    await aForge(READ);
    expect(await request({ user: 'mia' }, '/wiki/api/v2/pages/1')).toMatchObject({
      name: 'PROXY_ERR',
      status: 403,
    });
    expect(await request('app', '/wiki/api/v2/pages/1')).toMatchObject({ status: 200 });
  });

  it('that is made after the handler has returned does not reach the site', async () => {
    await aForge(READ);
    await forge.send({ ask: 'late request' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked).toEqual([]);
    expect(await request('app', '/wiki/api/v2/pages/1')).toMatchObject({ status: 200 });
  });

  it('without the scope of its operation is answered 401', async () => {
    await aForge({ 'read:confluence-content.summary': {} });
    expect(await request('app', '/wiki/api/v2/pages/1')).toEqual({
      status: 401,
      body: JSON.stringify({ code: 401, message: 'Unauthorized; scope does not match' }),
    });
    expect(asked).toEqual([]);
  });

  it('needs any one whole set of its operation’s scopes', async () => {
    const label = ['/wiki/rest/api/content/7/label', { method: 'POST' }] as const;
    await aForge({ 'read:label:confluence': {}, 'write:label:confluence': {} });
    expect(await request('app', ...label)).toMatchObject({ status: 200 });
    await forge.close();
    await aForge({ 'write:label:confluence': {} });
    expect(await request('app', ...label)).toMatchObject({ status: 401 });
  });

  it('whose connection breaks rejects as fetch does', async () => {
    await aForge(READ, {
      site: {
        service: {
          handle: () => Promise.reject(Object.assign(new Error('lost'), { name: 'ConnectionLostError' })),
        },
        user: () => undefined,
        operation: () => undefined,
      },
    });
    expect(await request('app', '/wiki/api/v2/pages/1')).toEqual({
      name: 'TypeError',
      message: 'fetch failed',
      cause: 'ECONNRESET',
    });
  });

  it('that the site does not know is remembered', async () => {
    await aForge(READ, {
      site: {
        service: { handle: () => Promise.resolve(Response.json({}, { status: 501 })) },
        user: () => undefined,
        operation: () => undefined,
      },
    });
    expect(await request('app', '/wiki/api/v2/moon')).toMatchObject({ status: 501 });
    await request('app', '/wiki/api/v2/moon');
    expect(forge.unemulated.list()).toMatchObject([
      { target: 'confluence', method: 'GET', path: '/wiki/api/v2/moon', count: 2 },
    ]);
  });
});

describe('what the host does not emulate', () => {
  it('is answered 501 with its name, and remembered', async () => {
    forge = await createTestForge();
    expect(await request('app', '/wiki/api/v2/pages/1')).toEqual({
      status: 501,
      body: JSON.stringify({ message: 'Not emulated: GET /wiki/api/v2/pages/1 (confluence)' }),
    });
    await forge.send({ ask: 'graph' });
    expect(forge.reports().at(-1)).toMatchObject({ status: 501 });
    expect(forge.unemulated.list()).toMatchObject([
      { target: 'stargate', method: 'POST', path: '/graphql' },
      { target: 'confluence', method: 'GET', path: '/wiki/api/v2/pages/1' },
    ]);
  });
});

describe('an address outside Atlassian', () => {
  it('that the manifest does not declare is refused in Forge’s words', async () => {
    await aForge(READ);
    await forge.send({ ask: 'fetch', url: 'https://evil.example.com/x' });
    expect(forge.reports().at(-1)).toEqual({
      name: 'REQUEST_EGRESS_ALLOWLIST_ERR',
      message:
        'URL not included in the external fetch backend permissions: https://evil.example.com/x. Visit go.atlassian.com/forge-egress for more information.',
    });
  });

  it('that the manifest declares is answered by whoever stands in for it, and otherwise not emulated', async () => {
    await aForge(READ);
    await forge.send({ ask: 'fetch', url: 'https://hooks.example.com/x' });
    expect(forge.reports().at(-1)).toEqual({ status: 501 });
    await forge.close();
    await aForge(READ, { external: () => Promise.resolve({ kind: 'answered', status: 202, headers: [] }) });
    await forge.send({ ask: 'fetch', url: 'https://hooks.example.com/x' });
    expect(forge.reports().at(-1)).toEqual({ status: 202 });
  });
});
