// The calls of the packs.

import * as v from 'valibot';
import { addPack, getPack, listPacks } from '../use-packs';
import { call } from './call';
import type { PacksApi } from '../api/packs-api';
import type { Calls } from './call';

export const PACKS_CALLS: Calls<PacksApi> = {
  listPacks: call(v.object({}), (_, { ports }) => listPacks(ports)),
  getPack: call(v.object({ id: v.string() }), ({ id }, { ports }) => getPack(id, ports)),
  addPack: call(
    v.object({
      id: v.string(),
      values: v.record(v.string(), v.union([v.string(), v.array(v.string())])),
      spaces: v.array(v.string()),
    }),
    addPack,
  ),
};
