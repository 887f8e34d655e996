// What is known of the invocation that the running code belongs to. Concurrent invocations of one container each
// have their own, carried by AsyncLocalStorage.

import type { RuntimeFacts } from '../protocol';

export interface InvocationScope {
  readonly invocation: number;
  readonly runtime: RuntimeFacts;
  logLines: number;
  logBytes: number;
  logsDropped: number;
  /** True once the handler's promise has settled: what it left running may no longer reach the outside. */
  ended: boolean;
}
