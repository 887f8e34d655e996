// Reads a Forge manifest into the host's lists. Forge's own validation is far stricter and runs in the contract
// tests; this one refuses only what the host could not run.

import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import { SCHEDULE_INTERVALS } from './manifest';
import type { AppManifest, TriggerFilter } from './manifest';

/** Memory of a function that names none, in MB. [developer.atlassian.com/platform/forge/manifest-reference] */
const DEFAULT_MEMORY_MB = 512;

const FilterSchema = v.object({
  expression: v.optional(v.string()),
  ignoreSelf: v.optional(v.boolean()),
  onError: v.optional(v.picklist(['IGNORE_AND_LOG', 'IGNORE', 'RECEIVE', 'RECEIVE_AND_LOG'])),
});
const ModuleList = <const S extends v.GenericSchema>(schema: S) => v.optional(v.array(schema), []);

const ManifestSchema = v.object({
  app: v.object({
    id: v.string(),
    name: v.optional(v.string()),
    runtime: v.optional(v.object({ memoryMB: v.optional(v.number()) })),
    storage: v.optional(
      v.object({
        entities: ModuleList(
          v.object({
            name: v.string(),
            attributes: v.record(
              v.string(),
              v.object({ type: v.picklist(['string', 'boolean', 'float', 'integer', 'any']) }),
            ),
            indexes: ModuleList(
              v.union([
                v.string(),
                v.object({
                  name: v.string(),
                  range: v.array(v.string()),
                  partition: v.exactOptional(v.array(v.string())),
                }),
              ]),
            ),
          }),
        ),
      }),
    ),
  }),
  modules: v.looseObject({
    function: ModuleList(
      v.object({
        key: v.string(),
        handler: v.string(),
        timeoutSeconds: v.optional(v.number()),
        runtime: v.optional(v.object({ memoryMB: v.optional(v.number()) })),
      }),
    ),
    trigger: ModuleList(
      v.object({
        key: v.string(),
        function: v.string(),
        events: v.array(
          v.union([v.string(), v.object({ eventType: v.string(), filter: v.optional(FilterSchema) })]),
        ),
        filter: v.optional(FilterSchema),
      }),
    ),
    consumer: ModuleList(v.object({ key: v.string(), queue: v.string(), function: v.string() })),
    scheduledTrigger: ModuleList(
      v.object({ key: v.string(), function: v.string(), interval: v.picklist(SCHEDULE_INTERVALS) }),
    ),
  }),
  resources: ModuleList(v.object({ key: v.string(), path: v.string() })),
  permissions: v.optional(
    v.object({
      scopes: v.optional(
        v.union([
          v.array(v.string()),
          v.record(v.string(), v.nullish(v.object({ allowImpersonation: v.optional(v.boolean()) }))),
        ]),
      ),
      external: v.optional(
        v.object({
          fetch: v.optional(v.object({ backend: v.optional(v.array(v.unknown())) })),
          configurable: v.optional(v.object({ enabled: v.optional(v.boolean()) })),
        }),
      ),
    }),
  ),
});

const PageSchema = v.object({
  key: v.string(),
  title: v.optional(v.union([v.string(), v.record(v.string(), v.string())])),
  resource: v.optional(v.string()),
  route: v.optional(v.string()),
  viewportSize: v.optional(v.string()),
  resolver: v.optional(v.object({ function: v.optional(v.string()) })),
});

/** Reads and parses the manifest file at `path`. Throws with every problem when the host cannot run it. */
export async function loadManifest(path: string): Promise<AppManifest> {
  return parseManifest(parseYaml(await readFile(path, 'utf8')));
}

/** Parses a manifest (the YAML document as a value). Throws with every problem when the host cannot run it. */
export function parseManifest(input: unknown): AppManifest {
  const parsed = v.safeParse(ManifestSchema, input);
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? '(root)'}: ${issue.message}`);
    throw new Error(`Failed to read the manifest: ${problems.join('; ')}. Correct manifest.yml.`);
  }
  const { app, modules, resources, permissions } = parsed.output;
  const memoryMB = app.runtime?.memoryMB ?? DEFAULT_MEMORY_MB;
  return {
    id: app.id,
    name: app.name ?? 'app',
    functions: modules.function.map((fn) => ({
      key: fn.key,
      handler: fn.handler,
      memoryMB: fn.runtime?.memoryMB ?? memoryMB,
      ...(fn.timeoutSeconds === undefined ? {} : { timeoutSeconds: fn.timeoutSeconds }),
    })),
    triggers: modules.trigger.map((trigger) => ({
      key: trigger.key,
      function: trigger.function,
      events: trigger.events.map((event) =>
        typeof event === 'string'
          ? { eventType: event }
          : { eventType: event.eventType, ...toFilter(event.filter) },
      ),
      ...toFilter(trigger.filter),
    })),
    consumers: modules.consumer,
    schedules: modules.scheduledTrigger,
    pages: Object.entries(modules).flatMap(([type, list]) => toPages(type, list)),
    resources,
    entities: app.storage?.entities ?? [],
    scopes: toScopes(permissions?.scopes ?? []),
    egress: (permissions?.external?.fetch?.backend ?? []).flatMap(toAddress),
    egressConfigurable: permissions?.external?.configurable?.enabled === true,
  };
}

function toFilter(filter: v.InferOutput<typeof FilterSchema> | undefined): {
  readonly filter?: TriggerFilter;
} {
  if (filter === undefined) return {};
  return {
    filter: {
      onError: filter.onError ?? 'IGNORE_AND_LOG',
      ...(filter.expression === undefined ? {} : { expression: filter.expression }),
      ...(filter.ignoreSelf === undefined ? {} : { ignoreSelf: filter.ignoreSelf }),
    },
  };
}

function toPages(type: string, list: unknown): AppManifest['pages'] {
  if (!type.includes(':') || !Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    const parsed = v.safeParse(PageSchema, entry);
    if (!parsed.success) return [];
    const { key, title, resource, route, viewportSize, resolver } = parsed.output;
    return {
      type,
      key,
      ...(typeof title === 'string' ? { title } : {}),
      ...(resource === undefined ? {} : { resource }),
      ...(route === undefined ? {} : { route }),
      ...(viewportSize === undefined ? {} : { viewportSize }),
      ...(resolver?.function === undefined ? {} : { resolver: resolver.function }),
    };
  });
}

function toScopes(
  scopes:
    | readonly string[]
    | Readonly<Record<string, { allowImpersonation?: boolean | undefined } | null | undefined>>,
): AppManifest['scopes'] {
  const entries = Array.isArray(scopes)
    ? scopes.map((scope: string) => [scope, undefined] as const)
    : Object.entries(scopes as Exclude<typeof scopes, readonly string[]>);
  return new Map(
    entries.map(([scope, options]) => [scope, { allowImpersonation: options?.allowImpersonation === true }]),
  );
}

/** An egress entry is an address, `{ address }` or `{ remote }`; remotes are not addresses. */
function toAddress(entry: unknown): string[] {
  if (typeof entry === 'string') return [entry];
  const parsed = v.safeParse(v.object({ address: v.string() }), entry);
  return parsed.success ? [parsed.output.address] : [];
}
