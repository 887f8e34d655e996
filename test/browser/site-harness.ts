// One real host and one browser for the tests of a file that use the small Confluence through its pages.

import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { createAppHost, createPage } from '../app/app-host';
import type { AppHost } from '../app/app-host';
import { launchBrowser } from './browser';

const WIDE = { width: 1280, height: 900 };

/** What a test of the site works with; a page of its own for each test. */
export interface Site {
  readonly host: AppHost;
  readonly page: Page;
  /** The types of the events that the site has published, newest first. */
  eventTypes(): Promise<readonly string[]>;
  /** Opens a page of the demo space made for the test; answers its id. */
  openNewPage(title: string): Promise<string>;
  /** Chooses an item of the page's menu. */
  choose(item: string): Promise<void>;
}

/** Sets up the host and the browser around the tests of this file. A failing script on a page fails its test. */
export function useSite(): Site {
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

  return {
    get host() {
      return host;
    },
    get page() {
      return page;
    },
    async eventTypes() {
      const { items } = await host.rest('GET', '/_host/api/events?limit=200');
      return items.map((event: { type: string }) => event.type);
    },
    async openNewPage(title) {
      const id = await createPage(host, title);
      await page.goto(`${host.url}/wiki/spaces/DEMO/pages/${id}`);
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
      return id;
    },
    async choose(item) {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    },
  };
}
