// Moving things about in the small Confluence, the host's own pages, themes and small screens, on the real host.

import { describe, expect, it } from 'vitest';
import { createPage } from '../app/app-host';
import { useSite } from './site-harness';

const NARROW = { width: 400, height: 800 };

const site = useSite();

describe('moving things about', () => {
  it('trashes a page and takes it out again', async () => {
    const { page } = site;
    await site.openNewPage('Thrown away');
    await site.choose('Move to trash');
    await page.getByRole('dialog').getByRole('button', { name: 'Move to trash' }).click();
    await page.getByRole('link', { name: 'Trash and archive' }).click();
    const row = page.locator('li').filter({ hasText: 'Thrown away' });
    await row.getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('link', { name: 'Thrown away' }).waitFor();
    expect(await site.eventTypes()).toEqual(
      expect.arrayContaining(['avi:confluence:trashed:page', 'avi:confluence:restored:page']),
    );
  });

  it('copies a page, moves it under another, and archives it', async () => {
    const { page } = site;
    await site.openNewPage('Movable');
    await site.choose('Copy');
    await page.getByLabel('Title of the copy').fill('Moved copy');
    await page.getByRole('dialog').getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('heading', { name: 'Moved copy', level: 1 }).waitFor();
    await site.choose('Move');
    await page.getByRole('dialog').getByLabel('Page').fill('Movable');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
    await page
      .locator('.page-tree li', { has: page.getByRole('link', { name: 'Movable', exact: true }) })
      .locator('.page-tree')
      .getByRole('link', { name: 'Moved copy' })
      .first()
      .waitFor();
    await site.choose('Archive');
    await page.getByText('archived').first().waitFor();
    expect(await site.eventTypes()).toEqual(
      expect.arrayContaining([
        'avi:confluence:copied:page',
        'avi:confluence:moved:page',
        'avi:confluence:archived:page',
      ]),
    );
  });

  it('sets a status and hides a page from everyone else', async () => {
    const { host, page } = site;
    const id = await site.openNewPage('Secret');
    await site.choose('Set status');
    await page.getByRole('dialog').getByLabel('In progress').check({ force: true });
    await page.getByRole('dialog').getByRole('button', { name: 'Set' }).click();
    await page.locator('.byline').getByText('In progress').waitFor();
    await site.choose('Let only me see it');
    await page.getByRole('button', { name: /Switch user/ }).click();
    await page.getByRole('menuitemradio', { name: /Mia Member/ }).click();
    await page.getByText('This page does not exist, or you may not see it').waitFor();
    await page.goto(`${host.url}/wiki/spaces/DEMO/pages/${id}`);
    await page.getByText('This page does not exist, or you may not see it').waitFor();
  });

  it('runs a live doc through its life', async () => {
    const { host, page } = site;
    await page.goto(`${host.url}/wiki/spaces/DEMO/pages/new?live`);
    await page.getByLabel('Title').fill('Alive');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Live doc', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await page.getByLabel('Body', { exact: true }).fill('Some words');
    await page.getByRole('button', { name: 'End editing' }).click();
    await page.getByText('Some words').waitFor();
    await site.choose('Turn the live doc into a page');
    await page.getByText('Live doc', { exact: true }).waitFor({ state: 'detached' });
    expect(await site.eventTypes()).toEqual(
      expect.arrayContaining(['avi:confluence:started:page', 'avi:confluence:published:page']),
    );
  });

  it('makes a whiteboard, a space and a template', async () => {
    const { host, page } = site;
    await page.goto(`${host.url}/wiki/spaces/DEMO`);
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Whiteboard' }).click();
    await page.getByRole('dialog').getByLabel('Title').fill('Sketch');
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'Sketch', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Space settings' }).click();
    await page.getByLabel('New template').fill('Minutes');
    await page.getByRole('button', { name: 'Create template' }).click();
    await page.locator('li').filter({ hasText: 'Minutes' }).waitFor();
    await page.goto(`${host.url}/wiki/spaces`);
    await page.getByRole('button', { name: 'Create space' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('New Ventures');
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    await page.waitForURL('**/wiki/spaces/NV');
    expect(await site.eventTypes()).toEqual(
      expect.arrayContaining(['avi:confluence:created:whiteboard', 'avi:confluence:created:space:V2']),
    );
  });
});

describe("the host's own pages", () => {
  it('shows events and invocations, and adds and clears a fault', async () => {
    const { host, page } = site;
    await createPage(host, 'Noticed');
    await page.goto(`${host.url}/_host/events`);
    await page.locator('.log summary').filter({ hasText: 'avi:confluence:created:page' }).first().click();
    await page.locator('.log details[open] pre').first().waitFor();
    await page.getByRole('navigation', { name: 'Host pages' }).getByRole('link', { name: 'Faults' }).click();
    await page.getByLabel('Path').fill('footer-comments');
    await page.getByRole('button', { name: 'Add fault' }).click();
    await page.getByText('"retryAfterSeconds": 7').waitFor();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByText('Nothing is made to fail').waitFor();
  });

  it('moves the clock', async () => {
    const { host, page } = site;
    await page.goto(`${host.url}/wiki/spaces`);
    const before = host.clock.nowMs();
    await page.getByRole('button', { name: /Host time/ }).click();
    await page.getByRole('menuitem', { name: '+15 min' }).click();
    await expect.poll(() => host.clock.nowMs()).toBeGreaterThanOrEqual(before + 15 * 60_000);
  });
});

describe('fitting people and screens', () => {
  it('remembers the theme', async () => {
    const { host, page } = site;
    await page.goto(`${host.url}/wiki/spaces`);
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    const mode = (): Promise<string | null> => page.locator('html').getAttribute('data-color-mode');
    await expect.poll(mode).toBe('dark');
    await page.reload();
    await expect.poll(mode).toBe('dark');
  });

  it('lets the keyboard skip to the page', async () => {
    const { host, page } = site;
    await page.goto(`${host.url}/wiki/spaces`);
    await page.getByRole('heading', { name: 'Spaces' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the page');
  });

  it('needs no sideways scrolling at 400 pixels', async () => {
    const { host, page } = site;
    const id = await createPage(host, 'A rather long title that would not fit onto one line of a telephone');
    await page.setViewportSize(NARROW);
    const paths = [
      '/wiki/spaces',
      '/wiki/spaces/DEMO',
      `/wiki/spaces/DEMO/pages/${id}`,
      '/_host',
      '/_host/events',
    ];
    for (const path of [...paths, '/_host/faults', '/_host/people', '/wiki/admin/rulewright']) {
      await page.goto(`${host.url}${path}`);
      await page.locator('main').getByRole('heading').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        NARROW.width,
      );
    }
  });
});
