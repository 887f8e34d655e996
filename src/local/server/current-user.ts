// Who looks at the pages: a cookie, which anyone at this machine may set. There are no passwords here.

import { getCookie, setCookie } from 'hono/cookie';
import type { Context } from 'hono';
import type { SiteUser } from '../services';

const USER_COOKIE = 'rulewright-user';

/** The account of the request's cookie if the site knows it, else the first admin's. */
export function currentAccountId(context: Context, users: readonly SiteUser[]): string {
  const chosen = getCookie(context, USER_COOKIE);
  if (chosen !== undefined && users.some(({ accountId }) => accountId === chosen)) return chosen;
  return users.find(({ admin }) => admin)?.accountId ?? '';
}

export function rememberUser(context: Context, accountId: string): void {
  setCookie(context, USER_COOKIE, accountId, { path: '/', sameSite: 'Strict', httpOnly: true });
}
