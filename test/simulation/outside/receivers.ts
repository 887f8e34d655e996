// What stands outside Confluence: a service that honours the Idempotency-Key, and chat channels that read no key. Messages
// are kept by key, so that a second one is seen.

import { call, site } from '../world/call';
import type { Connection, Webhooks, WebhookRequest } from '../../../src/core/outgoing-ports';
import type { Invocation } from '../world/invocation';
import type { Witness } from '../confluence/witness';

const SITES = {
  connection: site('read a connection', 'kvs-read'),
  post: site('post a message', 'outside'),
} as const;

/** The one connection of these worlds; its messages are signed. */
const CONNECTION: Connection = {
  name: 'crm',
  url: 'https://crm.example.com/hooks',
  secret: 'a secret of the receiver',
};

/** The address of a chat channel. */
export const CHANNEL = 'https://chat.example.com/channel';

/** Messages that arrived, for all of one world. */
export class Receivers {
  /** By marker: those of the service are dropped when they come again. */
  readonly arrived = new Set<string>();
  /** Messages that the service dropped because it had their key. */
  repeated = 0;

  take(marker: string, { url }: WebhookRequest, witness: Witness): void {
    if (url === CONNECTION.url && this.arrived.has(marker)) {
      this.repeated++;
      return;
    }
    this.arrived.add(marker);
    witness.sees(marker);
  }
}

export function createWebhooks(invocation: Invocation, receivers: Receivers, witness: Witness): Webhooks {
  return {
    connection: (name) =>
      call(invocation, SITES.connection, name, () => (name === CONNECTION.name ? CONNECTION : undefined)),
    post(request) {
      const marker = `rulewright-${request.headers['Idempotency-Key'] ?? ''}`;
      witness.asks(invocation, SITES.post, request.url, marker, { kind: 'app' }, request.body);
      return call(
        invocation,
        SITES.post,
        request.url,
        () => receivers.take(marker, request, witness),
        (seconds) => witness.refused(invocation, marker, seconds),
      );
    },
  };
}
