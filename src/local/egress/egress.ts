// Which addresses outside Atlassian the app may reach: those of the manifest, and, where the manifest leaves it to the
// customer, those that an admin has confirmed on the page (`permissions.egress` of @forge/bridge).

import * as v from 'valibot';
import { err, ok } from '../../core/result';
import { isCovered } from './is-covered';
import type { Result } from '../../core/result';
import type { AppManifest } from '../manifest/manifest';
import type { Store } from '../store/store';

/** The kind of egress that functions need. [@forge/egress out/egress/utils.d.ts] */
const BACKEND = 'FETCH_BACKEND_SIDE';

const GroupSchema = v.object({
  key: v.pipe(v.string(), v.nonEmpty()),
  description: v.string(),
  configured: v.array(v.object({ domain: v.pipe(v.string(), v.nonEmpty()), type: v.array(v.string()) })),
});
export type EgressGroup = v.InferOutput<typeof GroupSchema>;

const SetSchema = v.object({ egresses: v.array(GroupSchema) });

export interface Egress {
  /** Addresses that functions may fetch from. */
  backend(): readonly string[];
  covers(url: string): boolean;
  /** What an admin has confirmed. */
  list(): readonly EgressGroup[];
  /** Puts groups, each in place of what was under its key. `input` is what the app gave to the bridge. */
  set(input: unknown): Promise<Result<readonly EgressGroup[], string>>;
  /** Takes a domain, or without one the whole group, away. */
  remove(key: string, domain: string | undefined): Promise<void>;
}

export function createEgress(store: Store, manifest: AppManifest): Egress {
  const groups = store.table<EgressGroup>('egress');
  const list = (): readonly EgressGroup[] => [...groups.range()].map(({ value }) => value);
  const backend = (): readonly string[] => [
    ...manifest.egress,
    ...list().flatMap(({ configured }) =>
      configured.filter(({ type }) => type.includes(BACKEND)).map(({ domain }) => domain),
    ),
  ];
  return {
    list,
    backend,
    covers: (url) => backend().some((address) => isCovered(new URL(url), address)),
    async set(input) {
      if (!manifest.egressConfigurable) {
        return err(
          'The manifest does not let customers configure egress (permissions.external.configurable).',
        );
      }
      const parsed = v.safeParse(SetSchema, input);
      if (!parsed.success) return err(parsed.issues.map(({ message }) => message).join('; '));
      await store.transaction(() => {
        for (const group of parsed.output.egresses) groups.put(group.key, group);
      });
      return ok(parsed.output.egresses);
    },
    async remove(key, domain) {
      const group = groups.get(key);
      if (group === undefined) return;
      const configured =
        domain === undefined ? [] : group.configured.filter((each) => each.domain !== domain);
      await store.transaction(() => {
        if (configured.length === 0) groups.remove(key);
        else groups.put(key, { ...group, configured });
      });
    },
  };
}
