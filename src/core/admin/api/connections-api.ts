// What the page asks of connections.

import type { ConnectionSummary } from '../../outgoing-ports';
import type { AdminResult } from './result';

export type ConnectionsApi = {
  /** Names and where they lead; never an address with its secret. */
  listConnections: (payload: Record<string, never>) => AdminResult<readonly ConnectionSummary[]>;
  /** Adds or replaces; answers the list as it then is. */
  saveConnection: (payload: {
    name: string;
    url: string;
    secret?: string;
  }) => AdminResult<readonly ConnectionSummary[]>;
  deleteConnection: (payload: { name: string }) => AdminResult<readonly ConnectionSummary[]>;
};
