// The Frame of the admin page in a real browser: a rule file goes out and comes back changed, and a rule is
// edited as JSON with completion.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { spawnHost } from '../support/spawned-host';
import { launchBrowser } from './browser';
import type { Browser, Page } from 'playwright-core';
import type { RuleSet } from '../../src/core/rules/rule';
import type { SpawnedHost } from '../support/spawned-host';

let dataDir: string;
let host: SpawnedHost;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'rulewright-'));
  host = await spawnHost(dataDir);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});

afterAll(async () => {
  await browser?.close();
  await host?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What the Frame shows. */
function frame() {
  return page.frameLocator('iframe[src*="rule-files"]');
}

it('downloads the rules as a file, and imports it again after it was changed', async () => {
  await page.goto(`${host.url}/wiki/admin/rulewright`);
  await page.getByRole('tab', { name: 'Transfer' }).click();
  await frame().getByText('Choose a rule file').waitFor();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('rulewright-rules.json');
  const file = join(dataDir, 'rules.json');
  await download.saveAs(file);

  const set = JSON.parse(readFileSync(file, 'utf8')) as RuleSet;
  const [first] = set.rules;
  writeFileSync(
    file,
    JSON.stringify({ ...set, rules: [...set.rules, { ...first, id: 'a-copy', name: 'A copy' }] }),
  );
  await frame().locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Import 1 rule' }).click();
  await page.getByText('1 rule was imported.').waitFor();
  await page.getByRole('button', { name: 'See the rules' }).click();
  const row = page.getByRole('row').filter({ hasText: 'A copy' });
  await row.getByText('Off', { exact: true }).waitFor();
});

it('refuses a file that is no text, and says so on the page', async () => {
  await page.getByRole('tab', { name: 'Transfer' }).click();
  const file = join(dataDir, 'picture.json');
  writeFileSync(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]));
  await frame().locator('input[type=file]').setInputFiles(file);
  await page.getByText('picture.json cannot be used').waitFor();
});

it('edits a rule as JSON with completion, and saves it', async () => {
  await page.getByRole('tab', { name: 'Rules' }).click();
  await page.getByRole('button', { name: 'A copy', exact: true }).click();
  await page.getByRole('button', { name: 'JSON', exact: true }).click();
  const text = frame().getByRole('textbox', { name: 'Rule as JSON' });
  await text.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.type(',\n"onl', { delay: 20 });
  await frame().getByText('onlyIfStill').waitFor();
  await takeCompletion();
  await page.keyboard.type('tr', { delay: 20 });
  await frame().getByRole('option', { name: 'true' }).waitFor();
  await takeCompletion();
  await page.getByRole('button', { name: 'Form', exact: true }).click();
  await page.getByRole('button', { name: 'More: description, owner, order, limits' }).click();
  await expect.poll(() => page.getByLabel('Look again before acting').isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Save rule' }).click();
  await page.getByText('“A copy” was saved').waitFor();
});

/** CodeMirror takes no choice in the first moments of a list, so that a hasty Enter stays a line end. */
async function takeCompletion(): Promise<void> {
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
}
