// What the host needs of a Forge manifest, in plain lists. Its meaning is Forge's; parse-manifest.ts reads it.

/** A Confluence event that a trigger wants, with the filter for that one event. */
export interface TriggerEvent {
  readonly eventType: string;
  readonly filter?: TriggerFilter;
}

/** What Forge asks before it delivers. */
export interface TriggerFilter {
  readonly expression?: string;
  readonly ignoreSelf?: boolean;
  readonly onError: 'IGNORE_AND_LOG' | 'IGNORE' | 'RECEIVE' | 'RECEIVE_AND_LOG';
}

export interface TriggerModule {
  readonly key: string;
  readonly function: string;
  readonly events: readonly TriggerEvent[];
  readonly filter?: TriggerFilter;
}

export interface FunctionModule {
  readonly key: string;
  /** File and export: `index.onEvent`. */
  readonly handler: string;
  readonly timeoutSeconds?: number;
  readonly memoryMB: number;
}

export interface ConsumerModule {
  readonly key: string;
  readonly queue: string;
  readonly function: string;
}

export const SCHEDULE_INTERVALS = ['fiveMinute', 'hour', 'day', 'week'] as const;
export type ScheduleInterval = (typeof SCHEDULE_INTERVALS)[number];

export interface ScheduleModule {
  readonly key: string;
  readonly function: string;
  readonly interval: ScheduleInterval;
}

/** A module with a page of its own, such as `confluence:globalSettings`. */
export interface PageModule {
  readonly type: string;
  readonly key: string;
  readonly title?: string;
  readonly resource?: string;
  /** The last part of its address, for pages that have one. */
  readonly route?: string;
  /** The size of the dialog that it is shown in. */
  readonly viewportSize?: string;
  /** Function key of the resolver. */
  readonly resolver?: string;
}

export interface ResourceModule {
  readonly key: string;
  /** A folder (Custom UI) or a file (UI Kit), relative to the manifest. */
  readonly path: string;
}

/** A custom entity, see the storage section of the manifest. */
export interface EntityModule {
  readonly name: string;
  readonly attributes: Readonly<
    Record<string, { readonly type: 'string' | 'boolean' | 'float' | 'integer' | 'any' }>
  >;
  readonly indexes: readonly (
    | string
    | { readonly name: string; readonly range: readonly string[]; readonly partition?: readonly string[] }
  )[];
}

export interface AppManifest {
  readonly id: string;
  readonly name: string;
  readonly functions: readonly FunctionModule[];
  readonly triggers: readonly TriggerModule[];
  readonly consumers: readonly ConsumerModule[];
  readonly schedules: readonly ScheduleModule[];
  readonly pages: readonly PageModule[];
  readonly resources: readonly ResourceModule[];
  readonly entities: readonly EntityModule[];
  /** Scope to whether it may be used in the name of a user who is not there. */
  readonly scopes: ReadonlyMap<string, { readonly allowImpersonation: boolean }>;
  /** Addresses that the app may fetch: `hooks.example.com`, `*.example.com`, `*`. */
  readonly egress: readonly string[];
  /** Whether an admin may allow further addresses. */
  readonly egressConfigurable: boolean;
}
