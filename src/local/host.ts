// The host: Forge and Confluence on one loopback port, around the unchanged app. It puts the parts together and takes
// them apart again; nothing of it is left after `dispose`.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChanges } from './changes';
import { createClock } from './clock/clock';
import { createConfluence } from './confluence/confluence';
import { sendOutside } from './egress/external-target';
import { createFaultBook } from './faults';
import { decideDelivery } from './filters/decide-delivery';
import { fireEvent } from './fire/fire-event';
import { importRules } from './import-rules';
import { createKvs } from './kvs/kvs';
import { createLocalForge } from './local-forge';
import { loadManifest } from './manifest/parse-manifest';
import { bundleApp, bundleContainerProgram } from './runtime/bundle';
import { createOperationFinder } from './runtime/fetch/find-operation';
import { NO_BUNDLES, createBrowserBundles } from './server/browser-bundles';
import { createRoutes, listen } from './server/server';
import { openStore } from './store/store';
import type { Hono } from 'hono';
import type { JsonObject } from '../core/json';
import type { Clock } from './clock/clock';
import type { Confluence } from './confluence/confluence';
import type { Delivery } from './delivery/delivery';
import type { DeliveryOptions } from './delivery/delivery-options';
import type { SeenEvent } from './delivery/event-log';
import type { FireOptions } from './fire/fire-event';
import type { FireReport } from './fire/fire-report';
import type { LocalForge } from './local-forge';
import type { AppManifest } from './manifest/manifest';
import type { Caller } from './ports';
import type { AppBundle } from './runtime/bundle';
import type { HostView } from './server/host-view';
import type { Store } from './store/store';

/** The folder of the project, where manifest.yml and the sources are. */
export const PROJECT_ROOT = join(import.meta.dirname, '..', '..');

export interface HostOptions {
  /** @default 0, any free port */
  readonly port?: number;
  /** Where state is kept. @default a temporary folder, deleted by `dispose` */
  readonly dataDir?: string;
  /** @default time runs, from now */
  readonly clock?: { readonly mode: 'real' | 'manual'; readonly startMs?: number };
  /** Warm containers of the app for each memory size. @default 1 */
  readonly containers?: number;
  /** Rule files to import through the app, as an admin; their rules keep the state they name. */
  readonly rules?: readonly string[];
  /** Rule files to import likewise, at the first start with this data folder only. */
  readonly firstRules?: readonly string[];
  /** Another app than this project's, for tests. */
  readonly app?: { readonly manifest: AppManifest; readonly bundle: AppBundle };
  readonly delivery?: DeliveryOptions;
  /** Faults to begin with, as in `POST /_host/api/faults`. */
  readonly faults?: readonly JsonObject[];
  /** Longest real time of an invocation. @default the function's time-out */
  readonly realTimeoutMs?: number;
  /** Whether the pages in the browser are bundled and served. @default true */
  readonly pages?: boolean;
  /** Whether an empty site gets the demo spaces and users. @default true */
  readonly demo?: boolean;
}

export interface Host {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly clock: Clock;
  readonly site: Confluence;
  readonly forge: LocalForge;
  readonly faults: HostView['faults'];
  /** Delivers an event and tells what became of it, once all it caused is at rest. */
  fire(payload: JsonObject, options?: FireOptions): Promise<FireReport>;
  /** Calls a function of the admin page's resolver. Throws what the page would see. @default account: the demo admin */
  resolver(functionKey: string, payload?: JsonObject, accountId?: string): Promise<unknown>;
  /** Resolves when nothing runs; what waits for its time may still be pending. */
  whenIdle(): Promise<void>;
  /** Resolves when the pages are bundled; rejects with the build's messages. */
  pagesReady(): Promise<void>;
  dispose(): Promise<void>;
}

/** Undoes one step of the start. */
type Close = () => unknown;

