import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/local/manifest/parse-manifest';
import { createBrowserBundles } from '../../../src/local/server/browser-bundles';
import { pageRoutes } from '../../../src/local/server/page-routes';

const FILES = {
  'static/host/main.tsx': 'import "./main.css"; document.title = "pages";',
  'static/host/main.css': 'body { color: red }',
  'src/admin/index.tsx': 'import { nothing } from "./nowhere"; nothing();',
  'static/files/index.html': '<!doctype html><html><head><title>Files</title></head><body></body></html>',
  'static/files/main.ts': 'const n: number = 1; console.log("files", n);',
  'static/files/plain.css': 'p {}',
  'static/secret.txt': 'not for browsers',
};

let root: string;
let request: (path: string, headers?: Record<string, string>) => Promise<Response>;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rulewright-test-'));
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const manifest = parseManifest({
    app: { id: 'x' },
    modules: {},
    resources: [
      { key: 'main', path: 'src/admin/index.tsx' },
      { key: 'files', path: 'static/files/dist' },
    ],
  });
  const app = new Hono().route('/_host', pageRoutes(createBrowserBundles(root, manifest)));
  request = async (path, headers = {}) => app.request(`/_host${path}`, { headers });
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function get(path: string): Promise<{ status: number; type: string | null; text: string }> {
  const response = await request(path);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

describe('the pages’ files', () => {
  it('are bundled with their styles', async () => {
    const script = await get('/app/main.js');
    expect([script.status, script.type]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(script.text).toContain('document.title="pages"');
    expect((await get('/app/main.css')).text).toContain('color:red');
    expect((await get('/app/other.js')).status).toBe(404);
  });

  it('are not sent again to a browser that has them', async () => {
    const tag = (await request('/app/main.js')).headers.get('etag') ?? '';
    expect((await request('/app/main.js', { 'if-none-match': tag })).status).toBe(304);
    expect((await request('/app/main.css', { 'if-none-match': tag })).status).toBe(200);
  });

  it('that cannot be built answer with a script that throws the reason', async () => {
    const broken = await get('/ui-kit/main.js');
    expect(broken.status).toBe(503);
    expect(broken.text).toMatch(/^throw new Error\(".*Could not resolve .*nowhere/);
  });
});

describe('a Custom UI resource', () => {
  it('is built from the folder above its dist folder', async () => {
    expect((await get('/resource/files/main.js')).text).toContain('console.log("files"');
    expect((await get('/resource/files/plain.css')).text).toBe('p {}');
  });

  it('gets the bridge before any script of its own', async () => {
    for (const path of ['/resource/files/', '/resource/files/index.html']) {
      const page = await get(path);
      expect(page.text).toContain('<head><script src="/_host/bridge-loader.js"></script><title>');
    }
    expect((await get('/bridge-loader.js')).text).toContain('__rulewrightBridge');
    const bare = await request('/resource/files');
    expect([bare.status, bare.headers.get('location')]).toEqual([302, '/_host/resource/files/']);
  });

  it('gives away nothing outside its folder, and no sources', async () => {
    for (const path of [
      '/resource/files/%2e%2e%2fsecret.txt',
      '/resource/files/..%2fsecret.txt',
      '/resource/files/main.ts',
      '/resource/files/none',
      '/resource/other/',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });
});
