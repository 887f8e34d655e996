import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createHost } from '../../../src/local/host';
import { parseManifest } from '../../../src/local/manifest/parse-manifest';
import { START_MS, appCode, probeManifest } from '../local-forge-harness';
import type { Host, HostOptions } from '../../../src/local/host';

const hosts: Host[] = [];
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.dispose();
});

async function aHost(options: HostOptions = {}): Promise<Host> {
  const host = await createHost({
    app: { manifest: parseManifest(probeManifest()), bundle: { code: await appCode('probe') } },
    clock: { mode: 'manual', startMs: START_MS },
    pages: false,
    ...options,
  });
  hosts.push(host);
  return host;
}

const EVENT = { eventType: 'avi:confluence:created:page' };

function portIsFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

describe('a host', () => {
  it('leaves nothing behind when it is disposed of, even in the middle of work', async () => {
    const globalsBefore = Object.keys(globalThis);
    const host = await aHost();
    const port = Number(new URL(host.url).port);
    const { dataDir }: { dataDir: string } = (await (
      await fetch(`${host.url}/_host/api/status`)
    ).json()) as never;
    expect(existsSync(dataDir)).toBe(true);
    await host.forge.delivery.accept({ ...EVENT, ask: 'hang' }, 'fired');
    await host.forge.delivery.accept({ ...EVENT, ask: 'spin' }, 'fired');
    const stream = await fetch(`${host.url}/_host/api/changes`);
    await host.dispose();
    await stream.text().catch(() => undefined);
    expect(existsSync(dataDir)).toBe(false);
    expect(await portIsFree(port)).toBe(true);
    expect(Object.keys(globalThis)).toEqual(globalsBefore);
    expect('__forge_fetch__' in globalThis).toBe(false);
  });

  it('can be disposed of twice', async () => {
    const host = await aHost();
    await host.dispose();
    await host.dispose();
  });

  it('stands beside others, each with its own state', async () => {
    const [one, other] = [await aHost(), await aHost()];
    expect(one.url).not.toBe(other.url);
    await one.forge.delivery.accept(EVENT, 'fired');
    await one.whenIdle();
    expect(one.forge.runtime.invocations.list()).toHaveLength(1);
    expect(other.forge.runtime.invocations.list()).toEqual([]);
  });

  it('refuses a taken port before it does anything', async () => {
    const one = await aHost();
    const port = Number(new URL(one.url).port);
    const dataDir = join(tmpdir(), `rulewright-test-never-${port}`);
    await expect(aHost({ port, dataDir })).rejects.toThrow(`Failed to listen on port ${port}: it is taken.`);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('frees its port when it cannot start', async () => {
    const before = await aHost();
    const port = Number(new URL(before.url).port);
    await before.dispose();
    await expect(aHost({ port, rules: ['nowhere.json'] })).rejects.toThrow('nowhere.json');
    expect(await portIsFree(port)).toBe(true);
  });

  it('keeps the site in its folder over a restart', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'rulewright-test-'));
    const spacesOf = async (host: Host): Promise<unknown> =>
      ((await (await fetch(`${host.url}/wiki/api/v2/spaces`)).json()) as { results: unknown }).results;
    const before = await aHost({ dataDir });
    const spaces = await spacesOf(before);
    await before.dispose();
    const after = await aHost({ dataDir });
    expect(await spacesOf(after)).toEqual(spaces);
    await after.dispose();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('begins with the faults and the ways of delivery that it is given', async () => {
    const host = await aHost({
      faults: [{ service: 'confluence', do: { kind: 'lost', when: 'before' } }],
      delivery: { delayMs: 1000 },
    });
    expect(host.faults.list()).toHaveLength(1);
    await host.forge.delivery.accept(EVENT, 'fired');
    await host.whenIdle();
    expect(host.forge.runtime.invocations.list()).toEqual([]);
    await host.clock.advance(1000);
    expect(host.forge.runtime.invocations.list()).toHaveLength(1);
  });

  it('publishes what happens on the site, and says whether the app did it as itself', async () => {
    const scopes = { 'write:confluence-content': { allowImpersonation: true } };
    const host = await aHost({
      app: {
        manifest: parseManifest(probeManifest({ permissions: { scopes } })),
        bundle: { code: await appCode('probe') },
      },
    });
    const ask = async (method: string, path: string, body?: unknown): Promise<never> => {
      const response = await fetch(host.url + path, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return (await response.json()) as never;
    };
    const newest = (): unknown => host.forge.delivery.events.list().find(({ origin }) => origin === 'site');
    const { results }: { results: { id: string }[] } = await ask('GET', '/wiki/api/v2/spaces');
    const { id }: { id: string } = await ask('POST', '/wiki/api/v2/pages', {
      spaceId: results[0]?.id,
      status: 'current',
      title: 'By hand',
      body: { representation: 'storage', value: '<p>x</p>' },
    });
    await host.whenIdle();
    expect(newest()).toMatchObject({
      type: 'avi:confluence:created:page',
      payload: { selfGenerated: false, content: { title: 'By hand' } },
      deliveries: [{ status: 'delivered' }],
    });

    const member = host.site
      .users()
      .find(({ admin, app, access, active }) => !admin && !app && access && active);
    for (const [as, name, selfGenerated] of [
      ['app', 'by-the-app', true],
      [{ user: member?.accountId ?? '' }, 'by-a-member', false],
    ] as const) {
      const request = { ask: 'request', as, method: 'POST', path: `/wiki/rest/api/content/${id}/label` };
      await host.forge.delivery.accept({ ...EVENT, ...request, body: [{ prefix: 'global', name }] }, 'fired');
      await host.whenIdle();
      expect(newest()).toMatchObject({
        type: 'avi:confluence:added:label',
        payload: { selfGenerated, label: { name } },
      });
    }
  });
});

describe('firing an event', () => {
  it('says what keeps it from being told when the app cannot say', async () => {
    const host = await aHost();
    await expect(host.fire(EVENT)).rejects.toThrow('inspectEvent');
  });
});
