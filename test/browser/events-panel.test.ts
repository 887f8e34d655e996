// The page that sends events: a person finds one of the catalogue, edits its sample, sends it, and sees what the rules
// decided and did.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { spawnHost } from '../support/spawned-host';
import { launchBrowser } from './browser';
import type { Browser, Page } from 'playwright-core';
import type { SpawnedHost } from '../support/spawned-host';

const SCREENSHOTS = join(resolve(import.meta.dirname, '../..'), 'dist', 'screenshots');

let dataDir: string;
let host: SpawnedHost;
let browser: Browser;
let page: Page;
const failures: string[] = [];

beforeAll(async () => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  dataDir = mkdtempSync(join(tmpdir(), 'rulewright-'));
  host = await spawnHost(dataDir);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('pageerror', (error) => failures.push(String(error)));
});

afterAll(async () => {
  await browser?.close();
  await host?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const payload = () => page.getByLabel('Payload');
const result = () => page.getByRole('region', { name: 'Result' });

it('finds an event by its words or its id, under its heading', async () => {
  await page.goto(`${host.url}/_host/events`);
  await page
    .getByRole('navigation', { name: 'Host pages' })
    .getByRole('link', { name: 'Send an event' })
    .click();
  await payload().waitFor();
  expect(await page.getByRole('group', { name: 'Events' }).getByRole('button').count()).toBeGreaterThan(70);
  await page.getByLabel('Find an event').fill('added label');
  await page.getByRole('region', { name: 'Labels' }).getByRole('button', { name: 'Label added' }).click();
  expect(JSON.parse(await payload().inputValue())).toMatchObject({ eventType: 'avi:confluence:added:label' });
  await page.getByLabel('Find an event').fill('updated:whiteboard');
  await page.getByRole('button', { name: 'Whiteboard moved' }).waitFor();
  await page.getByLabel('Find an event').fill('teleported');
  await page.getByText('No event is called that.').waitFor();
});

it('sends an edited sample and shows verdicts and runs', async () => {
  await page.getByLabel('Find an event').fill('page created');
  await page.getByRole('button', { name: 'Page created' }).click();
  const sample = await payload().inputValue();
  await payload().fill(sample.replace('A brand new page', 'Meeting: by hand').replaceAll('"SP"', '"DEMO"'));
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await result().getByText('delivered').waitFor();
  await result().getByRole('cell', { name: 'acts', exact: true }).first().waitFor();
  await result().getByRole('cell', { name: 'label.add' }).waitFor();
  await result().getByRole('cell', { name: 'done', exact: true }).first().waitFor();
  await page.screenshot({ path: join(SCREENSHOTS, 'events-panel.png'), fullPage: true });

  await page.getByRole('button', { name: 'Back to the sample' }).click();
  expect(await payload().inputValue()).toBe(sample);
  await page.goto(`${host.url}/wiki/spaces/DEMO`);
  await page.getByRole('main').getByText('Meeting: by hand').first().waitFor();
});

it('says what is wrong with a payload, and what is too large', async () => {
  await page.goto(`${host.url}/_host/events/fire`);
  await payload().fill('{ "eventType": ');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Could not send the event').waitFor();
  const large = { eventType: 'avi:confluence:created:page', padding: 'x'.repeat(200_001) };
  await payload().fill(JSON.stringify(large));
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await result().getByText('too large').waitFor();
  await page.goto(`${host.url}/_host/events`);
  await page.getByText('too large').first().waitFor();
  expect(failures).toEqual([]);
});

it('fits a narrow window', async () => {
  await page.setViewportSize({ width: 400, height: 860 });
  await page.goto(`${host.url}/_host/events/fire`);
  await payload().waitFor();
  await page.screenshot({ path: join(SCREENSHOTS, 'events-panel-narrow.png') });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
