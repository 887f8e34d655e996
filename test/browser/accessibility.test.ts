// Every page of the host's rendering, light and dark, against axe-core at WCAG 2.2 AA, and the keyboard alone: what can be
// used can be reached, and everything that can be reached has a name.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createAppHost } from '../app/app-host';
import { launchBrowser } from './browser';
import { arrangeViews, viewsOf } from './accessible-views';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { AppHost } from '../app/app-host';
import type { View } from './view';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const THEMES = ['light', 'dark'] as const;
/** Twice the views, each looked through whole: minutes on a busy machine. */
const LONG_MS = 900_000;

let host: AppHost;
let browser: Browser;
let page: Page;
let views: readonly View[];
const seen = { views: 0, checks: 0, violations: 0 };

beforeAll(async () => {
  host = await createAppHost({ pages: true, clock: { mode: 'real' } });
  await host.pagesReady();
  const content = await arrangeViews(host);
  browser = await launchBrowser();
  views = viewsOf(host.url, content);
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
});
afterEach(() => page.close());
afterAll(async () => {
  console.log(
    `axe-core, WCAG 2.2 AA: ${seen.views} views, ${seen.checks} checks in ${THEMES.join(' and ')}, ${seen.violations} violations.`,
  );
  await browser?.close();
  await host?.dispose();
});

it(
  'has no violation of WCAG 2.2 AA on any view, light or dark, and the Tab key reaches whatever can be used',
  async () => {
    const violations: string[] = [];
    const unreached: string[] = [];
    for (const view of views) {
      const missing = await open(view);
      if (missing !== undefined) violations.push(missing);
      seen.views += 1;
      // What the pointer rests on has other colours, which are Atlaskit's own.
      await page.mouse.move(0, 0);
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await page.waitForFunction((mode) => document.documentElement.dataset['colorMode'] === mode, theme);
        for (const found of await check(theme)) violations.push(`${view.name}, ${theme}: ${found}`);
      }
      if (!view.walked) continue;
      for (const missed of await walk()) unreached.push(`${view.name}: ${missed}`);
    }
    seen.violations = violations.length;
    expect({ violations, unreached }).toEqual({ violations: [], unreached: [] });
  },
  LONG_MS,
);

/** Opens the view; what went wrong is told beside what the other views have. */
async function open(view: View): Promise<string | undefined> {
  try {
    await view.open(page);
    return undefined;
  } catch (error) {
    return `${view.name} could not be opened: ${String(error).slice(0, 300)}`;
  }
}

/** What a theme can break; everything else is the same in the dark. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page and in the app's frames on it: by every rule in light, by those of colour in dark. */
async function check(theme: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    if (frame !== page.mainFrame() && !frame.url().includes('/_host/resource/')) continue;
    // A frame takes over the theme a moment after the page.
    await frame.waitForFunction((mode) => document.documentElement.dataset['colorMode'] === mode, theme);
    // Fields fade from one theme's colours to the other's; half-way they have those of neither.
    await frame.evaluate(() => {
      for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
    });
    await frame.evaluate(AXE);
    const { violations } = await frame.evaluate(
      (runOnly) =>
        (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
          runOnly,
          iframes: false,
          resultTypes: ['violations'],
        }),
      theme === 'dark' ? { type: 'rule', values: RULES_OF_COLOUR } : { type: 'tag', values: TAGS },
    );
    seen.checks += 1;
    for (const { id, nodes } of violations) {
      for (const { target, failureSummary = '' } of nodes)
        found.push(`${id} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`);
    }
  }
  return found;
}

/** What on the page takes clicks or text and was not reached by pressing Tab until the focus came round. */
async function walk(): Promise<readonly string[]> {
  const count = await page.evaluate(() => {
    // While a dialog is open, nothing else can be used.
    const place = document.querySelector('[role=dialog]') ?? document;
    const usable = [
      ...place.querySelectorAll<HTMLElement>(
        'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=button], [role=switch], [tabindex="0"]',
      ),
    ].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        element.closest('[inert], [aria-hidden=true], [disabled], [aria-disabled=true]') === null &&
        !element.hasAttribute('data-focus-guard') &&
        // Of a group of tabs, options or radios one takes part; arrow keys reach the others. What a menu has chosen is
        // taken away with Backspace.
        !(
          element.tabIndex < 0 &&
          element.closest('[role=tablist], [role=listbox], [role=radiogroup], [aria-label=clear]') !== null
        ) &&
        // Several radio buttons of one name are one stop.
        !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked),
    );
    usable.forEach((element, index) => element.setAttribute('data-walk', String(index)));
    return usable.length;
  });
  const reached = new Set<string>();
  for (let presses = 0; presses < count * 2 + 20 && reached.size < count; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => document.activeElement?.getAttribute('data-walk') ?? null);
    if (at !== null) reached.add(at);
  }
  return page.evaluate(
    (those) =>
      [...document.querySelectorAll('[data-walk]')]
        .filter((element) => !those.includes(element.getAttribute('data-walk') ?? ''))
        .map((element) => `not reached: ${element.outerHTML.slice(0, 200)}`),
    [...reached],
  );
}
