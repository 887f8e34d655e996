// Launches the browser of the browser tests: an installed Chrome or Chromium, else the one that comes as a
// package on 64-bit Linux. It must not know what is tested.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { packagedChromium } from './packaged-chromium';
import type { Browser } from 'playwright-core';

/** Where Chrome and Chromium usually are, by platform. */
const USUAL_PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Where a system with fonts says where they are. */
const SYSTEM_FONTS = '/etc/fonts/fonts.conf';

/**
 * A running headless browser; close it when done. `CHROME_PATH` names one explicitly.
 *
 * @throws Error that says what to install where there is no browser to use.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = [process.env['CHROME_PATH'], ...(USUAL_PLACES[process.platform] ?? [])].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
  if (process.platform === 'linux' && process.arch === 'x64') return launchPackaged();
  throw new Error(
    'Failed to find a browser: no Chrome or Chromium in the usual places. Install Google Chrome, or set CHROME_PATH to its executable.',
  );
}

async function launchPackaged(): Promise<Browser> {
  const { executablePath, ownFonts, ownLibraries } = await packagedChromium();
  // The package's own flags are for a cloud function: one process that ends with its first page, and no
  // same-origin policy. A test browser needs neither.
  const options = { executablePath, args: ['--no-sandbox', '--disable-gpu'] };
  const env = { ...process.env, ...(existsSync(SYSTEM_FONTS) ? {} : ownFonts) };
  try {
    return await chromium.launch({ ...options, env });
  } catch (error) {
    if (!/error while loading shared libraries/.test(String(error))) throw error;
    return chromium.launch({ ...options, env: { ...env, ...ownLibraries } });
  }
}
