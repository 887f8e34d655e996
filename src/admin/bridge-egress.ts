// Customer-managed egress over Forge's bridge: one group of addresses, each confirmed by an administrator in Confluence's
// dialog. It must not decide which addresses are asked for.

import { permissions } from '@forge/bridge';
import type { AdminResult } from '../core/admin/api/result';
import type { EgressCalls } from './machine/ports';
import { words } from './wording';

/** The group that the addresses of messages are in. */
const KEY = 'webhooks';

type EgressType = Parameters<typeof permissions.egress.deleteDomain>[0]['type'];

/** Functions send the messages, not the page. The enumeration of @forge/egress is no part of @forge/bridge's exports. */
const BACKEND = 'FETCH_BACKEND_SIDE' as unknown as EgressType;

export const egress: EgressCalls = {
  list: () => answered(allowedNow),
  allow: (address) =>
    answered(async () => {
      // A group that is set takes the place of what it was.
      const domains = new Set([...(await allowedNow()), address]);
      const configured = [...domains].map((domain) => ({ domain, type: [BACKEND] }));
      await permissions.egress.set({
        egresses: [{ key: KEY, description: words.connections.group, configured }],
      });
      return allowedNow();
    }),
  forget: (address) =>
    answered(async () => {
      await permissions.egress.deleteDomain({ key: KEY, domain: address, type: BACKEND });
      return allowedNow();
    }),
};

async function allowedNow(): Promise<readonly string[]> {
  const { results } = await permissions.egress.get({ keys: [KEY] });
  const group = results.find(({ key }) => key === KEY);
  return (group?.configured ?? []).map(({ domain }) => domain).toSorted();
}

/** Forge rejects when the administrator does not confirm, and where egress is not configurable. */
async function answered<T>(ask: () => Promise<T>): Promise<AdminResult<T>> {
  try {
    return { ok: true, data: await ask() };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, error: { code: 'failed', message } };
  }
}
