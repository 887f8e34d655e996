// The identity of the one local installation, and what an invocation is told about it.

import type { AppManifest } from '../manifest/manifest';
import type { RuntimeFacts } from './protocol';

/** Ids that a real installation has; fixed, because there is one local site. */
export interface Installation {
  readonly appId: string;
  readonly appVersion: string;
  readonly environmentId: string;
  readonly environmentType: string;
  readonly installationId: string;
  readonly cloudId: string;
  /** ARI of the site: `installContext` of handlers, `contextAri` of the runtime. */
  readonly contextAri: string;
}

const LOCAL_ENVIRONMENT_ID = '00000000-0000-4000-8000-0000000000e1';
const LOCAL_INSTALLATION_ID = '00000000-0000-4000-8000-0000000000a1';
const LOCAL_CLOUD_ID = '00000000-0000-4000-8000-0000000000c1';

export function createInstallation(manifest: AppManifest): Installation {
  return {
    appId: manifest.id.replace(/^ari:cloud:ecosystem::app\//, ''),
    appVersion: '1.0.0',
    environmentId: LOCAL_ENVIRONMENT_ID,
    environmentType: 'DEVELOPMENT',
    installationId: LOCAL_INSTALLATION_ID,
    cloudId: LOCAL_CLOUD_ID,
    contextAri: `ari:cloud:confluence::site/${LOCAL_CLOUD_ID}`,
  };
}

/** The second argument of every handler. [developer.atlassian.com/platform/forge/function-reference/arguments] */
export function handlerContext(
  installation: Installation,
  accountId?: string,
): Readonly<Record<string, unknown>> {
  return {
    installContext: installation.contextAri,
    ...(accountId === undefined ? {} : { principal: { accountId } }),
    installation: {
      ari: { installationId: installation.installationId },
      contexts: [{ cloudId: installation.cloudId, workspaceId: installation.cloudId }],
    },
  };
}

/** What `__forge_runtime__` says during one invocation. */
export function runtimeFacts(
  installation: Installation,
  manifest: AppManifest,
  invocation: {
    readonly id: string;
    readonly moduleKey: string;
    readonly accountId?: string;
    readonly deadlineMs: number;
  },
): RuntimeFacts {
  const { appId, appVersion, environmentId, environmentType, installationId, contextAri } = installation;
  return {
    contextAri,
    traceId: invocation.id.replaceAll('-', ''),
    deadlineMs: invocation.deadlineMs,
    ...(invocation.accountId === undefined ? {} : { aaid: invocation.accountId }),
    appContext: {
      appId,
      appVersion,
      environmentId,
      environmentType,
      installationId,
      invocationId: invocation.id,
      moduleKey: invocation.moduleKey,
      installation: { ari: `ari:cloud:ecosystem::installation/${installationId}`, contexts: [contextAri] },
      permissions: {
        scopes: [...manifest.scopes.keys()],
        external: { fetch: { backend: manifest.egress } },
      },
    },
  };
}
