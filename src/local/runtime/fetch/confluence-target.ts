// Product requests: finds out in whose name the app asks, refuses what Forge's proxy refuses, and passes the rest to
// the site. The site's own permissions are not its business.

import { APP_ACCOUNT_ID } from '../../ports';
import { brokenConnection, jsonAnswer, proxyError } from './answer';
import type { AppManifest } from '../../manifest/manifest';
import type { Caller } from '../../ports';
import type { SiteOperation, SiteService, SiteUser } from '../../services';
import type { AppAnswer, AppRequest } from '../protocol';
import type { RequestHandler, Requester } from './route-fetch';
import type { UnemulatedLog } from './unemulated';

export interface ConfluenceTargetOptions {
  readonly site: SiteService;
  readonly manifest: AppManifest;
  readonly user: (accountId: string) => SiteUser | undefined;
  /** The operation that a request matches, for the scope check; undefined when the site knows none. */
  readonly operation: (method: string, path: string) => SiteOperation | undefined;
  readonly unemulated: UnemulatedLog;
}

/** What the site answers to a route that it does not know. */
const NOT_EMULATED = 501;

/** Either the caller, or the refusal. */
type Identified =
  { readonly caller: Caller; readonly impersonates: boolean } | { readonly refusal: AppAnswer };

export function createConfluenceTarget(options: ConfluenceTargetOptions): RequestHandler {
  return async (request, requester) => {
    const identified = identify(request, requester, options);
    if ('refusal' in identified) return identified.refusal;
    const refusal = checkScopes(request, identified, options);
    if (refusal !== undefined) return refusal;
    const response = await options.site.handle(toRequest(request), identified.caller, { viaApp: true });
    if (response.status === NOT_EMULATED) options.unemulated.add('confluence', request.method, request.path);
    return toAnswer(response);
  };
}

function identify(request: AppRequest, requester: Requester, options: ConfluenceTargetOptions): Identified {
  const { provider, accountId } = request.target;
  const invoker = requester.call.accountId;
  if (provider === 'app') return { caller: { kind: 'app', accountId: APP_ACCOUNT_ID }, impersonates: false };
  if (provider !== 'user') return { caller: { kind: 'anonymous' }, impersonates: false };
  if (accountId === undefined || accountId === invoker) {
    if (invoker === undefined) {
      const why = 'asUser() has no user here. Name one with asUser(accountId).';
      return { refusal: proxyError(401, 'AUTH_TYPE_UNAVAILABLE', why) };
    }
    return { caller: { kind: 'user', accountId: invoker }, impersonates: false };
  }
  const user = options.user(accountId);
  // Forge documents that these users cannot be impersonated, but not the code; see docs/fidelity.md.
  if (user === undefined || user.app || !user.active || !user.access) {
    const why = `The user "${accountId}" cannot be impersonated.`;
    return { refusal: proxyError(403, 'OFFLINE_USER_AUTH_UNAVAILABLE', why) };
  }
  return { caller: { kind: 'user', accountId }, impersonates: true };
}

function checkScopes(
  request: AppRequest,
  { caller, impersonates }: { readonly caller: Caller; readonly impersonates: boolean },
  { manifest, operation }: ConfluenceTargetOptions,
): AppAnswer | undefined {
  if (caller.kind === 'anonymous') return undefined;
  const scopeSets = operation(request.method, request.path)?.scopes ?? [];
  if (scopeSets.length === 0) return undefined;
  const declared = scopeSets.filter((set) => set.every((scope) => manifest.scopes.has(scope)));
  if (declared.length === 0)
    return jsonAnswer(401, { code: 401, message: 'Unauthorized; scope does not match' });
  if (!impersonates) return undefined;
  const allowed = declared.some((set) =>
    set.every((scope) => manifest.scopes.get(scope)?.allowImpersonation === true),
  );
  if (allowed) return undefined;
  const why = `The manifest does not allow impersonation for ${scopeSets.map((set) => set.join(' + ')).join(' or ')}.`;
  return proxyError(403, 'OFFLINE_USER_AUTH_UNAVAILABLE', why);
}

/** The site sees an ordinary HTTP request; the host name is never looked up. */
const SITE_ORIGIN = 'http://site.invalid';

function toRequest(request: AppRequest): Request {
  return new Request(new URL(request.path, SITE_ORIGIN), {
    method: request.method,
    headers: request.headers.map(([name, value]): [string, string] => [name, value]),
    ...(request.body === undefined ? {} : { body: request.body as BodyInit }),
  });
}

async function toAnswer(response: Response): Promise<AppAnswer> {
  const headers = [...response.headers];
  const isText = /json|text|xml/.test(response.headers.get('content-type') ?? 'text');
  try {
    const body = isText ? await response.text() : new Uint8Array(await response.arrayBuffer());
    return { kind: 'answered', status: response.status, headers, body };
  } catch (error) {
    return brokenConnection(`the answer broke off: ${String(error)}`);
  }
}
