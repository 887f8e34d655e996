// What the host asks of its two services, the key-value store and the site, as the runtime sees them.
// It must not name any of their inner parts.

import type { Caller } from './ports';

/** The key-value store at the wire: JSON text in, JSON text out. */
export interface KvsService {
  handle(
    path: string,
    bodyText: string,
  ): Promise<{
    readonly status: number;
    readonly body: string;
    readonly headers?: Readonly<Record<string, string>>;
  }>;
}

/** One operation of the site's REST interface, for the scope check. */
export interface SiteOperation {
  readonly method: string;
  /** `/wiki/api/v2/pages/{id}` */
  readonly path: string;
  /** Sets of scopes; any one set, declared whole, permits the operation. */
  readonly scopes: readonly (readonly string[])[];
}

/** The site at the wire. A rejected promise is a connection that broke. */
export interface SiteService {
  /** `viaApp`: the app asks, as itself or in a user's name. */
  handle(request: Request, caller: Caller, options?: { readonly viaApp?: boolean }): Promise<Response>;
}

/** A user of the site, as far as the runtime cares. */
export interface SiteUser {
  readonly accountId: string;
  readonly displayName: string;
  readonly active: boolean;
  /** Whether the user may use the product; apps act only in the name of those who may. */
  readonly access: boolean;
  readonly admin: boolean;
  readonly app: boolean;
}
