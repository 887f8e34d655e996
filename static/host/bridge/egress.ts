// The commands behind `permissions.egress` of @forge/bridge: an administrator confirms what the app asks to reach, in a
// dialog that Confluence would show. Who may confirm is decided by the host's server.

import * as v from 'valibot';
import { listEgress, removeEgress, setEgress } from '../api/egress';
import type { EgressGroup } from '../api/egress';
import type { BridgeHost } from './bridge-host';

const SetSchema = v.object({
  egresses: v.array(
    v.object({
      key: v.string(),
      description: v.string(),
      configured: v.array(v.object({ domain: v.string(), type: v.array(v.string()) })),
    }),
  ),
});
const GetSchema = v.object({ keys: v.optional(v.array(v.string())) });
const KeySchema = v.object({ key: v.string(), domain: v.optional(v.string()) });

/** The commands, by the names that the SDK sends. */
export function egressCommands(host: BridgeHost): Record<string, (data: unknown) => Promise<unknown>> {
  return {
    __permission__egressGet: async (data) => {
      const { keys } = v.parse(GetSchema, data ?? {});
      const { results } = await listEgress();
      return { results: results.filter(({ key }) => keys === undefined || keys.includes(key)) };
    },
    __permission__egressSet: async (data) => {
      const { egresses } = v.parse(SetSchema, data);
      const fresh = await notAllowedYet(egresses);
      // Forge rejects; its words are not documented.
      if (fresh.length > 0 && !(await host.askEgress(fresh)))
        throw new Error('The administrator did not approve the addresses.');
      return setEgress(egresses);
    },
    __permission__egressDeleteDomain: async (data) => {
      const { key, domain } = v.parse(KeySchema, data);
      await removeEgress(key, domain);
    },
    __permission__egressDeleteGroup: async (data) => {
      await removeEgress(v.parse(KeySchema, data).key);
    },
  };
}

/** Domains that are asked for and not allowed so far, with what the app says of them. */
async function notAllowedYet(
  wanted: readonly EgressGroup[],
): Promise<readonly { readonly domain: string; readonly description: string }[]> {
  const { results } = await listEgress();
  const known = new Set(results.flatMap(({ configured }) => configured.map(({ domain }) => domain)));
  return wanted.flatMap(({ description, configured }) =>
    configured.filter(({ domain }) => !known.has(domain)).map(({ domain }) => ({ domain, description })),
  );
}
