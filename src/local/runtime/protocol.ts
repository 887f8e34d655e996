// The messages between the host and a container (a worker thread that runs the app). Payloads are JSON.
// It must hold types only: both sides bundle it.

/** Whom the app asked, as the `@forge/*` packages name it to `__forge_fetch__`. */
export interface FetchTarget {
  readonly type?: string;
  readonly provider?: string;
  readonly remote?: string;
  readonly accountId?: string;
  readonly [key: string]: unknown;
}

/** One request of the app. */
export interface AppRequest {
  readonly target: FetchTarget;
  readonly path: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: string | Uint8Array;
}

/** What the app gets for it. `failed` is a connection that broke: `fetch` rejects. */
export type AppAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      readonly body?: string | Uint8Array;
    }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string };

/** What `__forge_runtime__` says during one invocation; the rest of it is made in the container. */
export interface RuntimeFacts {
  readonly appContext: Readonly<Record<string, unknown>>;
  readonly contextAri: string;
  readonly aaid?: string;
  readonly traceId: string;
  /** Host time at which the platform ends the invocation. */
  readonly deadlineMs: number;
}

export type LogLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';

export type ToContainer =
  | {
      readonly kind: 'invoke';
      readonly invocation: number;
      readonly exportName: string;
      readonly args: readonly unknown[];
      readonly runtime: RuntimeFacts;
    }
  | { readonly kind: 'answer'; readonly request: number; readonly answer: AppAnswer };

export type FromContainer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'load-failed'; readonly message: string }
  | {
      readonly kind: 'request';
      readonly invocation: number;
      readonly request: number;
      readonly content: AppRequest;
    }
  | { readonly kind: 'log'; readonly invocation: number; readonly level: LogLevel; readonly text: string }
  | { readonly kind: 'log-dropped'; readonly invocation: number; readonly lines: number }
  /** `value` is JSON text; absent for `undefined`. */
  | { readonly kind: 'returned'; readonly invocation: number; readonly value?: string }
  | { readonly kind: 'threw'; readonly invocation: number; readonly message: string; readonly stack?: string }
  | { readonly kind: 'no-such-export'; readonly invocation: number };

/** What a container is started with. */
export interface ContainerData {
  /** The app as one CommonJS file. */
  readonly appCode: string;
  readonly sharedTime: SharedArrayBuffer;
  readonly maxLogLines: number;
  readonly maxLogBytes: number;
}
