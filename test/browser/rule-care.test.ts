// What an admin does with rules over time, through the page alone: a pack from the empty page, an import with a
// conflict, an earlier version restored.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { spawnHost } from '../support/spawned-host';
import { launchBrowser } from './browser';
import type { Browser, Page } from 'playwright-core';
import type { SpawnedHost } from '../support/spawned-host';

const SCREENSHOTS = join(resolve(import.meta.dirname, '../..'), 'dist', 'screenshots');

let folder: string;
let host: SpawnedHost;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'rulewright-'));
  host = await spawnHost(folder);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  page.setDefaultTimeout(60_000);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await host?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const button = (name: string | RegExp) => page.getByRole('button', { name });

it('adds a pack from the empty page', async () => {
  await page.goto(`${host.url}/wiki/admin/rulewright`);
  await button('Choose several').click();
  await button('All on this page').click();
  await button('Delete').click();
  await button(/^Delete (rule|\d+ rules)$/).click();
  await button('Choose a pack').click();
  await page.screenshot({ path: join(SCREENSHOTS, 'admin-packs.png'), fullPage: true });
  await button('Look at Meeting notes').click();
  await page.getByLabel('Spaces it is for').fill('DEMO');
  await button(/^Add \d rules$/).click();
  await button('See the rules').click();
  await button('Ask for decisions').waitFor();
  expect(await page.getByText('Off', { exact: true }).count()).toBeGreaterThanOrEqual(2);
}, 120_000);

it('imports with a conflict: keeps what was edited here, or takes what the file says', async () => {
  await button('Ask for decisions').click();
  await page.getByRole('textbox', { name: /^Name/ }).fill('Ask for decisions, kindly');
  await button('Save rule').click();
  await button('Ask for decisions, kindly').waitFor();

  await page.getByRole('tab', { name: 'Transfer' }).click();
  const rule = {
    when: ['avi:confluence:created:page'],
    then: [{ id: 'label', action: 'label.add', with: { labels: ['team'] } }],
  };
  const rules = [
    { ...rule, id: 'meeting-notes-remind', name: 'Ask for decisions, firmly' },
    { ...rule, id: 'team', name: 'Label team pages' },
  ];
  const text = JSON.stringify({ format: 'rulewright', version: 1, rules });
  await page.getByLabel('Rule set as JSON').fill(text);
  await button('Show what would change').click();
  await button('Conflict 1').waitFor();
  await page.screenshot({ path: join(SCREENSHOTS, 'admin-import.png'), fullPage: true });
  await button('Choose all').click();
  await button('Import 2 rules').click();
  await page.getByText('2 rules were imported.').waitFor();
  await button('See the rules').click();
  await button('Ask for decisions, firmly').waitFor();
  await button('Label team pages').waitFor();
}, 120_000);

it('restores the version that was edited by hand', async () => {
  const row = page.getByRole('row').filter({ hasText: 'Ask for decisions, firmly' });
  await row.getByRole('button', { name: 'More' }).click();
  await button('History').click();
  await button('Compare version 2').click();
  await page
    .getByText(/is called "Ask for decisions, kindly"/)
    .last()
    .waitFor();
  await page.screenshot({ path: join(SCREENSHOTS, 'admin-version.png') });
  await button('Restore version 2').click();
  await page.getByText('Version 4', { exact: true }).waitFor();
  await button('Back').click();
  await button('Ask for decisions, kindly').waitFor();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await button('Changes').click();
  await page.getByText('Restored an earlier version').first().waitFor();
}, 120_000);

it('keeps a connection whose address an administrator allows in the dialog of Confluence', async () => {
  await button('Settings').click();
  await page.locator('[name="connection-name"]').fill('team-chat');
  await page.locator('[name="connection-url"]').fill('https://hooks.example.com/T0/path');
  await button('Save connection').click();
  const dialog = page.getByRole('dialog').filter({ hasText: 'Allow this app to connect?' });
  await dialog.getByText('https://hooks.example.com').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('The administrator did not approve the addresses.').waitFor();
  const row = page.getByRole('row').filter({ hasText: 'team-chat' });
  await row.getByText('Not allowed yet').waitFor();
  await row.getByRole('button', { name: 'Allow' }).click();
  await dialog.getByRole('button', { name: 'Allow' }).click();
  await row.getByText('Allowed', { exact: true }).waitFor();
  await button('No longer allow').click();
  await page.getByRole('dialog').getByRole('button', { name: 'No longer allow' }).click();
  await page.getByText('Nothing is allowed yet, so no message leaves Confluence.').waitFor();
  await row.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('There are no connections yet').waitFor();
}, 120_000);

it('lets people keep rules whom an administrator has named, from the page among the apps', async () => {
  await becomes('Mia Member');
  await page.getByRole('link', { name: 'Automation' }).click();
  await page.getByText('You cannot see this page').waitFor();

  await becomes('Ada Admin');
  await page.getByRole('link', { name: 'Automation' }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('combobox', { name: /^People who may change rules/ }).fill('Mia');
  await page.getByRole('option', { name: /Mia Member/ }).click();
  await button('Save settings').click();
  await page.getByText('The settings were saved').waitFor();

  await becomes('Mia Member');
  await page.getByRole('link', { name: 'Automation' }).click();
  await page.waitForURL('**/wiki/apps/automation');
  await button('Create rule').waitFor();
  const row = page.getByRole('row').filter({ hasText: 'Label team pages' });
  await row.getByRole('button', { name: 'More' }).click();
  await button('Delete').click();
  await button(/^Delete (rule|\d+ rules)$/).click();
  await button('Label team pages').waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByLabel('Keep runs for (days)').fill('5');
  await button('Save settings').click();
  await page.getByText('Only Confluence administrators may change the settings').waitFor();
  await page.screenshot({ path: join(SCREENSHOTS, 'admin-editor-settings.png'), fullPage: true });
}, 120_000);

async function becomes(name: string): Promise<void> {
  await page.goto(host.url);
  await page.getByRole('button', { name: /Switch user/ }).click();
  await page.getByRole('menuitemradio', { name: new RegExp(name) }).click();
}
