// Where a message goes: the name of a connection, or an address in the rule itself. It must not send anything.

/** Names of connections: what people type and see in rules. */
export const CONNECTION_NAME = /^[a-z0-9][a-z0-9-]{0,59}$/;

/**
 * An address: https, and http for this machine alone, which no cloud reaches. The host holds no placeholder, so that no
 * event decides who is told.
 */
const ADDRESS =
  /^(https:\/\/[a-z0-9][a-z0-9.-]*(?::\d+)?|http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?)(?:[/?#]\S*)?$/i;

/** True for an address that a message can be sent to. */
export function isWebhookAddress(text: string): boolean {
  return originOf(text) !== undefined;
}

/** `https://hooks.example.com` of an address; undefined when it is none. */
export function originOf(address: string): string | undefined {
  return ADDRESS.exec(address.replace(/\{\{.*?\}\}/g, 'x'))?.[1] === undefined
    ? undefined
    : ADDRESS.exec(address)?.[1];
}
