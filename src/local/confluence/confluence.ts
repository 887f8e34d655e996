// The host's small Confluence, put together: one function answers every product request, one publishes events,
// one seeds the demo site. It must not know Forge; whether an identity may be used is decided before.

import type { JsonObject } from '../../core/json';
import type { Caller, EmitEvent, HostClock } from '../ports';
import type { Store } from '../store/store';
import { createFaults } from './faults/faults';
import type { Faults } from './faults/faults';
import type { Operation, OperationInfo } from './http/operation';
import { createRateLimit } from './http/rate-limit';
import { createRouter } from './http/router';
import { createLongTaskRunner } from './long-tasks/runner';
import { longTaskWork } from './long-tasks/work';
import { materialise } from './materialise/materialise';
import type { UserRecord } from './model/user';
import { allOperations } from './operations';
import { isSiteAdmin } from './permissions/access';
import { seedSite } from './seed/seed';
import type { Edition } from './session';
import { publishLeft } from './outbox';
import { listAll, openTables } from './tables';
import type { Tables } from './tables';
import { doWork } from './unit-of-work';
import type { Site } from './unit-of-work';

export interface ConfluenceOptions {
  readonly store: Store;
  readonly clock: HostClock;
  /**
   * Called after the change has committed, once for each event, in order; the request's answer waits for it. An event
   * that it has not taken when the process ends is published anew when the site is opened again.
   */
  readonly emit: EmitEvent;
  /** @default 'standard' */
  readonly edition?: Edition;
}

/** A user as the host's pages show one. */
interface SiteUser {
  readonly accountId: string;
  readonly displayName: string;
  readonly publicName: string;
  readonly admin: boolean;
  readonly active: boolean;
  /** Whether the account may use Confluence. */
  readonly access: boolean;
  readonly app: boolean;
}

export interface Confluence {
  /**
   * Answers a request to `/wiki/…` or `/_host/site/…`. `viaApp` says whether the app made it, as itself or as a
   * user; by default only the app's own account counts. Rejects with ConnectionLostError for such a fault.
   */
  handle(request: Request, caller: Caller, options?: { readonly viaApp?: boolean }): Promise<Response>;
  /** The REST operations below `/wiki`, with the scopes that each asks for. */
  readonly operations: readonly OperationInfo[];
  /** Fills an empty site with the demo spaces, people and pages; does nothing on a site that has them. */
  seedDemo(): Promise<void>;
  /**
   * Adds what an event from outside speaks of and the site lacks: people, spaces, content, templates, with the
   * payload's ids. Changes nothing that exists, publishes nothing, and takes a payload of any shape.
   */
  materialise(payload: JsonObject): Promise<void>;
  users(): readonly SiteUser[];
  readonly faults: Faults;
  /** Cancels jobs that have not run; they go on when the site is opened again. */
  dispose(): void;
}

export function createConfluence(options: ConfluenceOptions): Confluence {
  const { store, clock, emit, edition = 'standard' } = options;
  const tables = openTables(store);
  const runner = createLongTaskRunner(tables, clock, runAs, longTaskWork);
  const site: Site = { store, tables, clock, emit, edition, schedule: (task) => runner.schedule(task) };
  const faults = createFaults(clock);
  const rateLimit = createRateLimit(clock);
  const route = createRouter(site, allOperations);

  async function runAs(accountId: string, work: Parameters<typeof doWork<void>>[2]): Promise<void> {
    const actor = tables.users.get(accountId) ?? formerUser(accountId);
    const caller: Caller = { kind: actor.accountType === 'app' ? 'app' : 'user', accountId };
    await doWork(site, { caller, actor, baseUrl: '/wiki', readOnly: false }, work);
  }

  publishLeft(site);
  runner.resume();
  return {
    handle: (request, caller, { viaApp = caller.kind === 'app' } = {}) => {
      const answer = (): Promise<Response> => route(request, caller);
      const counted = viaApp ? () => rateLimit.meet(request, answer) : answer;
      return faults.meet(request, viaApp, counted);
    },
    operations: allOperations.filter(({ version }) => version !== 0).map(toInfo),
    seedDemo: () => seedSite(site),
    materialise: (payload) =>
      store.transaction(() => materialise(tables, payload, new Date(clock.nowMs()).toISOString())),
    users: () => listAll(tables.users).map((user) => toSiteUser(tables, user)),
    faults,
    dispose: () => runner.dispose(),
  };
}

function toInfo({ id, method, path, version, scopes }: Operation): OperationInfo {
  return { id, method, path, version, scopes };
}

/** A job goes on in the name of its account even when that has been deleted meanwhile. */
function formerUser(accountId: string): UserRecord {
  const name = 'Former user';
  return {
    accountId,
    accountType: 'atlassian',
    displayName: name,
    publicName: name,
    email: '',
    active: false,
    access: false,
  };
}

function toSiteUser(tables: Tables, user: UserRecord): SiteUser {
  const { accountId, displayName, publicName, active, access, accountType } = user;
  const admin = isSiteAdmin(tables, accountId);
  return { accountId, displayName, publicName, admin, active, access, app: accountType === 'app' };
}
