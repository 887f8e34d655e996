// Replaces the global `fetch`: every request goes to the host, and where the host says that nobody has allowed the
// address, Forge's own error is thrown. It must not open any connection itself.

/** The name of Forge's error, and the code by which the host says so. */
const NOT_ALLOWED = 'REQUEST_EGRESS_ALLOWLIST_ERR';

/** Forge's error for such an address [@forge/api out/api/errors.js, ExternalEndpointNotAllowedError]. */
function notAllowed(url: string): Error {
  const error = new Error(
    `URL not included in the external fetch backend permissions: ${url}. Visit go.atlassian.com/forge-egress for more information.`,
  );
  error.name = NOT_ALLOWED;
  return Object.assign(error, { status: 403 });
}

export function installEgressGuard(options: {
  readonly fetchExternal: (url: string, init: RequestInit | undefined) => Promise<Response>;
}): void {
  globalThis.fetch = async (input, init) => {
    const request = input instanceof Request ? input : undefined;
    const url = new URL(input instanceof Request ? input.url : input);
    try {
      if (request === undefined) return await options.fetchExternal(url.href, init);
      const body = request.body === null ? null : await request.arrayBuffer();
      return await options.fetchExternal(url.href, {
        method: request.method,
        headers: request.headers,
        body,
        ...init,
      });
    } catch (error) {
      const cause = error instanceof Error ? error.cause : undefined;
      if (cause instanceof Error && 'code' in cause && cause.code === NOT_ALLOWED) throw notAllowed(url.href);
      throw error;
    }
  };
}
