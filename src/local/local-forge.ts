// Forge itself, locally: the app in its containers, what it may reach, and what is delivered to it. It knows nothing
// of HTTP or pages; host.ts puts those around it.

import { isJsonObject } from '../core/json';
import { createEgress } from './egress/egress';
import { createExternalTarget } from './egress/external-target';
import { createDelivery } from './delivery/delivery';
import { createInstallation, handlerContext } from './runtime/app-context';
import { createConfluenceTarget } from './runtime/fetch/confluence-target';
import { createFetchRouter } from './runtime/fetch/route-fetch';
import { createUnemulatedLog } from './runtime/fetch/unemulated';
import { createRuntime } from './runtime/runtime';
import type { JsonObject } from '../core/json';
import type { Clock } from './clock/clock';
import type { Delivery } from './delivery/delivery';
import type { DecideDelivery } from './delivery/triggers';
import type { Egress } from './egress/egress';
import type { AppManifest } from './manifest/manifest';
import type { Installation } from './runtime/app-context';
import type { RequestHandler } from './runtime/fetch/route-fetch';
import type { InvocationResult } from './runtime/invocation';
import type { Runtime } from './runtime/runtime';
import type { UnemulatedLog } from './runtime/fetch/unemulated';
import type { KvsService, SiteOperation, SiteService, SiteUser } from './services';
import type { Store } from './store/store';

export interface LocalForgeOptions {
  readonly manifest: AppManifest;
  readonly appCode: string;
  /** The program of a container, see runtime/bundle.ts. */
  readonly program: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly kvs?: KvsService;
  readonly site?: {
    readonly service: SiteService;
    readonly user: (accountId: string) => SiteUser | undefined;
    readonly operation: (method: string, path: string) => SiteOperation | undefined;
  };
  /** Answers requests to allowed addresses outside Atlassian; absent: not emulated. */
  readonly external?: RequestHandler;
  readonly decide: DecideDelivery;
  /** Warm containers for each memory size. @default 1 */
  readonly containers?: number;
  /** Deliveries that run at the same time. @default 8 */
  readonly concurrency?: number;
  /** Longest real time of an invocation. @default the function's time-out */
  readonly realTimeoutMs?: number;
  readonly onChange?: () => void;
}

/** A call of a resolver function by a user. */
export interface ResolverCall {
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly payload?: unknown;
  readonly accountId: string;
  /** What the page's bridge says of where it stands; `type` is added. */
  readonly extension?: JsonObject;
}

export interface LocalForge {
  readonly runtime: Runtime;
  readonly delivery: Delivery;
  readonly installation: Installation;
  readonly unemulated: UnemulatedLog;
  /** The addresses that the app may reach. */
  readonly egress: Egress;
  /** What the app learns of the page that calls it, and the page of itself. */
  pageContext(moduleKey: string, accountId: string, extension?: JsonObject): JsonObject;
  /** Calls a module's resolver. Never rejects; an unknown module is a platform error. */
  invokeResolver(call: ResolverCall): Promise<InvocationResult>;
  dispose(): Promise<void>;
}

const DEFAULT_CONTAINERS = 1;
const DEFAULT_CONCURRENCY = 8;

export function createLocalForge(options: LocalForgeOptions): LocalForge {
  const { manifest, clock, store, onChange = () => undefined } = options;
  const installation = createInstallation(manifest);
  const unemulated = createUnemulatedLog(() => clock.nowMs());
  const egress = createEgress(store, manifest);
  const route = createFetchRouter(
    {
      stargate: (request, requester) => delivery.queueApi(request, requester),
      ...(options.kvs === undefined ? {} : { kvs: options.kvs }),
      external: createExternalTarget(egress, options.external),
      ...(options.site === undefined
        ? {}
        : {
            confluence: createConfluenceTarget({
              ...options.site,
              site: options.site.service,
              manifest,
              unemulated,
            }),
          }),
    },
    unemulated,
  );
  const runtime = createRuntime({
    appCode: options.appCode,
    program: options.program,
    manifest,
    installation,
    clock,
    egress: () => egress.backend(),
    route,
    containers: options.containers ?? DEFAULT_CONTAINERS,
    onChange,
    ...(options.realTimeoutMs === undefined ? {} : { realTimeoutMs: options.realTimeoutMs }),
  });
  const delivery = createDelivery({
    store,
    clock,
    manifest,
    installation,
    invoke: (call) => runtime.invoke(call),
    decide: options.decide,
    unemulated,
    concurrency: options.concurrency ?? DEFAULT_CONCURRENCY,
    onChange,
  });

  function pageContext(moduleKey: string, accountId: string, extension: JsonObject = {}): JsonObject {
    const type = manifest.pages.find(({ key }) => key === moduleKey)?.type ?? 'unknown';
    return {
      accountId,
      cloudId: installation.cloudId,
      localId: `ari:cloud:ecosystem::extension/${installation.appId}/${installation.environmentId}/static/${moduleKey}`,
      moduleKey,
      environmentId: installation.environmentId,
      environmentType: installation.environmentType,
      extension: { ...extension, type },
    };
  }

  return {
    runtime,
    delivery,
    installation,
    unemulated,
    egress,
    pageContext,
    invokeResolver({ moduleKey, functionKey, payload, accountId, extension }) {
      const page = manifest.pages.find(({ key }) => key === moduleKey);
      return runtime.invoke({
        kind: 'resolver',
        functionKey: page?.resolver ?? `(resolver of ${moduleKey})`,
        moduleKey,
        accountId,
        args: [
          {
            call: { functionKey, payload: isJsonObject(payload) ? payload : {} },
            context: pageContext(moduleKey, accountId, extension),
          },
          handlerContext(installation, accountId),
        ],
      });
    },
    async dispose() {
      delivery.stop();
      await runtime.dispose();
      // What services were doing for the app comes to its end before the store is closed under them.
      await clock.activity.whenIdle();
    },
  };
}
