// Turns the arguments of `__forge_fetch__` into a message. Text bodies, the usual case, go as they are; forms and
// bytes are encoded as fetch would.

import type { AppRequest, FetchTarget } from '../protocol';

export async function toAppRequest(
  target: FetchTarget,
  path: string,
  init: RequestInit | undefined,
): Promise<AppRequest> {
  const method = (init?.method ?? 'GET').toUpperCase();
  const plainTarget = JSON.parse(JSON.stringify(target)) as FetchTarget;
  const body = init?.body;
  if (body === undefined || body === null) {
    return { target: plainTarget, path, method, headers: [...new Headers(init?.headers)] };
  }
  if (typeof body === 'string') {
    const headers = new Headers(init?.headers);
    if (!headers.has('content-type')) headers.set('content-type', 'text/plain;charset=UTF-8');
    return { target: plainTarget, path, method, headers: [...headers], body };
  }
  // Only Request knows the content type (with its boundary) of a form.
  const request = new Request('http://app.invalid/', { method, headers: init?.headers ?? {}, body });
  return {
    target: plainTarget,
    path,
    method,
    headers: [...request.headers],
    body: new Uint8Array(await request.arrayBuffer()),
  };
}
