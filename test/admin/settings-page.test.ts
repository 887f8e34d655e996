// The tab "Settings", through the real reconciler.

import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/admin/settings';
import { firstSettings, reduceSettings } from '../../src/admin/settings/state';
import { createFakePorts } from '../support/fake-ports';
import { openPage } from './page-harness';
import type { FakePorts } from '../support/fake-ports';

async function showSettings(ports: FakePorts) {
  const page = await openPage(ports);
  await page.until(() => page.text().includes('Create rule'));
  page.showTab('settings');
  await page.until(() => page.all('UserPicker').length === 2);
  return page;
}

describe('settings page', () => {
  it('pauses everything, once it is saved', async () => {
    const ports = createFakePorts();
    const page = await showSettings(ports);
    expect(page.button('Save settings').props['isDisabled']).toBe(true);
    page.check('Pause all rules', true);
    await page.until(() => page.button('Save settings').props['isDisabled'] === false);
    expect(ports.settingsNow.paused).toBe(false);
    page.click('Save settings');
    await page.until(() => page.text().includes('All rules are paused.'));
    expect(ports.settingsNow.paused).toBe(true);
    expect(page.flags.map((flag) => flag.title)).toEqual(['The settings were saved']);
  });

  it('keeps the list of people whom rules may act as', async () => {
    const ports = createFakePorts();
    ports.settingsNow = { ...ports.settingsNow, impersonation: ['ada'] };
    const page = await showSettings(ports);
    const picker = page.all('UserPicker')[0]!;
    expect(picker.props['defaultValue']).toEqual(['ada']);
    (picker.props['onChange'] as (users: unknown) => void)([{ id: 'ada' }, { id: 'bob' }]);
    await page.until(() => page.button('Save settings').props['isDisabled'] === false);
    page.click('Save settings');
    await page.until(() => page.flags.length === 1);
    expect(ports.settingsNow.impersonation).toEqual(['ada', 'bob']);
  });

  it('lets rules take something away only where an admin says so', async () => {
    const ports = createFakePorts();
    const page = await showSettings(ports);
    expect(page.field('Allow rules to trash, archive and restrict').props['isChecked']).toBe(false);
    page.check('Allow rules to trash, archive and restrict', true);
    await page.until(() => page.button('Save settings').props['isDisabled'] === false);
    page.click('Save settings');
    await page.until(() => page.flags.length === 1);
    expect(ports.settingsNow.destructive).toBe(true);
  });

  it('says what went wrong, and keeps what was chosen', async () => {
    const page = await showSettings(createFakePorts());
    page.refuseNext('saveSettings', { ok: false, error: { code: 'failed', message: 'KVS is asleep.' } });
    page.check('Pause all rules', true);
    await page.until(() => page.button('Save settings').props['isDisabled'] === false);
    page.click('Save settings');
    await page.until(() => page.text().includes('KVS is asleep.'));
    expect(page.field('Pause all rules').props['isChecked']).toBe(true);
  });
});

describe('settings state', () => {
  it('saves nothing before the settings have arrived', () => {
    const shown = reduceSettings(firstSettings(), { type: 'shown' });
    expect(shown.effects).toContainEqual({ type: 'load-settings' });
    expect(reduceSettings(shown.state, { type: 'save-asked' }).effects).toEqual([]);
    expect(reduceSettings(shown.state, { type: 'changed', patch: { paused: true } }).state).toBe(shown.state);
  });

  it('saves once while a save is under way', () => {
    const loaded = reduceSettings(firstSettings(), {
      type: 'loaded',
      result: { ok: true, data: DEFAULT_SETTINGS },
    });
    const asked = reduceSettings(loaded.state, { type: 'save-asked' });
    expect(asked.effects).toMatchObject([{ type: 'save-settings' }]);
    expect(reduceSettings(asked.state, { type: 'save-asked' }).effects).toEqual([]);
  });
});
