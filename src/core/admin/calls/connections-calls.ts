// The calls of connections.

import * as v from 'valibot';
import { answer } from '../answers';
import { ConnectionSchema, saveConnection } from '../connections';
import { call } from './call';
import type { ConnectionsApi } from '../api/connections-api';
import type { Calls } from './call';

export const CONNECTIONS_CALLS: Calls<ConnectionsApi> = {
  listConnections: call(v.object({}), async (_, { ports }) => answer(await ports.connections.list())),
  saveConnection: call(ConnectionSchema, (connection, { ports }) => saveConnection(connection, ports)),
  deleteConnection: call(v.object({ name: v.string() }), async ({ name }, { ports }) => {
    await ports.connections.delete(name);
    return answer(await ports.connections.list());
  }),
};
