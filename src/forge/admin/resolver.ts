// The admin page's resolver: every call goes through one wrapper that asks whether the caller is an admin, logs once
// and shapes the error. What the calls do is in src/core/admin.

import { makeResolver } from '@forge/resolver';
import { refuse } from '../../core/admin/answers';
import { FailureError } from '../../core/failure';
import { ADMIN_CALLS } from '../../core/admin/calls';
import { groupsOfUser } from '../confluence/fields/actor-fields';
import { isCallerAdmin } from '../confluence/users';
import { createViewer } from '../confluence/viewer';
import { createPorts } from '../ports';
import type { AdminApi } from '../../core/admin/api';
import type { AdminResult } from '../../core/admin/api/result';
import type { Call } from '../../core/admin/calls/call';
import type { Settings } from '../../core/admin/settings';
import type { Ports } from '../../core/ports';
import type { Handlers, Request } from '@forge/resolver';

/** Calls by which an editor could become more than that. */
const ADMINS_ONLY: readonly string[] = ['saveSettings', 'saveConnection', 'deleteConnection'];

const NO_ACCESS =
  'Only Confluence administrators, and people whom they name in the settings, may manage rules. Ask an administrator for access.';
const NO_ACCESS_TO_SETTINGS =
  'Only Confluence administrators may change the settings and the connections. Ask one of them to do it.';

export const admin = makeResolver<AdminApi>(guardedCalls());

function guardedCalls() {
  const calls = Object.entries(ADMIN_CALLS).map(([name, call]) => [name, guarded(name, call)]);
  return Object.fromEntries(calls) as Handlers<AdminApi>;
}

/** The call, for those who may. Identity comes from the context alone. */
function guarded(name: string, call: Call<AdminResult<unknown>>) {
  return async ({ payload, context }: Request<unknown>): Promise<AdminResult<unknown>> => {
    const accountId: unknown = context['accountId'];
    const ports = createPorts();
    try {
      if (typeof accountId !== 'string') return refuse('forbidden', NO_ACCESS);
      const refusal = await refusalOf(name, accountId, ports);
      if (refusal !== undefined) return refuse('forbidden', refusal);
      return await call(payload, { by: accountId, viewer: createViewer(accountId), ports });
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      ports.log.error('A request of the admin page failed', { cause });
      const told = error instanceof FailureError ? cause : `Failed to do this: ${cause}. Try again.`;
      return refuse('failed', `${told} If it stays, look into the app's log.`);
    }
  };
}

/**
 * Why the caller may not; undefined when they may. Administrators of Confluence may make every call; those whom the
 * settings name, and the members of groups that they name, all but those that change the settings.
 */
async function refusalOf(name: string, accountId: string, { settings }: Ports): Promise<string | undefined> {
  if (await isCallerAdmin()) return undefined;
  if (!(await isEditor(accountId, await settings.get()))) return NO_ACCESS;
  return ADMINS_ONLY.includes(name) ? NO_ACCESS_TO_SETTINGS : undefined;
}

async function isEditor(accountId: string, { editors, editorGroups }: Settings): Promise<boolean> {
  if (editors.includes(accountId)) return true;
  if (editorGroups.length === 0) return false;
  const groups = await groupsOfUser(accountId);
  return editorGroups.some((group) => groups.includes(group));
}
