// Which addresses a body may link to. Nothing that a browser would run.

const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:']);
// Resolves relative addresses; any host will do, as only the scheme is looked at.
const BASE = 'http://localhost';

/** `address` when following it cannot run anything, else `undefined`. */
export function safeAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address, BASE)) return undefined;
  return SAFE_SCHEMES.has(new URL(address, BASE).protocol) ? address : undefined;
}
