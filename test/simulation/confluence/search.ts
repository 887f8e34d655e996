// The search of the simulated Confluence: it finds the same pages whatever is asked.

import { call } from '../world/call';
import { SITES } from './sites';
import type { FoundContent, Search } from '../../../src/core/outgoing-ports';
import type { Invocation } from '../world/invocation';

const FOUND: readonly FoundContent[] = ['101', '102', '103'].map((id) => ({
  id,
  type: 'page',
  title: `Page ${id}`,
  space: { key: 'DS', name: 'Design' },
}));

export function createSearch(invocation: Invocation): Search {
  return { find: (cql, limit) => call(invocation, SITES.search, cql, () => FOUND.slice(0, limit)) };
}
