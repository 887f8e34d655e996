// The faults of all services in one book, as the host's page and tests set them. What a fault does is the service's.

import { isJsonObject } from '../core/json';
import { parseFault } from './confluence/faults/faults';
import type { JsonObject } from '../core/json';
import type { Faults } from './confluence/faults/faults';
import type { FaultBook } from './server/host-view';

export function createFaultBook(site: Faults): FaultBook {
  return {
    list: () => site.list().map((fault) => ({ service: 'confluence', ...fault }) as unknown as JsonObject),
    add(input) {
      const service = isJsonObject(input) ? (input['service'] ?? 'confluence') : undefined;
      if (service !== 'confluence')
        throw new TypeError(`Failed to add the fault: unknown service "${String(service)}".`);
      const fault = parseFault(input);
      if (fault.ok) return { id: site.add(fault.value).id };
      const problems = fault.error.map(({ path, message }) => `${path}: ${message}`);
      throw new TypeError(`Failed to add the fault: ${problems.join('; ')}.`);
    },
    clear: () => site.clear(),
  };
}
