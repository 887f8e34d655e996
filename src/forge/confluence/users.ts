// Who the app is, and whether a caller is an admin, over REST v1.

import { getAppContext, route } from '@forge/api';
import * as v from 'valibot';
import { readAsCaller } from './read-as-caller';
import { requestAs } from './request';
import type { Confluence } from '../../core/ports';

type UserOperations = Pick<Confluence, 'appAccountId' | 'tryActingAs'>;

const UserSchema = v.object({
  accountId: v.string(),
  operations: v.optional(v.array(v.object({ operation: v.string(), targetType: v.string() })), []),
});

/** The app's account by installation: it never changes, and one warm process serves several installations. */
const appAccounts = new Map<string, string>();

export const userOperations: UserOperations = {
  async tryActingAs(accountId) {
    // A list that everybody may read, though for some it is empty.
    await requestAs(
      { kind: 'user', accountId },
      { method: 'GET', path: route`/wiki/api/v2/spaces?limit=1`, purpose: 'act as this person' },
    );
  },

  async appAccountId() {
    const installation = getAppContext().installationAri.toString();
    const known = appAccounts.get(installation);
    if (known !== undefined) return known;
    const response = await requestAs(
      { kind: 'app' },
      { method: 'GET', path: route`/wiki/rest/api/user/current`, purpose: 'read the account of the app' },
    );
    const { accountId } = v.parse(UserSchema, await response.json());
    appAccounts.set(installation, accountId);
    return accountId;
  },
};

/** Whether the user who called the resolver administers Confluence. Throws a `FailureError` when nobody can say. */
export async function isCallerAdmin(): Promise<boolean> {
  const answer = await readAsCaller(
    route`/wiki/rest/api/user/current?expand=operations`,
    'find out whether you administer Confluence',
  );
  const user = v.safeParse(UserSchema, answer);
  return (
    user.success &&
    user.output.operations.some(
      ({ operation, targetType }) => operation === 'administer' && targetType === 'application',
    )
  );
}
