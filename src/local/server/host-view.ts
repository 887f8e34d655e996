// What the HTTP interface may see and do of the host. Types only; host.ts fills them.

import type { JsonObject } from '../../core/json';
import type { Changes } from '../changes';
import type { Clock } from '../clock/clock';
import type { SeenEvent } from '../delivery/event-log';
import type { FireOptions } from '../fire/fire-event';
import type { FireReport } from '../fire/fire-report';
import type { Kvs } from '../kvs/kvs';
import type { LocalForge } from '../local-forge';
import type { AppManifest } from '../manifest/manifest';
import type { Caller } from '../ports';
import type { SiteUser } from '../services';

/** A fault, as docs/host-api.md describes it. */
export interface FaultBook {
  list(): readonly object[];
  /** Adds one; throws a TypeError that says what is wrong with it. */
  add(fault: unknown): { readonly id: string };
  clear(): void;
}

export interface HostView {
  readonly manifest: AppManifest;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly forge: LocalForge;
  readonly changes: Changes;
  users(): readonly SiteUser[];
  /** Answers a request of the site's pages or of its REST interface. */
  askSite(request: Request, caller: Caller): Promise<Response>;
  /** Delivers an event from outside, without waiting for what it causes. */
  accept(payload: JsonObject): Promise<SeenEvent>;
  fire(payload: JsonObject, options: FireOptions): Promise<FireReport>;
  readonly faults: FaultBook;
  /** The app's key-value store, for inspection. */
  readonly kvs: Pick<Kvs, 'list' | 'usage'>;
}
