import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../../src/local/host';
import { loadManifest, parseManifest } from '../../../src/local/manifest/parse-manifest';

const aManifest = (changes: object = {}): object => ({
  app: { id: 'ari:cloud:ecosystem::app/x' },
  modules: {},
  ...changes,
});

describe('a manifest', () => {
  it('of this project is one that the host can run', async () => {
    const manifest = await loadManifest(join(PROJECT_ROOT, 'manifest.yml'));
    const keys = manifest.functions.map(({ key }) => key);
    for (const { function: key } of [...manifest.triggers, ...manifest.consumers, ...manifest.schedules]) {
      expect(keys).toContain(key);
    }
    expect(manifest.pages.map(({ type }) => type)).toEqual([
      'confluence:globalSettings',
      'confluence:globalPage',
      'confluence:spaceSettings',
      'confluence:contentAction',
    ]);
    for (const { resolver } of manifest.pages) expect(keys).toContain(resolver);
    expect(manifest.resources.map(({ key }) => key)).toEqual([
      'main',
      'space-automation',
      'page-automation',
      'rule-files',
    ]);
  });

  it('may name its scopes in a list or in a map', () => {
    const list = parseManifest(aManifest({ permissions: { scopes: ['a', 'b'] } }));
    expect([...list.scopes]).toEqual([
      ['a', { allowImpersonation: false }],
      ['b', { allowImpersonation: false }],
    ]);
    const map = parseManifest(
      aManifest({ permissions: { scopes: { a: {}, b: { allowImpersonation: true }, c: null } } }),
    );
    expect([...map.scopes]).toEqual([
      ['a', { allowImpersonation: false }],
      ['b', { allowImpersonation: true }],
      ['c', { allowImpersonation: false }],
    ]);
  });

  it('may filter a whole trigger and single events', () => {
    const trigger = {
      key: 't',
      function: 'f',
      events: ['one', { eventType: 'two', filter: { expression: 'event.x', onError: 'RECEIVE' } }],
      filter: { expression: 'event.y' },
    };
    expect(parseManifest(aManifest({ modules: { trigger: [trigger] } })).triggers).toEqual([
      {
        key: 't',
        function: 'f',
        events: [
          { eventType: 'one' },
          { eventType: 'two', filter: { expression: 'event.x', onError: 'RECEIVE' } },
        ],
        filter: { expression: 'event.y', onError: 'IGNORE_AND_LOG' },
      },
    ]);
  });

  it('gives each function its own memory, else the app’s, else 512 MB', () => {
    const fn = [
      { key: 'a', handler: 'index.a' },
      { key: 'b', handler: 'index.b', runtime: { memoryMB: 128 } },
    ];
    const memory = (app: object): number[] =>
      parseManifest({ ...aManifest({ modules: { function: fn } }), app }).functions.map(
        ({ memoryMB }) => memoryMB,
      );
    expect(memory({ id: 'x', runtime: { memoryMB: 256 } })).toEqual([256, 128]);
    expect(memory({ id: 'x' })).toEqual([512, 128]);
  });

  it('may name addresses to fetch in either form; a remote is none', () => {
    const backend = [
      'https://a.example.com',
      { address: '*.b.example.com', category: 'analytics' },
      { remote: 'r' },
    ];
    const { egress } = parseManifest(aManifest({ permissions: { external: { fetch: { backend } } } }));
    expect(egress).toEqual(['https://a.example.com', '*.b.example.com']);
  });

  it('that the host cannot run is refused with every problem', () => {
    const modules = {
      function: [{ key: 'a' }],
      scheduledTrigger: [{ key: 's', function: 'a', interval: 'minute' }],
    };
    expect(() => parseManifest({ app: {}, modules })).toThrow(
      /app\.id: .*modules\.function\.0\.handler: .*modules\.scheduledTrigger\.0\.interval: /,
    );
    expect(() => parseManifest('text')).toThrow('Failed to read the manifest');
  });
});
