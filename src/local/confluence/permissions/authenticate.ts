// Turns the caller of a request into an account that may use Confluence, or refuses.
// It must not know about spaces or content; see access.ts.

import type { Caller } from '../../ports';
import { Refusal } from '../http/refusal';
import type { UserRecord } from '../model/user';
import type { Tables } from '../tables';

/** The caller's account; a {@link Refusal} for nobody, unknown or deactivated (401) and for no access (403). */
export function authenticate(tables: Tables, caller: Caller): UserRecord {
  if (caller.kind === 'anonymous') throw new Refusal(401, 'Unauthorized');
  const user = tables.users.get(caller.accountId);
  if (user?.active !== true) throw new Refusal(401, 'Unauthorized');
  if (!user.access) throw new Refusal(403, 'Request rejected because caller cannot access Confluence');
  return user;
}
