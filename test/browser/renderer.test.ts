// The UI Kit renderer in a real browser: the library's own reconciler produces the documents, the host's page
// draws them, and what a person does reaches the app's handlers.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { serveGallery } from './gallery-server';
import type { GalleryServer } from './gallery-server';

const ADMIN = '/wiki/admin/rulewright';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe('a page that uses every component', () => {
  let server: GalleryServer;
  let page: Page;
  const failures: string[] = [];

  beforeAll(async () => {
    server = await serveGallery('gallery/app.tsx');
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('pageerror', (error) => failures.push(String(error)));
    await page.goto(`${server.url}${ADMIN}`);
    await page.getByRole('heading', { name: 'Gallery' }).waitFor();
  });

  afterAll(async () => {
    await page.close();
    await server.dispose();
  });

  /** The arguments of the latest call of a handler. */
  const lastCall = async (name: string): Promise<readonly unknown[]> => {
    const find = (): readonly unknown[] | undefined =>
      server.recorded.findLast((call) => call.name === name)?.given;
    await expect.poll(find).toBeDefined();
    return find() ?? [];
  };

  it('draws nothing as unknown and fails nowhere', async () => {
    await page.getByText('Module: rulewright-admin').waitFor();
    expect(await page.locator('[data-uikit-unknown]').allTextContents()).toEqual([]);
    expect(failures).toEqual([]);
  });

  it('draws texts, tokens and elements inside props', async () => {
    await page.getByText('strong words').waitFor();
    await page.getByText('99+').waitFor();
    await page.getByRole('img', { name: 'A black square' }).waitFor();
    await page.getByText('Comment content').waitFor();
    const border = await page
      .getByTestId('styled-box')
      .evaluate((box) => getComputedStyle(box).borderTopStyle);
    expect(border).toBe('solid');
  });

  it('hands clicks to the app as plain data', async () => {
    await page.getByRole('button', { name: 'Press me' }).click();
    const [event] = await lastCall('Button.onClick');
    expect(event).toMatchObject({ type: 'click', target: { tagName: expect.any(String) } });
    await page.getByRole('button', { name: 'Pressable' }).click();
    await lastCall('Pressable.onClick');
    await page.getByRole('button', { name: 'Fix it' }).click();
    await lastCall('SectionMessageAction.onClick');
    await page.getByRole('button', { name: 'Make it' }).click();
    await lastCall('EmptyState.primary');
    await page.getByRole('button', { name: 'Remove gone tag' }).click();
    expect(await lastCall('Tag.removed')).toEqual(['gone tag']);
    await page.getByRole('button', { name: 'Answer', exact: true }).click();
    await lastCall('Comment.action');
    await page
      .getByRole('button', { name: /page 2/i })
      .first()
      .click();
    expect((await lastCall('Pagination.onChange')).slice(1)).toEqual([2]);
  });

  it('keeps every keystroke of a field that the app controls', async () => {
    const field = page.getByLabel('Controlled');
    await field.click();
    await page.keyboard.type('quick brown fox');
    await page.keyboard.press('Home');
    await page.keyboard.type('the ');
    await page.getByText('Echo: the quick brown fox').waitFor();
    expect(await field.inputValue()).toBe('the quick brown fox');
  });

  it('reports changes of each kind of field in the form that Forge gives them', async () => {
    await page.getByLabel('Area').fill('changed');
    expect(await lastCall('TextArea.onChange')).toMatchObject([
      { target: { value: 'changed', type: 'textarea' } },
    ]);
    await page.getByLabel('Tick me').check({ force: true });
    expect(await lastCall('Checkbox.onChange')).toMatchObject([{ target: { checked: true, name: 'tick' } }]);
    await page.getByRole('checkbox', { name: 'Pear' }).check({ force: true });
    expect(await lastCall('CheckboxGroup.onChange')).toEqual([['pear']]);
    await page.getByLabel('Lone radio').click({ force: true });
    expect(await lastCall('Radio.onChange')).toMatchObject([{ target: { value: 'lone' } }]);
    await page.getByLabel('Coffee').check({ force: true });
    expect(await lastCall('RadioGroup.onChange')).toMatchObject([{ target: { value: 'coffee' } }]);
    await page.getByRole('checkbox', { name: 'Switch' }).check({ force: true });
    await page.getByText('It is on').waitFor();
    await page.getByLabel('Amount').focus();
    await page.keyboard.press('ArrowRight');
    expect(await lastCall('Range.onChange')).toEqual([4]);
  });

  it('lets one choose with the keyboard, from plain and grouped options', async () => {
    await page.getByLabel('Fruit').focus();
    await page.keyboard.type('Pea');
    await page.keyboard.press('Enter');
    await page.getByText('Chosen: {"label":"Pear","value":"pear"}').waitFor();
    await page.getByLabel('Events').focus();
    await page.keyboard.type('Label');
    await page.keyboard.press('Enter');
    expect(await lastCall('Select.multi')).toEqual([[{ label: 'Label added', value: 'added' }]]);
    await page.getByLabel('Owner').focus();
    await page.keyboard.type('Mia');
    await page.keyboard.press('Enter');
    expect(await lastCall('UserPicker.onChange')).toMatchObject([
      { id: 'mia', name: 'Mia Member', type: 'user' },
    ]);
    await page.getByLabel('Hour').focus();
    await page.keyboard.type('11');
    await page.keyboard.press('Enter');
    expect(await lastCall('TimePicker.onChange')).toEqual(['11:00']);
    await page.getByRole('gridcell', { name: /17/ }).first().click();
    expect(await lastCall('Calendar.onSelect')).toMatchObject([{ iso: '2026-11-17' }]);
  });

  it('edits in place with the library running the switch', async () => {
    await page.getByText('Read view').click();
    await page.getByLabel('Inline').or(page.locator('form input[value="before"]')).first().fill('after');
    await page.keyboard.press('Enter');
    expect(await lastCall('InlineEdit.onConfirm')).toEqual(['after']);
  });

  it('validates a form in the app and submits its values', async () => {
    await page.getByRole('button', { name: 'Send form' }).click();
    await page.getByText('A title is needed').waitFor();
    await page.getByLabel('Form title').fill('My form');
    await page.getByLabel('Form kind').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByLabel('Agreed').check({ force: true });
    await page.getByRole('button', { name: 'Send form' }).click();
    const [values] = await lastCall('Form.onSubmit');
    expect(values).toMatchObject({ title: 'My form', kind: { value: 'simple' }, agreed: true });
  });

  it('sorts and pages a table whose cells hold elements', async () => {
    const cells = page.locator('.uikit-table tbody tr td:first-child');
    expect(await cells.allTextContents()).toEqual(['Cherry', 'Apple']);
    await page.getByRole('button', { name: 'Name' }).click();
    await expect.poll(() => cells.allTextContents()).toEqual(['Apple', 'Banana']);
    await page.getByRole('button', { name: 'Eat Banana' }).click();
    expect(await lastCall('DynamicTable.button')).toEqual(['Banana']);
  });

  it('opens and leaves a dialog, a popup and a tooltip', async () => {
    await page.getByRole('button', { name: 'Open dialog' }).click();
    await page.getByRole('dialog').getByText('Dialog body').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Dialog body').waitFor({ state: 'detached' });
    await lastCall('Modal.onClose');
    await page.getByRole('button', { name: 'Open popup' }).click();
    await page.getByText('Popup content').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Popup content').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Hover me' }).hover();
    await page.getByRole('tooltip').getByText('Tooltip words').waitFor();
  });

  it('switches tabs', async () => {
    await page.getByRole('tab', { name: 'Second tab' }).click();
    await page.getByText('Second panel').waitFor();
    expect(await lastCall('Tabs.onChange')).toEqual([1]);
  });

  it('carries events between the page and its frame, and lets the frame invoke', async () => {
    const frame = page.frameLocator('iframe.uikit-frame');
    await frame.getByText('The frame heard nothing yet').waitFor();
    await page.getByRole('button', { name: 'Tell the frame' }).click();
    await frame.getByText('The frame heard {"word":"hello"}').waitFor();
    await page.getByText('Heard: {"answered":true}').waitFor();
    await lastCall('Frame.invoke');
  });

  it('shows flags, refuses commands that do not exist by name, and navigates', async () => {
    await page.getByRole('button', { name: 'Show flag' }).click();
    await page.getByText('A flag').waitFor();
    await page.getByRole('button', { name: 'Unknown command' }).click();
    await page.getByText('Not emulated: the bridge command "teleport"').waitFor();
    await page.getByRole('button', { name: 'Navigate away' }).click();
    await page.waitForURL(`${server.url}/wiki/spaces`);
  });
});

describe('a page with an element that nobody knows', () => {
  it('shows a box that names it, beside what is known', async () => {
    const server = await serveGallery('gallery/unknown.tsx');
    const page = await browser.newPage();
    await page.goto(`${server.url}${ADMIN}`);
    await page.getByText('Unknown UI Kit component: Hologram').waitFor();
    await page.getByText('Known', { exact: true }).waitFor();
    await page.close();
    await server.dispose();
  });
});
