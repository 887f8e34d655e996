// The admin page's resolver: every call goes through one wrapper that asks whether the caller is an admin,
// logs once and shapes the error. The use cases are in src/core/admin.

import { makeResolver } from '@forge/resolver';
import * as v from 'valibot';
import { answer, refuse } from '../../core/admin/answers';
import { exportRules, importRules, previewImport } from '../../core/admin/exchange-rules';
import { inspectEvent } from '../../core/admin/inspect-event';
import {
  deleteRule,
  getRule,
  listRules,
  problemsOf,
  saveRule,
  setRuleState,
} from '../../core/admin/manage-rules';
import { SettingsSchema } from '../../core/admin/settings';
import { RULE_STATES } from '../../core/rules/rule';
import { isCallerAdmin } from '../confluence/users';
import { ports } from '../ports';
import type { AdminApi, AdminResult } from '../../core/admin/api';
import type { Request } from '@forge/resolver';

/** Runs on one page of the activity list. */
const RUNS_PER_PAGE = 25;

const Text = v.string();
const OptionalText = v.optional(v.string());

export const admin = makeResolver<AdminApi>({
  listRules: guarded(v.object({ search: OptionalText, cursor: OptionalText }), (payload) =>
    listRules(defined(payload), ports),
  ),
  getRule: guarded(v.object({ id: Text }), ({ id }) => getRule(id, ports)),
  saveRule: guarded(v.object({ rule: v.unknown(), expectedVersion: v.optional(v.number()) }), (payload, by) =>
    saveRule(payload.rule, payload.expectedVersion, { by, ports }),
  ),
  checkRule: guarded(v.object({ rule: v.unknown() }), ({ rule }) =>
    answer({ problems: problemsOf(rule).problems }),
  ),
  setRuleState: guarded(
    v.object({ id: Text, state: v.picklist(RULE_STATES), reason: OptionalText }),
    (payload, by) => setRuleState(defined(payload), { by, ports }),
  ),
  deleteRule: guarded(v.object({ id: Text }), ({ id }) => deleteRule(id, ports)),
  listRuns: guarded(v.object({ rule: OptionalText, cursor: OptionalText }), async (payload) =>
    answer(await ports.runs.list({ ...defined(payload), limit: RUNS_PER_PAGE })),
  ),
  getRun: guarded(v.object({ id: Text }), async ({ id }) => {
    const run = await ports.runs.get(id);
    return run === undefined
      ? refuse('not-found', `Failed to find the run "${id}": it is no longer kept.`)
      : answer(run);
  }),
  inspectEvent: guarded(v.object({ payload: v.unknown() }), ({ payload }) => inspectEvent(payload, ports)),
  exportRules: guarded(v.object({ ids: v.optional(v.array(Text)) }), ({ ids }) => exportRules(ids, ports)),
  previewImport: guarded(v.object({ text: Text }), ({ text }) => previewImport(text, ports)),
  importRules: guarded(
    v.object({ text: Text, ids: v.array(Text), keepState: v.optional(v.boolean()) }),
    (payload, by) => importRules(defined(payload), { by, ports }),
  ),
  getSettings: guarded(v.object({}), async () => answer(await ports.settings.get())),
  saveSettings: guarded(v.object({ settings: SettingsSchema }), async ({ settings }) => {
    await ports.settings.put(settings);
    return answer(settings);
  }),
});

/** A resolver function that an admin may call with a payload of this shape. Identity comes from the context alone. */
function guarded<P, T>(
  schema: v.GenericSchema<unknown, P>,
  handle: (payload: P, by: string) => AdminResult<T> | Promise<AdminResult<T>>,
): (request: Request<unknown>) => Promise<AdminResult<T>> {
  return async ({ payload, context }) => {
    const accountId: unknown = context['accountId'];
    try {
      if (typeof accountId !== 'string' || !(await isCallerAdmin())) {
        return refuse('forbidden', 'Only a Confluence administrator may manage rules. Ask one for access.');
      }
      const parsed = v.safeParse(schema, payload ?? {});
      if (!parsed.success) {
        const problems = parsed.issues.map((issue) => ({
          path: v.getDotPath(issue) ?? '',
          level: 'error' as const,
          message: issue.message,
        }));
        return refuse('invalid', 'Failed to read the request: its payload is not as expected.', problems);
      }
      return await handle(parsed.output, accountId);
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      ports.log.error('A request of the admin page failed', { cause });
      return refuse(
        'failed',
        `Failed to do this: ${cause}. Try again; if it stays, look into the app's log.`,
      );
    }
  };
}

/** Drops members that are undefined, which optional members of the use cases do not take. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as never;
}
