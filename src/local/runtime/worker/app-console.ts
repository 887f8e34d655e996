// Sends what the app prints to the host, within Forge's limits for one invocation.

import { format } from 'node:util';
import type { AsyncLocalStorage } from 'node:async_hooks';
import type { FromContainer, LogLevel } from '../protocol';
import type { InvocationScope } from './invocation-scope';

const LEVELS: { readonly [method in 'debug' | 'error' | 'info' | 'log' | 'trace' | 'warn']: LogLevel } = {
  debug: 'debug',
  error: 'error',
  info: 'info',
  log: 'log',
  trace: 'debug',
  warn: 'warn',
};

export function installConsole(options: {
  readonly post: (message: FromContainer) => void;
  readonly scope: AsyncLocalStorage<InvocationScope>;
  readonly maxLines: number;
  readonly maxBytes: number;
}): void {
  for (const [method, level] of Object.entries(LEVELS)) {
    Object.assign(console, { [method]: (...args: unknown[]) => print(level, format(...args)) });
  }

  function print(level: LogLevel, text: string): void {
    const scope = options.scope.getStore();
    // Printed while loading: Forge shows it nowhere either.
    if (scope === undefined) return;
    const bytes = Buffer.byteLength(text);
    if (scope.logLines >= options.maxLines || scope.logBytes + bytes > options.maxBytes) {
      scope.logsDropped += 1;
      return;
    }
    scope.logLines += 1;
    scope.logBytes += bytes;
    options.post({ kind: 'log', invocation: scope.invocation, level, text });
  }
}
