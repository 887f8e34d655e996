// Who may manage rules: administrators of Confluence, and nobody else, for every call of the admin page.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAppHost } from './app-host';
import type { AppHost } from './app-host';

let host: AppHost;
beforeAll(async () => {
  host = await createAppHost();
});
afterAll(() => host.dispose());

/** Every call that the resolver defines, read from its source. */
const CALLS = [
  ...readFileSync('src/forge/admin/resolver.ts', 'utf8').matchAll(/^ {2}(\w+): guarded\(/gm),
].map(([, name]) => name!);

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