/** Starts a host. Rejects, with nothing left behind, when the port is taken or the app cannot be built or set up. */
export async function createHost(options: HostOptions = {}): Promise<Host> {
  const closing: Close[] = [];
  const dispose = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    return await openHost(options, { onClose: (close) => closing.push(close), dispose });
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function openHost(
  options: HostOptions,
  { onClose, dispose }: { onClose: (close: Close) => void; dispose: () => Promise<void> },
): Promise<Host> {
  let openRoutes: (routes: Hono) => void = () => undefined;
  const server = await listen(new Promise<Hono>((resolve) => (openRoutes = resolve)), options.port ?? 0);
  // The bundles take longest, so they start first and everything else happens meanwhile.
  const appReady = Promise.all([options.app ?? loadProjectApp(), bundleContainerProgram()]);
  appReady.catch(() => undefined); // Reported where it is awaited.
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'rulewright-')));
  if (options.dataDir === undefined) onClose(() => rm(dataDir, { recursive: true, force: true }));
  const store = openStore(dataDir);
  onClose(() => store.close());
  const clock = createClock(options.clock ?? { mode: 'real' });
  onClose(() => clock.dispose());
  const changes = createChanges();
  // Jobs of the site that a restart interrupted may publish before there is anyone to deliver.
  let takeEvents: (delivery: Delivery) => void = () => undefined;
  const delivery = new Promise<Delivery>((resolve) => (takeEvents = resolve));
  const site = createConfluence({ store, clock, emit: publish });
  onClose(() => site.dispose());

  const [{ manifest, bundle }, program] = await appReady;
  const kvs = createKvs({ store, clock, entities: manifest.entities });
  const forge = createLocalForge({
    manifest,
    appCode: bundle.code,
    program,
    store,
    clock,
    kvs,
    site: {
      service: site,
      user: (accountId) => site.users().find((user) => user.accountId === accountId),
      operation: createOperationFinder(site.operations),
    },
    external: sendOutside,
    decide: decideDelivery,
    onChange: () => changes.changed(),
    ...(options.containers === undefined ? {} : { containers: options.containers }),
    ...(options.realTimeoutMs === undefined ? {} : { realTimeoutMs: options.realTimeoutMs }),
  });
  onClose(() => forge.dispose());
  onClose(() => server.close());
  onClose(() => changes.close());
  forge.delivery.setOptions(options.delivery ?? {});
  await forge.delivery.start();
  takeEvents(forge.delivery);

  // Only the app's own account counts as the app itself; whether Forge says the same of a write in a user's name is
  // undocumented, see docs/fidelity.md.
  async function publish(payload: JsonObject, cause: Caller): Promise<void> {
    await (await delivery).accept({ ...payload, selfGenerated: cause.kind === 'app' }, 'site');
  }

  async function resolver(
    functionKey: string,
    payload: JsonObject = {},
    accountId = adminOf(site),
  ): Promise<unknown> {
    const moduleKey = manifest.pages.find(({ type }) => type === 'confluence:globalSettings')?.key ?? '';
    const result = await forge.invokeResolver({ moduleKey, functionKey, payload, accountId });
    if (result.kind === 'returned') return result.value;
    throw new Error(`Failed to call "${functionKey}" of the app: ${result.message}`);
  }

  /** Takes an event from outside. The site first gets what it speaks of, so that actions find their subject. */
  async function accept(payload: JsonObject): Promise<SeenEvent> {
    await site.materialise(payload);
    return forge.delivery.accept(payload, 'fired');
  }

  const faults = createFaultBook({ confluence: site.faults, kvs: kvs.faults });
  const fire = (payload: JsonObject, fireOptions: FireOptions = {}): Promise<FireReport> =>
    fireEvent(
      {
        accept,
        delivery: forge.delivery,
        clock,
        changes,
        inspect: (event) => resolver('inspectEvent', { payload: event }),
      },
      payload,
      fireOptions,
    );

  const bundles = options.pages === false ? NO_BUNDLES : createBrowserBundles(PROJECT_ROOT, manifest);
  // A process that ends while esbuild is at work leaves it crying on the terminal.
  onClose(() => bundles.ready().catch(() => undefined));
  if (options.demo !== false) await site.seedDemo();
  for (const fault of options.faults ?? []) faults.add(fault);
  await once(store, 'first-rules', async () => {
    for (const path of options.firstRules ?? []) await importRules(path, resolver);
  });
  for (const path of options.rules ?? []) await importRules(path, resolver);

  openRoutes(
    createRoutes(
      {
        manifest,
        dataDir,
        clock,
        forge,
        changes,
        faults,
        accept,
        fire,
        users: () => site.users(),
        askSite: (request, caller) => site.handle(request, caller),
        kvs,
      },
      bundles,
    ),
  );
  return {
    url: server.url,
    clock,
    site,
    forge,
    faults,
    fire,
    resolver,
    whenIdle: () => clock.whenIdle(),
    pagesReady: () => bundles.ready(),
    dispose,
  };
}

/** Does `work` unless the data folder says that it was done. */
async function once(store: Store, what: string, work: () => Promise<void>): Promise<void> {
  const done = store.table<boolean>('host-done');
  if (done.get(what) === true) return;
  await work();
  await store.transaction(() => done.put(what, true));
}

async function loadProjectApp(): Promise<NonNullable<HostOptions['app']>> {
  const [manifest, bundle] = await Promise.all([
    loadManifest(join(PROJECT_ROOT, 'manifest.yml')),
    bundleApp(join(PROJECT_ROOT, 'src', 'index.ts')),
  ]);
  return { manifest, bundle };
}

function adminOf(site: Confluence): string {
  const admin = site.users().find((user) => user.admin && !user.app);
  if (admin === undefined)
    throw new Error('Failed to find an administrator: the site has none. Seed the demo site.');
  return admin.accountId;
}
