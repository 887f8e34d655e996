// Takes the pictures of docs/screens.md again: every view of the app on a seeded host, wide and narrow, light and dark.
// `npm run screens`. It checks nothing; test/browser/accessibility.test.ts goes through the same views.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAppHost } from '../test/app/app-host';
import { arrangeViews, viewsOf } from '../test/browser/accessible-views';
import { launchBrowser } from '../test/browser/browser';
import type { Browser } from 'playwright-core';
import type { View } from '../test/browser/view';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = 'docs/images/screens';
const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 400, height: 860 } } as const;
const THEMES = ['light', 'dark'] as const;
/** Small files: the pictures are many, and each is looked at in half its size. */
const QUALITY = 55;

const host = await createAppHost({ pages: true, clock: { mode: 'real' } });
await host.pagesReady();
const views = viewsOf(host.url, await arrangeViews(host)).filter(({ pictured }) => pictured);
const browser = await launchBrowser();
await mkdir(join(ROOT, FOLDER), { recursive: true });
for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[]) await takeAll(browser, size);
await browser.close();
await host.dispose();
await writeFile(join(ROOT, 'docs/screens.md'), page(views));

async function takeAll(chrome: Browser, size: keyof typeof SIZES): Promise<void> {
  const tab = await chrome.newPage({ viewport: SIZES[size], reducedMotion: 'reduce' });
  for (const view of views) {
    await view.open(tab);
    for (const theme of THEMES) {
      await tab.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await tab.waitForFunction((mode) => document.documentElement.dataset['colorMode'] === mode, theme);
      await tab.waitForFunction(isSettled);
      await tab.screenshot({
        path: join(ROOT, FOLDER, fileOf(view, size, theme)),
        type: 'jpeg',
        quality: QUALITY,
        animations: 'disabled',
      });
    }
  }
  await tab.close();
}

/** In the page: nothing moves, nothing is still loading, and every frame shows something, in the theme of the page. */
function isSettled(): boolean {
  const { documentElement, body } = document;
  const frames = [...document.querySelectorAll<HTMLIFrameElement>('iframe[src]')];
  const mode = documentElement.dataset['colorMode'];
  return (
    document.getAnimations().length === 0 &&
    !body.innerText.includes('Loading') &&
    frames.every(
      ({ contentDocument: shown }) =>
        shown?.documentElement.dataset['colorMode'] === mode && shown?.body.innerText.trim() !== '',
    )
  );
}

function fileOf({ name }: View, size: string, theme: string): string {
  return `${name.replace(/[^a-z]+/gi, '-').toLowerCase()}-${size}-${theme}.jpg`;
}

/** The page that shows them all. */
function page(shown: readonly View[]): string {
  const sections = shown.map((view) => {
    const cells = Object.keys(SIZES).map((size) =>
      THEMES.map((theme) => {
        const width = size === 'wide' ? 400 : 180;
        return `<img src="images/screens/${fileOf(view, size, theme)}" width="${width}" alt="${view.name}, ${size}, ${theme}">`;
      }).join('\n'),
    );
    return `## ${view.name.charAt(0).toUpperCase()}${view.name.slice(1)}\n\n${cells.join('\n')}\n`;
  });
  return `# Every view\n\nWide (1280 pixels) and narrow (400 pixels), light and dark. \`npm run screens\` takes the pictures again from a host with a few rules.\n\n${sections.join('\n')}`;
}
