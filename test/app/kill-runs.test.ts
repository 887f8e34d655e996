// The host is killed with SIGKILL at random moments while pages pour in, and started again, twenty times. In the end
// every page has its label and its comment, once, whether or not the site came to acknowledge it.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/local/host';
import { bundleApp } from '../../src/local/runtime/bundle';
import { seededRandom } from '../core/events/mutate-payload';
import { bundleProcess } from '../support/bundle-process';
import { commentsOf, createAppHost, labelsOf, START_MS } from './app-host';

const PROCESS = join(import.meta.dirname, '..', 'support', 'pour-pages.ts');
const ROUNDS = 20;
const HOUR_MS = 3_600_000;

/** The kill comes at most so long after the page that it waits for. */
const MAX_DELAY_MS = 150;

let folder: string;
let dataDir: string;
/** The app, bundled once for all rounds. */
let appFile: string;
/** The program that is killed, bundled too. */
let processFile: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rulewright-kill-runs-'));
  dataDir = join(folder, 'data');
  appFile = join(folder, 'app.cjs');
  const { code } = await bundleApp(join(PROJECT_ROOT, 'src', 'index.ts'));
  writeFileSync(appFile, code);
  processFile = await bundleProcess(PROCESS, 'pour-pages');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(processFile, { force: true });
});

/** Runs one round and kills it `delayMs` after it has acknowledged so many pages. Answers their titles. */
function pourAndKill(round: number, after: number, delayMs: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [processFile, dataDir, String(round), appFile]);
    let printed = '';
    const made = (): string[] => [...printed.matchAll(/^made (.+)$/gm)].map(([, title = '']) => title);
    let waits = true;
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString();
      const isTime = printed.includes('ready') && (made().length >= after || printed.includes('at rest'));
      if (!waits || !isTime) return;
      waits = false;
      setTimeout(() => child.kill('SIGKILL'), delayMs);
    });
    let complaints = '';
    child.stderr.on('data', (data: Buffer) => (complaints += data.toString()));
    child.on('exit', (_, signal) =>
      signal === 'SIGKILL' ? resolve(made()) : reject(new Error(`${printed}${complaints}`)),
    );
  });
}

it('loses nothing and does nothing twice', async () => {
  const random = seededRandom(20);
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const after = Math.floor(random() * 8);
    acknowledged.push(...(await pourAndKill(round, after, Math.floor(random() * MAX_DELAY_MS))));
  }
  const host = await createAppHost({
    dataDir,
    clock: { mode: 'manual', startMs: START_MS + ROUNDS * HOUR_MS },
  });
  try {
    await host.whenIdle();
    await host.clock.advance(2 * HOUR_MS);
    await host.whenIdle();
    const pages: { id: string; title: string }[] = [];
    let path: string | undefined = '/wiki/api/v2/pages?limit=100';
    while (path !== undefined) {
      const answer: { results: { id: string; title: string }[]; _links?: { next?: string } } =
        await host.rest('GET', path);
      pages.push(...answer.results.filter(({ title }) => title.startsWith('Poured ')));
      path = answer._links?.next;
    }
    const titles = new Set(pages.map(({ title }) => title));
    expect(acknowledged.filter((title) => !titles.has(title))).toEqual([]);
    expect(pages.length).toBeGreaterThan(ROUNDS);
    for (const { id, title } of pages) {
      const done = { title, comments: (await commentsOf(host, id)).length, labels: await labelsOf(host, id) };
      expect(done).toEqual({ title, comments: 1, labels: ['seen'] });
    }
  } finally {
    await host.dispose();
  }
}, 600_000);
