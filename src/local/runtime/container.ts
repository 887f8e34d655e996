// One warm container: a worker thread that has loaded the app and performs invocations, several at a time.
// States: starting (program loads) → ready | broken (the app failed to load) → draining (an invocation timed out: the
// rest may finish, nothing new comes in) → dead (ended, or killed for memory). It must not decide who answers requests.

import { Worker } from 'node:worker_threads';
import { assertNever } from '../../core/assert-never';
import type {
  AppAnswer,
  AppRequest,
  ContainerData,
  FromContainer,
  LogLevel,
  RuntimeFacts,
  ToContainer,
} from './protocol';
import type { InvocationResult } from './invocation';

/** What a running invocation needs of the host. */
export interface InvocationHooks {
  onRequest(request: AppRequest): Promise<AppAnswer>;
  onLog(level: LogLevel, text: string): void;
  onLogsDropped(lines: number): void;
}

export interface Container {
  /** Whether it takes another invocation. */
  isOpen(): boolean;
  /** Performs one invocation; never rejects. `stop` ends it early, as a time-out does. */
  invoke(
    exportName: string,
    args: readonly unknown[],
    runtime: RuntimeFacts,
    hooks: InvocationHooks,
  ): { readonly result: Promise<InvocationResult>; readonly stop: (why: InvocationResult) => void };
  dispose(): Promise<void>;
}

interface Running {
  readonly hooks: InvocationHooks;
  readonly end: (result: InvocationResult) => void;
}

/** How long other invocations of a draining container may still take, real time: Forge's shortest time-out. */
const DRAIN_MS = 25_000;

export function createContainer(options: {
  readonly program: string;
  readonly data: ContainerData;
  readonly memoryMB: number;
}): Container {
  const worker = new Worker(options.program, {
    eval: true,
    workerData: options.data,
    resourceLimits: { maxOldGenerationSizeMb: options.memoryMB },
    env: {},
  });
  const running = new Map<number, Running>();
  let lastInvocation = 0;
  let open = true;
  let drain: NodeJS.Timeout | undefined;

  const send = (message: ToContainer): void => worker.postMessage(message);

  function end(invocation: number, result: InvocationResult): void {
    const one = running.get(invocation);
    running.delete(invocation);
    one?.end(result);
    if (!open && running.size === 0) void terminate();
  }

  function endAll(result: InvocationResult): void {
    open = false;
    for (const invocation of [...running.keys()]) end(invocation, result);
  }

  async function terminate(): Promise<void> {
    open = false;
    clearTimeout(drain);
    await worker.terminate();
  }

  async function answer(invocation: number, request: number, content: AppRequest): Promise<void> {
    const one = running.get(invocation);
    // The invocation was ended: its container is gone as far as it can tell, so nothing more happens on its behalf.
    if (one === undefined) return;
    const given = await one.hooks.onRequest(content);
    if (running.has(invocation)) send({ kind: 'answer', request, answer: given });
  }

  function receive(message: FromContainer): void {
    switch (message.kind) {
      case 'ready':
        break;
      case 'load-failed':
        endAll(unknownError(`The app failed to load: ${message.message}`));
        break;
      case 'request':
        void answer(message.invocation, message.request, message.content);
        break;
      case 'log':
        running.get(message.invocation)?.hooks.onLog(message.level, message.text);
        break;
      case 'log-dropped':
        running.get(message.invocation)?.hooks.onLogsDropped(message.lines);
        break;
      case 'returned':
        end(message.invocation, { kind: 'returned', value: parseReturned(message.value) });
        break;
      case 'threw':
        end(message.invocation, {
          kind: 'threw',
          message: message.message,
          ...(message.stack === undefined ? {} : { stack: message.stack }),
        });
        break;
      case 'no-such-export':
        end(message.invocation, unknownError('The handler is not a function that the app exports.'));
        break;
      default:
        assertNever(message);
    }
  }

  worker.on('message', receive);
  worker.on('error', (error: Error & { code?: string }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      endAll({
        kind: 'platform-error',
        error: 'FUNCTION_OUT_OF_MEMORY',
        message: `The function needed more than its ${options.memoryMB} MB of memory.`,
      });
    } else endAll(unknownError(`The container crashed: ${error.stack ?? error.message}`));
  });
  worker.on('exit', () => endAll(unknownError('The container ended.')));

  return {
    isOpen: () => open,
    invoke(exportName, args, runtime, hooks) {
      const invocation = ++lastInvocation;
      let finish: (result: InvocationResult) => void = () => undefined;
      const result = new Promise<InvocationResult>((resolve) => (finish = resolve));
      running.set(invocation, { hooks, end: finish });
      send({ kind: 'invoke', invocation, exportName, args, runtime });
      return {
        result,
        stop(why) {
          if (!running.has(invocation)) return;
          open = false;
          end(invocation, why);
          drain ??= setTimeout(() => void terminate(), DRAIN_MS).unref();
        },
      };
    },
    dispose: terminate,
  };
}

function parseReturned(text: string | undefined): unknown {
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}

function unknownError(message: string): InvocationResult {
  return { kind: 'platform-error', error: 'FUNCTION_PLATFORM_UNKNOWN_ERROR', message };
}
