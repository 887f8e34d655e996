// One view of the host's pages: what it is called, and how it is opened.

import type { Page } from 'playwright-core';

export interface View {
  readonly name: string;
  /** Whether the keyboard walks through it, too. */
  readonly walked: boolean;
  /** Whether docs/screens.md shows it. */
  readonly pictured: boolean;
  readonly open: (page: Page) => Promise<void>;
}

/** The view at an address, which is there when the text is shown. */
export function viewAt(name: string, address: string, shown: string, walked = false): View {
  return {
    name,
    walked,
    pictured: isPictured(name),
    open: async (page) => {
      await page.goto(address);
      await page.getByText(shown, { exact: false }).filter({ visible: true }).first().waitFor();
    },
  };
}

/** The view that another one becomes by what a person does there. */
export function viewAfter(
  name: string,
  from: View,
  act: (page: Page) => Promise<void>,
  walked = false,
): View {
  return {
    name,
    walked,
    pictured: isPictured(name),
    open: async (page) => {
      await from.open(page);
      await act(page);
    },
  };
}

/** The app's own views are; those of the site and the host's tools are not. */
function isPictured(name: string): boolean {
  return /^(admin|automation|why)/.test(name);
}
