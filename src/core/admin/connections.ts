// What an admin does with connections: name an address outside Confluence, with a secret to sign by, and forget it.
// What is secret goes in and never comes out.

import * as v from 'valibot';
import { CONNECTION_NAME, isWebhookAddress } from '../webhooks/webhook-address';
import { answer } from './answers';
import type { ConnectionStore, ConnectionSummary } from '../outgoing-ports';
import type { AdminResult } from './api/result';

/** More connections than this are not looked through by anyone. */
const MAX_CONNECTIONS = 100;

/** A connection as it is typed. */
export const ConnectionSchema = v.object({
  name: v.pipe(
    v.string(),
    v.regex(CONNECTION_NAME, 'expected up to 60 lower-case letters, digits and hyphens'),
  ),
  url: v.pipe(
    v.string(),
    v.maxLength(2000),
    v.check(isWebhookAddress, 'expected an address that begins with https://'),
    v.check((url) => !url.includes('{{'), 'expected an address without placeholders'),
  ),
  secret: v.exactOptional(
    v.pipe(
      v.string(),
      v.minLength(16, 'expected at least 16 characters'),
      v.maxLength(200, 'expected at most 200 characters'),
    ),
  ),
});

/** Adds the connection, or puts it in place of that of the same name. */
export async function saveConnection(
  connection: v.InferOutput<typeof ConnectionSchema>,
  { connections }: { readonly connections: ConnectionStore },
): Promise<AdminResult<readonly ConnectionSummary[]>> {
  const present = await connections.list();
  if (present.length >= MAX_CONNECTIONS && present.every(({ name }) => name !== connection.name)) {
    const message = `Failed to add the connection: there are ${MAX_CONNECTIONS} already. Delete one first.`;
    return { ok: false, error: { code: 'invalid', message } };
  }
  await connections.put(connection);
  return answer(await connections.list());
}
