// Connections: addresses and secrets in the secret store of KVS, which nobody reads back, and under a plain key what
// may be shown of them. It must not check names or addresses; core does.

import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { originOf } from '../../core/webhooks/webhook-address';
import type { Connection, ConnectionStore, ConnectionSummary } from '../../core/outgoing-ports';

const LIST_KEY = 'connections';

const SummariesSchema = v.array(v.object({ name: v.string(), origin: v.string(), signed: v.boolean() }));
const ConnectionSchema = v.object({
  name: v.string(),
  url: v.string(),
  secret: v.exactOptional(v.string()),
});

export const connectionStore: ConnectionStore = {
  async list() {
    const stored = await kvs.get<unknown>(LIST_KEY);
    return stored === undefined ? [] : v.parse(SummariesSchema, stored);
  },

  async get(name) {
    const stored = await kvs.getSecret<unknown>(secretKey(name));
    return stored === undefined ? undefined : v.parse(ConnectionSchema, stored);
  },

  // The secret first: a name that is listed can be used.
  async put(connection) {
    await kvs.setSecret(secretKey(connection.name), connection);
    await writeList([...(await others(connection.name)), summaryOf(connection)]);
  },

  async delete(name) {
    await writeList(await others(name));
    await kvs.deleteSecret(secretKey(name));
  },
};

async function others(name: string): Promise<readonly ConnectionSummary[]> {
  return (await connectionStore.list()).filter((each) => each.name !== name);
}

async function writeList(connections: readonly ConnectionSummary[]): Promise<void> {
  await kvs.set(
    LIST_KEY,
    connections.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  );
}

function summaryOf({ name, url, secret }: Connection): ConnectionSummary {
  return { name, origin: originOf(url) ?? '', signed: secret !== undefined };
}

function secretKey(name: string): string {
  return `connection:${name}`;
}
