// Runs inside a container: loads the app as Forge would and performs one invocation for each message.
// It plays the Lambda's side, so it must import nothing of the host but the protocol and the shared time.

import { parentPort, workerData } from 'node:worker_threads';
import { installConsole } from './app-console';
import { installEgressGuard } from './egress-guard';
import { installForgeGlobals } from './forge-globals';
import { installHostDate } from './host-date';
import { loadApp } from './load-app';
import type { ContainerData, FromContainer, ToContainer } from '../protocol';
import type { InvocationScope } from './invocation-scope';

const port = parentPort;
if (port === null) throw new Error('A container runs in a worker thread only.');
const data = workerData as ContainerData;
const post = (message: FromContainer): void => port.postMessage(message);

const hostNow = installHostDate(data.sharedTime);
const forge = installForgeGlobals({ post, hostNow });
installConsole({ post, scope: forge.scope, maxLines: data.maxLogLines, maxBytes: data.maxLogBytes });
installEgressGuard({ fetchExternal: (url, init) => forge.fetchExternal(url, init) });

port.on('message', (message: ToContainer) => {
  if (message.kind === 'answer') forge.answer(message.request, message.answer);
  else void perform(message);
});

const app = loadApp(data.appCode);
post(app.ok ? { kind: 'ready' } : { kind: 'load-failed', message: app.message });

async function perform({
  invocation,
  exportName,
  args,
  runtime,
}: Extract<ToContainer, { kind: 'invoke' }>): Promise<void> {
  const handler = app.ok ? app.exports[exportName] : undefined;
  if (typeof handler !== 'function') {
    post({ kind: 'no-such-export', invocation });
    return;
  }
  const scope: InvocationScope = {
    invocation,
    runtime,
    logLines: 0,
    logBytes: 0,
    logsDropped: 0,
    ended: false,
  };
  try {
    const value: unknown = await forge.scope.run(scope, () =>
      (handler as (...args: readonly unknown[]) => unknown)(...args),
    );
    // Lambda returns JSON; what JSON cannot carry is the app's error.
    const text = JSON.stringify(value) as string | undefined;
    endLogs(scope);
    post({ kind: 'returned', invocation, ...(text === undefined ? {} : { value: text }) });
  } catch (error) {
    endLogs(scope);
    post({ kind: 'threw', invocation, ...describeError(error) });
  } finally {
    scope.ended = true;
  }
}

function endLogs(scope: InvocationScope): void {
  if (scope.logsDropped > 0)
    post({ kind: 'log-dropped', invocation: scope.invocation, lines: scope.logsDropped });
}

function describeError(error: unknown): { message: string; stack?: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  return { message: error.message, ...(error.stack === undefined ? {} : { stack: error.stack }) };
}
