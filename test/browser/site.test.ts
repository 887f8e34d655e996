// The small Confluence as people use it: everything here is done through the pages, on the real host.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { createAppHost, createPage } from '../app/app-host';
import type { AppHost } from '../app/app-host';
import { launchBrowser } from './browser';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 400, height: 800 };

let browser: Browser;
let host: AppHost;
let page: Page;
const failures: string[] = [];

beforeAll(async () => {
  host = await createAppHost({ pages: true, clock: { mode: 'real' } });
  await host.pagesReady();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await host.dispose();
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: WIDE });
  page.on('pageerror', (error) => failures.push(String(error)));
});

afterEach(async () => {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.close();
  expect(failures).toEqual([]);
});

/** The types of the events that the site has published, newest first. */
async function eventTypes(): Promise<readonly string[]> {
  const { items } = await host.rest('GET', '/_host/api/events?limit=200');
  return items.map((event: { type: string }) => event.type);
}

/** Opens a page of the demo space made for the test. */
async function openNewPage(title: string): Promise<string> {
  const id = await createPage(host, title);
  await page.goto(`${host.url}/wiki/spaces/DEMO/pages/${id}`);
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  return id;
}

async function choose(item: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

describe('reading and writing', () => {
  it('creates a page from simple text and edits it again', async () => {
    await page.goto(`${host.url}/wiki/spaces/DEMO`);
    await page.getByRole('button', { name: 'Create page' }).click();
    await page.getByLabel('Title').fill('Plans <b>');
    await page.getByLabel('Body', { exact: true }).fill('# Goals\nFirst & last\n- one\n- two\n[] ask Mia');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('heading', { name: 'Plans <b>', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Goals' }).waitFor();
    await page.getByText('First & last').waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    const body = page.getByLabel('Body', { exact: true });
    expect(await body.inputValue()).toBe('# Goals\n\nFirst & last\n\n- one\n- two\n\n[] ask Mia');
    await body.fill('Shorter');
    await page.getByRole('button', { name: 'Update' }).click();
    await page.getByText('Shorter').waitFor();
    await page.getByText('Version 2').waitFor();
    expect(await eventTypes()).toEqual(
      expect.arrayContaining(['avi:confluence:created:page', 'avi:confluence:updated:page']),
    );
  });

  it('shows the refusal when somebody else saved in between, and keeps what was typed', async () => {
    const id = await openNewPage('Contested');
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await page.getByLabel('Body', { exact: true }).fill('mine');
    await host.rest('PUT', `/wiki/api/v2/pages/${id}`, {
      id,
      status: 'current',
      title: 'Contested',
      body: { representation: 'storage', value: '<p>theirs</p>' },
      version: { number: 2 },
    });
    await page.getByRole('button', { name: 'Update' }).click();
    await page.getByText('Could not publish').waitFor();
    expect(await page.getByLabel('Body', { exact: true }).inputValue()).toBe('mine');
  });

  it('never runs what stands in a body', async () => {
    const id = await openNewPage('Hostile');
    const value =
      '<p>before <a href="javascript:window.hacked=1">link</a></p><script>window.hacked=1</script>' +
      '<p onclick="window.hacked=1">text</p><iframe src="javascript:parent.hacked=1"></iframe>' +
      '<ac:structured-macro ac:name="html"><ac:plain-text-body><![CDATA[<script>window.hacked=1</script>]]></ac:plain-text-body></ac:structured-macro>' +
      '<p>after &eacute;</p>';
    // Past the server's own checks: what is drawn must be safe whatever was stored.
    await page.route(`**/wiki/api/v2/pages/${id}*`, async (route) => {
      const answer = await route.fetch();
      const content = await answer.json();
      await route.fulfill({ response: answer, json: { ...content, body: { storage: { value } } } });
    });
    await page.reload();
    await page.getByText('after é').waitFor();
    await page.getByText('Macro: html').waitFor();
    await page.getByText('text', { exact: true }).click();
    expect(await page.locator('.storage-body a').count()).toBe(0);
    expect(await page.locator('.storage-body script, .storage-body iframe').count()).toBe(0);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });

  it('shows a body that is not well-formed as text with the reason', async () => {
    const id = await openNewPage('Broken');
    await page.route(`**/wiki/api/v2/pages/${id}*`, async (route) => {
      const answer = await route.fetch();
      const content = await answer.json();
      await route.fulfill({
        response: answer,
        json: { ...content, body: { storage: { value: '<p>open' } } },
      });
    });
    await page.reload();
    await page.getByText('This body is not well-formed storage format').waitFor();
    await page.getByText('<p>open').waitFor();
  });
});

describe('talking about a page', () => {
  it('adds and removes labels, and shows why one was refused', async () => {
    await openNewPage('Labelled');
    await page.getByRole('button', { name: 'Add label' }).click();
    await page.getByLabel('New label').fill('one');
    await page.keyboard.press('Enter');
    await page.locator('[data-label="one"]').waitFor();
    await page.getByLabel('New label').fill('not allowed!');
    await page.keyboard.press('Enter');
    await page.getByText('Could not add the label').waitFor();
    await page.getByRole('button', { name: 'Remove label one' }).click();
    await page.locator('[data-label="one"]').waitFor({ state: 'detached' });
    expect(await eventTypes()).toEqual(
      expect.arrayContaining(['avi:confluence:added:label', 'avi:confluence:removed:label']),
    );
  });

  it('shows what others do to the page without being reloaded', async () => {
    const id = await openNewPage('Watched');
    await host.rest('POST', `/wiki/rest/api/content/${id}/label`, [
      { prefix: 'global', name: 'from-elsewhere' },
    ]);
    await host.rest('POST', '/wiki/api/v2/footer-comments', {
      pageId: id,
      body: { representation: 'storage', value: '<p>Said elsewhere</p>' },
    });
    await page.locator('[data-label="from-elsewhere"]').waitFor({ timeout: 2000 });
    await page.getByText('Said elsewhere').waitFor({ timeout: 2000 });
    expect(await page.locator('.comment.is-fresh').count()).toBe(1);
  });

  it('discusses: comment, reply, like, edit, resolve an inline comment', async () => {
    await openNewPage('Discussed');
    await page.getByLabel('Write a comment').fill('First thought');
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    const comment = page.locator('.comment').filter({ hasText: 'First thought' });
    await comment.getByRole('button', { name: 'Like' }).click();
    await comment.getByRole('button', { name: 'Like (1)' }).waitFor();
    await comment.getByRole('button', { name: 'Reply' }).click();
    await page.getByLabel('Write a reply').fill('Second thought');
    await page.getByRole('button', { name: 'Reply', exact: true }).last().click();
    await page.locator('.replies').getByText('Second thought').waitFor();
    await comment.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Change the comment').fill('Better thought');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('.comment').filter({ hasText: 'Better thought' }).waitFor();
    await choose('Comment on a phrase');
    await page.getByRole('textbox', { name: 'Phrase' }).fill('Text');
    await page.getByRole('textbox', { name: 'Comment', exact: true }).fill('Which text?');
    await page.getByRole('dialog').getByRole('button', { name: 'Comment' }).click();
    await page.getByRole('button', { name: 'Resolve' }).click();
    await page.getByRole('button', { name: 'Reopen' }).waitFor();
    expect(await eventTypes()).toEqual(
      expect.arrayContaining([
        'avi:confluence:created:comment',
        'avi:confluence:liked:comment',
        'avi:confluence:updated:comment',
      ]),
    );
  });

  it('likes, watches, ticks a task and attaches a file', async () => {
    const id = await openNewPage('Busy');
    await page.getByRole('button', { name: 'Like', exact: true }).first().click();
    await page.getByRole('button', { name: /Liked by Ada Admin/ }).waitFor();
    // Who writes a page watches it from then on.
    await page.getByRole('button', { name: 'Watching' }).click();
    await page.getByRole('button', { name: 'Watch', exact: true }).click();
    await page.getByRole('button', { name: 'Watching' }).waitFor();
    await page.getByLabel('Files to attach').setInputFiles({
      name: 'notes.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('hello'),
    });
    await page.getByRole('link', { name: 'notes.txt' }).waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await page.getByLabel('Body', { exact: true }).fill('[] water the plants');
    await page.getByRole('button', { name: 'Update' }).click();
    const task = page.getByRole('checkbox', { name: 'water the plants' });
    await task.click();
    await expect.poll(() => task.isChecked()).toBe(true);
    await expect
      .poll(async () => (await host.rest('GET', `/wiki/api/v2/tasks?page-id=${id}`)).results[0].status)
      .toBe('complete');
  });
});

describe('moving things about', () => {
  it('trashes a page and takes it out again', async () => {
    await openNewPage('Thrown away');
    await choose('Move to trash');
    await page.getByRole('dialog').getByRole('button', { name: 'Move to trash' }).click();
    await page.getByRole('link', { name: 'Trash and archive' }).click();
    const row = page.locator('li').filter({ hasText: 'Thrown away' });
    await row.getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('link', { name: 'Thrown away' }).waitFor();
    expect(await eventTypes()).toEqual(
      expect.arrayContaining(['avi:confluence:trashed:page', 'avi:confluence:restored:page']),
    );
  });

  it('copies a page, moves it under another, and archives it', async () => {
    await openNewPage('Movable');
    await choose('Copy');
    await page.getByLabel('Title of the copy').fill('Moved copy');
    await page.getByRole('dialog').getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('heading', { name: 'Moved copy', level: 1 }).waitFor();
    await choose('Move');
    await page.getByRole('dialog').getByLabel('Page').fill('Movable');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
    await page
      .locator('.page-tree li', { has: page.getByRole('link', { name: 'Movable', exact: true }) })
      .locator('.page-tree')
      .getByRole('link', { name: 'Moved copy' })
      .first()
      .waitFor();
    await choose('Archive');
    await page.getByText('archived').first().waitFor();
    expect(await eventTypes()).toEqual(
      expect.arrayContaining([
        'avi:confluence:copied:page',
        'avi:confluence:moved:page',
        'avi:confluence:archived:page',
      ]),
    );
  });

  it('sets a status and hides a page from everyone else', async () => {
    const id = await openNewPage('Secret');
    await choose('Set status');
    await page.getByRole('dialog').getByLabel('In progress').check({ force: true });
    await page.getByRole('dialog').getByRole('button', { name: 'Set' }).click();
    await page.locator('.byline').getByText('In progress').waitFor();
    await choose('Let only me see it');
    await page.getByRole('button', { name: /Switch user/ }).click();
    await page.getByRole('menuitemradio', { name: /Mia Member/ }).click();
    await page.getByText('This page does not exist, or you may not see it').waitFor();
    expect(await page.getByRole('link', { name: 'Automation' }).count()).toBe(0);
    await page.goto(`${host.url}/wiki/spaces/DEMO/pages/${id}`);
    await page.getByText('This page does not exist, or you may not see it').waitFor();
  });

  it('runs a live doc through its life', async () => {
    await page.goto(`${host.url}/wiki/spaces/DEMO/pages/new?live`);
    await page.getByLabel('Title').fill('Alive');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Live doc', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await page.getByLabel('Body', { exact: true }).fill('Some words');
    await page.getByRole('button', { name: 'End editing' }).click();
    await page.getByText('Some words').waitFor();
    await choose('Turn the live doc into a page');
    await page.getByText('Live doc', { exact: true }).waitFor({ state: 'detached' });
    expect(await eventTypes()).toEqual(
      expect.arrayContaining(['avi:confluence:started:page', 'avi:confluence:published:page']),
    );
  });

  it('makes a whiteboard, a space and a template', async () => {
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
    expect(await eventTypes()).toEqual(
      expect.arrayContaining(['avi:confluence:created:whiteboard', 'avi:confluence:created:space:V2']),
    );
  });
});

describe("the host's own pages", () => {
  it('shows events and invocations, and adds and clears a fault', async () => {
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
    await page.goto(`${host.url}/wiki/spaces`);
    const before = host.clock.nowMs();
    await page.getByRole('button', { name: /Host time/ }).click();
    await page.getByRole('menuitem', { name: '+15 min' }).click();
    await expect.poll(() => host.clock.nowMs()).toBeGreaterThanOrEqual(before + 15 * 60_000);
  });
});

describe('fitting people and screens', () => {
  it('remembers the theme', async () => {
    await page.goto(`${host.url}/wiki/spaces`);
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    const mode = (): Promise<string | null> => page.locator('html').getAttribute('data-color-mode');
    await expect.poll(mode).toBe('dark');
    await page.reload();
    await expect.poll(mode).toBe('dark');
  });

  it('lets the keyboard skip to the page', async () => {
    await page.goto(`${host.url}/wiki/spaces`);
    await page.getByRole('heading', { name: 'Spaces' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the page');
  });

  it('needs no sideways scrolling at 400 pixels', async () => {
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
