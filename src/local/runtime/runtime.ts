// Runs the functions of the app as Forge does: in warm containers, with Forge's globals, time-outs and memory limits.
// Each invocation is recorded. It must not decide what happens after a failure; see ../delivery.

import { randomUUID } from 'node:crypto';
import { INVOCATION_LIMITS } from '../../core/limits';
import { runtimeFacts } from './app-context';
import { createContainers } from './containers';
import { createInvocationLog } from './invocation-log';
import type { Clock } from '../clock/clock';
import type { AppManifest, FunctionModule } from '../manifest/manifest';
import type { Installation } from './app-context';
import type { RequestHandler } from './fetch/route-fetch';
import type { InvocationCall, InvocationRecord, InvocationResult } from './invocation';
import type { InvocationLog } from './invocation-log';

export interface RuntimeOptions {
  readonly appCode: string;
  /** The program of a container, see bundle.ts. */
  readonly program: string;
  readonly manifest: AppManifest;
  readonly installation: Installation;
  readonly clock: Clock;
  readonly route: RequestHandler;
  /** Addresses that the app may fetch from now. */
  readonly egress: () => readonly string[];
  /** Containers for each memory size. */
  readonly containers: number;
  /** Ends an invocation after this much real time, whatever the host's clock says. @default the function's time-out */
  readonly realTimeoutMs?: number;
  readonly onChange: () => void;
}

export interface Runtime {
  /** Performs one invocation; never rejects. */
  invoke(call: InvocationCall): Promise<InvocationResult>;
  readonly invocations: InvocationLog;
  containerCount(): number;
  dispose(): Promise<void>;
}

/** What one invocation may print. [developer.atlassian.com/platform/forge/limits-invocation] */
const MAX_LOG_LINES = 100;
const MAX_LOG_BYTES = 200_000;

export function createRuntime(options: RuntimeOptions): Runtime {
  const { manifest, clock, installation } = options;
  const functions = new Map(manifest.functions.map((fn) => [fn.key, fn]));
  const invocations = createInvocationLog(options.onChange);
  let disposed = false;
  const containers = createContainers({
    program: options.program,
    perSize: options.containers,
    data: {
      appCode: options.appCode,
      sharedTime: clock.sharedTime,
      maxLogLines: MAX_LOG_LINES,
      maxLogBytes: MAX_LOG_BYTES,
    },
  });

  function invoke(call: InvocationCall): Promise<InvocationResult> {
    const id = randomUUID();
    const fn = functions.get(call.functionKey);
    const startedMs = clock.nowMs();
    const startedReal = performance.now();
    invocations.add({
      id,
      function: call.functionKey,
      handler: fn?.handler ?? '',
      kind: call.kind,
      moduleKey: call.moduleKey,
      startedMs,
      outcome: 'running',
      logs: [],
      logsDropped: 0,
      ...(call.retryCount === undefined ? {} : { retryCount: call.retryCount }),
      ...(call.eventId === undefined ? {} : { eventId: call.eventId }),
    });
    const finish = (result: InvocationResult): InvocationResult => {
      const durationMs = Math.round(performance.now() - startedReal);
      invocations.change(id, { endedMs: clock.nowMs(), durationMs, ...describe(result, call) });
      return result;
    };
    if (disposed) return Promise.resolve(finish(unknownError('The host was stopped.')));
    if (fn === undefined)
      return Promise.resolve(finish(unknownError(`The manifest has no function "${call.functionKey}".`)));
    return perform(id, fn, call).then(finish);
  }

  function perform(id: string, fn: FunctionModule, call: InvocationCall): Promise<InvocationResult> {
    const timeoutMs = timeoutSeconds(fn, call) * 1000;
    const deadlineMs = clock.nowMs() + timeoutMs;
    const exportName = fn.handler.split('.').at(-1) ?? '';
    const facts = runtimeFacts(
      installation,
      { ...manifest, egress: options.egress() },
      {
        id,
        moduleKey: call.moduleKey,
        deadlineMs,
        ...(call.accountId === undefined ? {} : { accountId: call.accountId }),
      },
    );
    const requester = { call, invocationId: id, originId: call.originId ?? id };

    return clock.activity.join(async (task) => {
      const { result, stop } = containers.next(fn.memoryMB).invoke(exportName, call.args, facts, {
        onRequest: (request) => clock.activity.part(task, () => options.route(request, requester)),
        onLog: (level, text) => invocations.addLine(id, { level, text }),
        onLogsDropped: (lines) => invocations.change(id, { logsDropped: lines }),
      });
      const timeOut = (): void => stop(timedOut(timeoutMs));
      const cancel = clock.at(deadlineMs, timeOut);
      // A stepped clock stands while the app computes; a handler that never ends must not hang the host.
      const guard = setTimeout(timeOut, options.realTimeoutMs ?? timeoutMs).unref();
      try {
        return await result;
      } finally {
        cancel();
        clearTimeout(guard);
      }
    });
  }

  return {
    invoke,
    invocations,
    containerCount: () => containers.count(),
    dispose() {
      disposed = true;
      return containers.dispose();
    },
  };
}

function timeoutSeconds(fn: FunctionModule, { kind }: InvocationCall): number {
  if (kind !== 'consumer' && kind !== 'scheduled') return INVOCATION_LIMITS.SHORT_TIMEOUT_SECONDS;
  return Math.min(
    fn.timeoutSeconds ?? INVOCATION_LIMITS.LONG_DEFAULT_TIMEOUT_SECONDS,
    INVOCATION_LIMITS.LONG_MAX_TIMEOUT_SECONDS,
  );
}

function describe(
  result: InvocationResult,
  { kind }: InvocationCall,
): Pick<InvocationRecord, 'outcome' | 'message'> {
  switch (result.kind) {
    case 'returned':
      if (kind === 'scheduled' && !isHttpAnswer(result.value))
        return { outcome: 'platform-error', message: NO_HTTP_ANSWER };
      return { outcome: isRetryRequest(result.value) ? 'retry-asked' : 'ok' };
    case 'threw':
      return { outcome: 'threw', message: result.stack ?? result.message };
    case 'platform-error':
      if (result.error === 'FUNCTION_TIME_OUT') return { outcome: 'timed-out', message: result.message };
      if (result.error === 'FUNCTION_OUT_OF_MEMORY')
        return { outcome: 'out-of-memory', message: result.message };
      return { outcome: 'platform-error', message: result.message };
  }
}

/** What Forge records of a scheduled run without a proper answer. [events-reference/scheduled-trigger] */
const NO_HTTP_ANSWER =
  '424 Failed dependency: a scheduled trigger must return an object with a `statusCode`, such as 204.';

function isHttpAnswer(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'statusCode' in value && Number.isInteger(value.statusCode)
  );
}

/** Whether a handler returned an InvocationError, which is known by its shape. [@forge/events out/invocationError.js] */
export function isRetryRequest(
  value: unknown,
): value is { readonly _retry: true; readonly retryOptions?: unknown } {
  return typeof value === 'object' && value !== null && '_retry' in value && value._retry === true;
}

function timedOut(timeoutMs: number): InvocationResult {
  const message = `The function did not finish within ${timeoutMs / 1000} seconds.`;
  return { kind: 'platform-error', error: 'FUNCTION_TIME_OUT', message };
}

function unknownError(message: string): InvocationResult {
  return { kind: 'platform-error', error: 'FUNCTION_PLATFORM_UNKNOWN_ERROR', message };
}
