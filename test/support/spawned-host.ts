// The product as `npm start` runs it, in a process of its own, so that a test can kill it.

import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { ChildProcess } from 'node:child_process';

const ROOT = resolve(import.meta.dirname, '../..');

export interface SpawnedHost {
  readonly url: string;
  readonly process: ChildProcess;
  /** Ends it and waits until it is gone. @default SIGTERM */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the product on a free port with its data in `dataDir`; resolves when it says that it serves. */
export async function spawnHost(dataDir: string, ...args: readonly string[]): Promise<SpawnedHost> {
  // Not through npm and tsx's command line: a kill has to hit the process that holds the data.
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'src/local/main.ts'), '--port', '0', '--data', dataDir, ...args],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const url = await addressOf(child);
  return {
    url,
    process: child,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await exited;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (found !== undefined) done(found);
    });
    child.once('exit', (code) => fail(new Error(`The host ended with ${code} before it served: ${printed}`)));
  });
}
