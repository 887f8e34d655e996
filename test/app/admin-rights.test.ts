// Who may manage rules: administrators of Confluence, and nobody else, for every call of the admin page.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_CALLS } from '../../src/core/admin/calls';
import { createAppHost } from './app-host';
import type { AppHost } from './app-host';

let host: AppHost;
beforeAll(async () => {
  host = await createAppHost();
});
afterAll(() => host.dispose());

/** Every call that the page may make. */
const CALLS = Object.keys(ADMIN_CALLS);

describe('the admin resolver', () => {
  it('defines calls', () => {
    expect(CALLS.length).toBeGreaterThan(10);
  });

  it.each(CALLS)('refuses %s to a member who is not an admin', async (call) => {
    const member = host.site.users().find((user) => !user.admin && user.active && user.access && !user.app);
    expect(await host.resolver(call, {}, member?.accountId)).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
  });

  it('lets people whom the settings name change rules, but not the settings', async () => {
    const member = host.site.users().find((user) => !user.admin && user.active && user.access && !user.app);
    const before = await host.admin('getSettings', {});
    if (!before.ok || member === undefined) throw new Error('Expected settings, and a member.');
    const settings = { ...before.data, editors: [member.accountId] };
    expect(await host.admin('saveSettings', { settings })).toMatchObject({ ok: true });
    expect(await host.resolver('listRules', {}, member.accountId)).toMatchObject({ ok: true });
    expect(await host.resolver('saveSettings', { settings } as never, member.accountId)).toMatchObject({
      error: { code: 'forbidden' },
    });
    await host.admin('saveSettings', { settings: before.data });
  });

  it('answers an admin', async () => {
    expect(await host.admin('listRules', {})).toMatchObject({ ok: true });
  });

  it('refuses a payload of another shape with the path', async () => {
    expect(await host.admin('getRule', { id: 7 } as never)).toMatchObject({
      ok: false,
      error: { code: 'invalid', problems: [{ path: 'id' }] },
    });
  });
});
