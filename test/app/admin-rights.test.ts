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
