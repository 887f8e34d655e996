// Connections and the addresses that may be reached, in the tab "Settings", through the real reconciler.

import { describe, expect, it } from 'vitest';
import { firstConnections, reduceConnections } from '../../src/admin/connections/state';
import { createFakePorts } from '../support/fake-ports';
import { openPage } from './page-harness';
import type { FakePorts } from '../support/fake-ports';

const URL = 'https://hooks.example.com/T0/secret-path';

async function showConnections(ports: FakePorts) {
  const page = await openPage(ports);
  await page.until(() => page.text().includes('Create rule'));
  page.showTab('settings');
  await page.until(() => page.text().includes('Add a connection') && page.all('Spinner').length === 0);
  return page;
}

async function typeConnection(page: Awaited<ReturnType<typeof showConnections>>, name: string, url = URL) {
  page.type('Name of the connection', name);
  page.type('Address', url);
  await page.until(() => page.button('Save connection').props['isDisabled'] === false);
}

describe('connections', () => {
  it('says what to do when there is none, saves one, and asks for its address to be allowed', async () => {
    const ports = createFakePorts();
    const page = await showConnections(ports);
    expect(page.text()).toContain('There are no connections yet');
    expect(page.text()).toContain('Nothing is allowed yet');
    await typeConnection(page, 'team-chat');
    page.type('Signing secret', 'sixteen characters');
    page.click('Save connection');
    await page.until(() => page.flags.length === 2);
    expect(page.flags.map(({ title }) => title)).toEqual([
      'The connection “team-chat” was saved',
      'The app may now reach https://hooks.example.com',
    ]);
    expect(await ports.connections.get('team-chat')).toEqual({
      name: 'team-chat',
      url: URL,
      secret: 'sixteen characters',
    });
    expect(page.egress.allowed).toEqual(['https://hooks.example.com']);
    await page.until(() => page.text().includes('Allowed'));
    expect(page.field('Name of the connection').props['defaultValue']).toBe('');
  });

  it('keeps the connection when the administrator does not confirm its address, and asks again when told to', async () => {
    const page = await showConnections(createFakePorts());
    page.egress.confirms = false;
    await typeConnection(page, 'team-chat');
    page.click('Save connection');
    await page.until(() => page.text().includes('The address was not allowed'));
    expect(page.text()).toContain('Not approved.');
    expect(page.text()).toContain('Not allowed yet');
    page.egress.confirms = true;
    page.click('Allow');
    await page.until(() => page.egress.allowed.length === 1);
    await page.until(() => !page.text().includes('Not allowed yet'));
  });

  it('names what is wrong beside the field, and changes nothing', async () => {
    const ports = createFakePorts();
    const page = await showConnections(ports);
    await typeConnection(page, 'Team chat', 'http://x.example');
    page.click('Save connection');
    await page.until(() => page.all('ErrorMessage').length === 2);
    expect(await ports.connections.list()).toEqual([]);
    expect(page.field('Address').props['isInvalid']).toBe(true);
  });

  it('deletes one only after asking', async () => {
    const ports = createFakePorts();
    await ports.connections.put({ name: 'old', url: URL });
    const page = await showConnections(ports);
    page.click('Delete');
    await page.until(() => page.text().includes('Delete the connection “old”?'));
    page.click('Cancel');
    await page.until(() => page.all('Modal').length === 0);
    expect(await ports.connections.list()).toHaveLength(1);
    page.click('Delete');
    await page.until(() => page.all('Modal').length === 1);
    const [confirm] = page.all('LoadingButton').filter(({ props }) => props['appearance'] === 'danger');
    (confirm?.props['onClick'] as () => void)();
    await page.until(() => page.text().includes('There are no connections yet'));
    expect(await ports.connections.list()).toEqual([]);
  });
});

describe('addresses that the app may reach', () => {
  it('are allowed by their host, and taken back after asking', async () => {
    const page = await showConnections(createFakePorts());
    page.type('Address to allow', 'https://crm.example.com/any/path');
    await page.until(() => page.button('Allow this address').props['isDisabled'] === false);
    page.click('Allow this address');
    await page.until(() => page.text().includes('No longer allow'));
    expect(page.egress.allowed).toEqual(['https://crm.example.com']);
    page.click('No longer allow');
    await page.until(() => page.text().includes('No longer allow https://crm.example.com?'));
    const [confirm] = page.all('LoadingButton').filter(({ props }) => props['appearance'] === 'danger');
    (confirm?.props['onClick'] as () => void)();
    await page.until(() => page.text().includes('Nothing is allowed yet'));
    expect(page.egress.allowed).toEqual([]);
  });

  it.each(['crm.example.com', 'http://crm.example.com', ''])('are refused as %j', (typed) => {
    const { state, effects } = reduceConnections(firstConnections(), { type: 'allow-asked', address: typed });
    expect(state.addressError).toBe('Expected an address that begins with https://');
    expect(effects).toEqual([]);
  });
});
