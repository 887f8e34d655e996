// The first minute of a newcomer, through the pages alone: start the product, create a page, see the rule act,
// find the run on the admin page.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser';
import type { ChildProcess } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';

const ROOT = resolve(import.meta.dirname, '../..');
const SCREENSHOTS = join(ROOT, 'dist', 'screenshots');

/** What the product promises between publishing a page and seeing what a rule did. */
const RULE_VISIBLE_MS = 2000;

let dataDir: string;
let host: ChildProcess;
let url: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  dataDir = mkdtempSync(join(tmpdir(), 'rulewright-'));
  // As `npm start` does it, on a free port.
  host = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'src/local/main.ts', '--port', '0', '--data', dataDir],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  url = await addressOf(host);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
});

afterAll(async () => {
  await browser?.close();
  const exited = new Promise((done) => host?.once('exit', done));
  host?.kill('SIGTERM');
  await exited;
  rmSync(dataDir, { recursive: true, force: true });
});

/** The address that the product prints when it can serve. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (found !== undefined) done(found);
    });
    child.once('exit', (code) => fail(new Error(`npm start ended with ${code}: ${printed}`)));
  });
}

it('labels and greets a meeting page within two seconds, and shows the run', async () => {
  await page.goto(url);
  await page
    .getByRole('link', { name: /Demo space/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: 'Create page' })
    .or(page.getByRole('link', { name: 'Create page' }))
    .first()
    .click();
  await page.getByLabel('Title').fill('Meeting: budget');
  await page.getByLabel('Body', { exact: true }).fill('Agenda: numbers, then lunch.');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('heading', { name: 'Meeting: budget' }).waitFor();
  const published = Date.now();
  await page.getByText('meeting-notes', { exact: true }).first().waitFor({ timeout: RULE_VISIBLE_MS });
  await page
    .getByText(/Thanks/)
    .first()
    .waitFor({ timeout: RULE_VISIBLE_MS });
  expect(Date.now() - published).toBeLessThan(RULE_VISIBLE_MS);
  await page.screenshot({ path: join(SCREENSHOTS, 'page-after-rule.png') });

  await page.getByRole('link', { name: 'Automation' }).click();
  await page.getByText('Label meeting notes').first().waitFor();
  await page.screenshot({ path: join(SCREENSHOTS, 'admin-rules.png') });
  await page.getByRole('tab', { name: 'Activity' }).click();
  await page.getByText('Meeting: budget').first().waitFor();
  await page.screenshot({ path: join(SCREENSHOTS, 'admin-activity.png') });
});

it('fits a narrow window', async () => {
  await page.setViewportSize({ width: 400, height: 860 });
  for (const [name, path] of [
    ['admin-narrow', '/wiki/admin/rulewright'],
    ['space-narrow', '/wiki/spaces/DEMO'],
  ] as const) {
    await page.goto(`${url}${path}`);
    await page
      .getByText(/Label meeting notes|Meeting: budget/)
      .first()
      .waitFor();
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
