// Finding out, and putting right, through the pages alone: why a rule did not act on an event or would not on a page,
// and failed runs that are tried again, one and all of them, once what was wrong has been changed in the settings.

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { useSite } from './site-harness';
import type { Locator } from 'playwright-core';

const SCREENSHOTS = join(resolve(import.meta.dirname, '../..'), 'dist', 'screenshots');

const site = useSite();

const button = (name: string | RegExp): Locator => site.page.getByRole('button', { name });
const tab = (name: string): Locator => site.page.getByRole('tab', { name, exact: true });

async function openAdmin(): Promise<void> {
  site.page.setDefaultTimeout(60_000);
  await site.page.goto(`${site.host.url}/wiki/admin/rulewright`);
  await tab('Rules').waitFor();
}

async function publish(title: string): Promise<void> {
  const { page, host } = site;
  await page.goto(`${host.url}/wiki/spaces/DEMO/pages/new`);
  await page.getByLabel('Title').fill(title);
  await button('Publish').click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

async function pick(name: string | RegExp, text: string): Promise<void> {
  await site.page.getByRole('combobox', { name }).fill(text);
  await site.page.getByRole('option').first().waitFor();
  await site.page.keyboard.press('Enter');
}

it('says why a rule did not act on an event, and what it would do on the next change of a page', async () => {
  const { page } = site;
  await openAdmin();
  await button('Create rule').first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Archive old pages');
  await pick(/^Events/, 'page created');
  await button('Add a test').click();
  await pick('Field', 'content.title');
  await pick('Test', 'starts with');
  await page.getByRole('textbox', { name: 'Value' }).fill('Old');
  await pick('Add an action', 'Archive the page');
  await button('Save rule').click();
  await page.getByText('“Archive old pages” was saved').first().waitFor();
  await publish('New plans');

  await openAdmin();
  await tab('Why not?').click();
  await page.getByRole('row').filter({ hasText: 'New plans' }).getByRole('button').click();
  await page.getByRole('heading', { name: 'Archive old pages' }).waitFor();
  await page.getByText('Condition not met', { exact: true }).waitFor();
  await button('Show the condition').click();
  await page.getByText('New plans').nth(1).waitFor();
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, 'admin-why-not.png'), fullPage: true });

  await button('Back to the events').click();
  await pick('Only what happened to', 'New plans');
  await button('On its next change').click();
  await page.getByText('If “New plans” were changed now').waitFor();
  await page.getByText('Other event', { exact: true }).waitFor();
});

it('tries failed runs again, one and then every one, once they can succeed', async () => {
  const { page } = site;
  for (const title of ['Old: one', 'Old: two', 'Old: three']) await publish(title);
  await openAdmin();
  await tab('Activity').click();
  await pick('Outcome', 'Failed');
  const rows = page.getByRole('row').filter({ hasText: 'Old:' });
  await expect.poll(() => rows.count()).toBe(3);

  await tab('Settings').click();
  await page.getByText('Allow rules to trash, archive and restrict').click();
  await button('Save settings').click();
  await page.getByText('The settings were saved').first().waitFor();

  await tab('Activity').click();
  await page.getByRole('row').filter({ hasText: 'Old: two' }).getByRole('button').click();
  await page.getByText('Attempt 1').first().waitFor();
  await button('Try again').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Try this run again?').waitFor();
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('One run is being tried again').first().waitFor();
  await page.getByText('Succeeded', { exact: true }).waitFor();
  await page.getByText('Attempt 2').first().waitFor();

  await button('Back to activity').click();
  await expect.poll(() => rows.count()).toBe(2);
  await button('Try every failed run again').click();
  await dialog.getByText('Try every failed run again?').waitFor();
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('2 runs are being tried again').first().waitFor();
  await page.getByRole('heading', { name: 'No run fits' }).waitFor();
  await pick('Outcome', 'Succeeded');
  const shown = async () => {
    await button('Refresh').click();
    return rows.count();
  };
  await expect.poll(shown).toBe(3);
});
