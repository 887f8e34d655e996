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

  it('does not take an administrator for anyone else while Confluence has trouble', async () => {
    const fault = { service: 'confluence', method: 'GET', path: 'user/current', times: 1 };
    await host.rest('POST', '/_host/api/faults', { ...fault, do: { kind: 'status', status: 503 } });
    expect(await host.admin('listRules', {})).toMatchObject({
      error: {
        code: 'failed',
        message: expect.stringMatching(
          /^Failed to find out whether you administer Confluence: Confluence answered 503 to you.*\. Try again in a moment\./,
        ),
      },
    });
    expect(await host.admin('listRules', {})).toMatchObject({ ok: true });
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
    for (const call of ['saveConnection', 'deleteConnection'] as const) {
      expect(await host.resolver(call, { name: 'x' }, member.accountId)).toMatchObject({
        error: { code: 'forbidden' },
      });
    }
    await host.admin('saveSettings', { settings: before.data });
  });

  it('lets members of groups that the settings name change rules, and refuses a group that is not there', async () => {
    const member = host.site.users().find((user) => !user.admin && user.active && user.access && !user.app);
    const before = await host.admin('getSettings', {});
    if (!before.ok || member === undefined) throw new Error('Expected settings, and a member.');
    await host.rest('POST', '/wiki/rest/api/group', { name: 'rule-writers' });
    const settings = { ...before.data, editorGroups: ['rule-writers'] };
    const wrong = { ...settings, editorGroups: ['rule-writers', 'rule-riters'] };
    expect(await host.admin('saveSettings', { settings: wrong })).toMatchObject({
      error: { code: 'invalid', problems: [{ path: 'settings.editorGroups.1' }] },
    });
    expect(await host.admin('saveSettings', { settings })).toMatchObject({ ok: true });
    expect(await host.resolver('listRules', {}, member.accountId)).toMatchObject({ ok: false });
    const { results } = await host.rest('GET', '/wiki/rest/api/group/picker?query=rule-writers');
    await host.rest('POST', `/wiki/rest/api/group/userByGroupId?groupId=${results[0].id}`, {
      accountId: member.accountId,
    });
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
