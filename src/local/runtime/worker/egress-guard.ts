// Replaces the global `fetch`: an address that the manifest does not declare is refused with Forge's own words,
// the rest goes to the host. It must not open any connection itself.

/** Forge's error for an undeclared address [@forge/api out/api/errors.js, ExternalEndpointNotAllowedError]. */
function notAllowed(url: string): Error {
  const error = new Error(
    `URL not included in the external fetch backend permissions: ${url}. Visit go.atlassian.com/forge-egress for more information.`,
  );
  error.name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
  return Object.assign(error, { status: 403 });
}

export function installEgressGuard(options: {
  readonly allowed: readonly string[];
  readonly fetchExternal: (url: string, init: RequestInit | undefined) => Promise<Response>;
}): void {
  globalThis.fetch = async (input, init) => {
    const request = input instanceof Request ? input : undefined;
    const url = new URL(input instanceof Request ? input.url : input);
    if (!options.allowed.some((address) => isCovered(url, address))) throw notAllowed(url.href);
    if (request === undefined) return options.fetchExternal(url.href, init);
    const body = request.body === null ? null : await request.arrayBuffer();
    return options.fetchExternal(url.href, {
      method: request.method,
      headers: request.headers,
      body,
      ...init,
    });
  };
}

/** Whether `address` of a manifest (`*`, `https://a.example.com`, `*.example.com`) covers `url`. */
export function isCovered(url: URL, address: string): boolean {
  if (address === '*') return true;
  const scheme = /^(https?|wss?):\/\//.exec(address);
  if (scheme !== null && url.protocol !== `${scheme[1] ?? ''}:`) return false;
  const host = address.slice(scheme?.[0].length ?? 0).split('/')[0] ?? '';
  return host.startsWith('*.') ? url.host.endsWith(host.slice(1)) : url.host === host;
}
