// The faults of all services in one book, as the host's page and tests set them. What a fault does is the service's.

import * as v from 'valibot';
import { isJsonObject } from '../core/json';
import { parseFault } from './confluence/faults/faults';
import type { JsonObject } from '../core/json';
import type { Faults } from './confluence/faults/faults';
import type { KvsFaults } from './kvs/faults';
import type { FaultBook } from './server/host-view';

const When = v.picklist(['before', 'after']);
const KvsFaultSchema = v.object({
  path: v.exactOptional(v.string()),
  times: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  do: v.variant('kind', [
    v.object({
      kind: v.literal('status'),
      status: v.pipe(v.number(), v.integer()),
      when: v.exactOptional(When),
    }),
    v.object({ kind: v.literal('lost'), when: When }),
  ]),
});

export function createFaultBook(services: {
  readonly confluence: Faults;
  readonly kvs: KvsFaults;
}): FaultBook {
  const { confluence, kvs } = services;

  function addSiteFault(input: JsonObject): string {
    const fault = parseFault(input);
    if (fault.ok) return confluence.add(fault.value).id;
    throw refused(fault.error.map(({ path, message }) => `${path}: ${message}`));
  }

  function addKvsFault(input: JsonObject): string {
    const fault = v.safeParse(KvsFaultSchema, input);
    if (fault.success) return kvs.add(fault.output);
    throw refused(fault.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`));
  }

  return {
    list: () => [
      ...confluence.list().map((fault) => ({ service: 'confluence', ...fault })),
      ...kvs.list().map((fault) => ({ service: 'kvs', ...fault })),
    ],
    add(input) {
      const service = isJsonObject(input) ? (input['service'] ?? 'confluence') : undefined;
      if (isJsonObject(input) && service === 'confluence') return { id: addSiteFault(input) };
      if (isJsonObject(input) && service === 'kvs') return { id: addKvsFault(input) };
      throw refused([`service: expected "confluence" or "kvs", got ${JSON.stringify(service)}`]);
    },
    clear() {
      confluence.clear();
      kvs.clear();
    },
  };
}

function refused(problems: readonly string[]): TypeError {
  return new TypeError(`Failed to add the fault: ${problems.join('; ')}.`);
}
