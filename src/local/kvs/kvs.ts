// The key-value store of the host: answers where Forge's storage would, so that the real @forge/kvs talks to it.
// A write is answered only when it is committed. It must not be reached by anything but `handle` and the inspection
// below, and it reads the time from the host's clock alone.

import type { JsonValue } from '../../core/json';
import type { HostClock } from '../ports';
import type { Store } from '../store/store';
import { parseCursor, toCursor } from './cursor';
import type { EntityDefinition } from './entity-definition';
import { createFaults } from './faults';
import type { KvsFaultEffect, KvsFaults } from './faults';
import { openItemStore } from './item-store';
import { FORGE_RATES, STORE_LIMITS } from './limits';
import type { KvsRates } from './limits';
import type { KvsRefusal } from './refusal';
import { ROUTES } from './routes';
import type { Route } from './routes';
import { createUsageMeter } from './usage';
import type { KvsUsage } from './usage';

export interface KvsOptions {
  readonly store: Store;
  readonly clock: HostClock;
  /** Custom entities of the manifest. @default none */
  readonly entities?: readonly EntityDefinition[];
  /** @default what Forge grants an installation */
  readonly rates?: KvsRates;
  /** How long an expired value stays readable. @default 48 hours, the most that Forge names */
  readonly deletionLagMs?: number;
}

export interface KvsAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface KvsListing {
  readonly items: readonly {
    readonly key: string;
    readonly value: JsonValue;
    readonly expireTime?: string;
  }[];
  /** Absent when nothing follows. */
  readonly cursor?: string;
}

export interface Kvs {
  /** Answers one POST of @forge/kvs. Rejects only when a fault breaks the connection. */
  handle(path: string, bodyText: string): Promise<KvsAnswer>;
  /** Plain values for the host's page, uncounted. Throws on a cursor that is not of this list. @default limit 50 */
  list(query?: {
    readonly prefix?: string;
    readonly cursor?: string;
    readonly limit?: number;
  }): Promise<KvsListing>;
  usage(): KvsUsage;
  readonly faults: KvsFaults;
}

const DEFAULT_LIST_LIMIT = 50;
const VALUES = ['value'];

export function createKvs(options: KvsOptions): Kvs {
  const { store, clock, entities = [], rates = FORGE_RATES } = options;
  const opening = openItemStore({
    store,
    clock,
    entities,
    deletionLagMs: options.deletionLagMs ?? STORE_LIMITS.EXPIRY_LAG_MS,
  });
  const meter = createUsageMeter(clock, rates);
  const { faults, take } = createFaults();

  async function perform(route: Route, bodyText: string): Promise<KvsAnswer> {
    const tooMany = refusal({
      status: 429,
      code: route.tooMany,
      message: 'Too many requests. Try again later.',
    });
    if (!meter.admitRequest()) return tooMany;
    if (route.counts === 'write' && !meter.admitUnits('write', Buffer.byteLength(bodyText))) return tooMany;
    const answer = await route.answer({ items: await opening, entities }, bodyText);
    const sent = answer.ok ? success(answer.value) : refusal(answer.error);
    // How much a read costs is known only when it has been read.
    if (route.counts === 'read' && !meter.admitUnits('read', Buffer.byteLength(sent.body))) return tooMany;
    return sent;
  }

  return {
    faults,
    usage: () => meter.usage(),
    async handle(path, bodyText) {
      const route = ROUTES.get(path);
      if (route === undefined) {
        return refusal({
          status: 501,
          code: 'NOT_IMPLEMENTED',
          message: `The host does not emulate POST ${path}`,
        });
      }
      const fault = take(path);
      if (fault !== undefined && fault.when !== 'after') return applyFault(fault, route);
      const answer = await perform(route, bodyText);
      return fault === undefined ? answer : applyFault(fault, route);
    },
    async list({ prefix = '', cursor, limit = DEFAULT_LIST_LIMIT } = {}) {
      const after = parseCursor(cursor, VALUES);
      if (!after.ok)
        throw new Error(`Failed to list the store: ${after.error.context?.reason ?? after.error.message}.`);
      const items: KvsListing['items'][number][] = [];
      let last: string | undefined;
      const rows = (await opening).scanItems({
        base: VALUES,
        condition: { operator: 'BEGINS_WITH', first: prefix, second: prefix },
        ...(after.value === undefined ? {} : { after: after.value }),
      });
      for (const { row, key, item } of rows) {
        if (items.length === limit) return last === undefined ? { items } : { items, cursor: last };
        last = toCursor(row);
        const expireTime =
          item.expiresAtMs === undefined ? {} : { expireTime: new Date(item.expiresAtMs).toISOString() };
        items.push({ key, value: item.value, ...expireTime });
      }
      return { items };
    },
  };
}

function success(value: object | undefined): KvsAnswer {
  if (value === undefined) return { status: 200, body: '' };
  return { status: 200, body: JSON.stringify(value), headers: { 'content-type': 'application/json' } };
}

function refusal({ status, ...body }: KvsRefusal): KvsAnswer {
  return { status, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

function applyFault(fault: KvsFaultEffect, route: Route): KvsAnswer {
  // What fetch throws when a connection breaks.
  if (fault.kind === 'lost') throw new TypeError('fetch failed');
  if (fault.status === 429) {
    return refusal({ status: 429, code: route.tooMany, message: 'Too many requests. Try again later.' });
  }
  return refusal({
    status: fault.status,
    code: 'INTERNAL_SERVER_ERROR',
    message: 'An internal server error has occurred',
  });
}
