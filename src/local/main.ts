// `npm start`: reads the command line, starts the host, and stops it when asked to. On its first start it fills the
// site and imports the demo rules.

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT_ROOT, createHost } from './host';

const USAGE = `npm start -- [options]
  --port N        port to listen on, 127.0.0.1 only (default 8080; 0 for any)
  --data DIR      where the site and the app's data are kept (default .data)
  --rules FILE…   rule files to import at the start; may be repeated
  --clock manual  host time stands until it is stepped (default: it runs)
  --containers N  warm containers of the app (default 1)
  --help`;

const DEFAULT_PORT = '8080';
const MAX_PORT = 65_535;
/** How often to look whether the shell of npm is still there. */
const PARENT_CHECK_MS = 250;
/** After this long a second signal ends the process at once. */
const INSISTING_MS = 1000;

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const port = toInteger('--port', values.port, 0, MAX_PORT);
  const containers = toInteger('--containers', values.containers, 1, 64);
  if (values.clock !== 'real' && values.clock !== 'manual')
    throw new UsageError('--clock is "real" or "manual"');
  const dataDir = values.data;
  const startedAt = performance.now();
  const host = await createHost({
    port,
    dataDir,
    containers,
    clock: { mode: values.clock },
    firstRules: [join(PROJECT_ROOT, 'rules', 'demo.json')],
    rules: [...values.rules, ...positionals],
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `Rulewright is ready at ${host.url} (${seconds} s). Its data is in ${dataDir}; stop it with Ctrl+C.`,
  );
  host.pagesReady().catch((error: unknown) => console.error('Failed to bundle the pages:', error));

  let stoppedAt: number | undefined;
  const stop = (): void => {
    if (stoppedAt === undefined) void host.dispose().then(() => process.exit(0));
    // Under npm one Ctrl+C arrives twice, from the terminal and from npm; a later one is meant.
    else if (performance.now() - stoppedAt > INSISTING_MS) process.exit(1);
    stoppedAt ??= performance.now();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // npm passes a signal on to the shell that it started, and the shell dies of it without a word to us.
  const parent = process.ppid;
  const startedByNpm = process.env['npm_lifecycle_event'] !== undefined;
  if (startedByNpm) setInterval(() => process.ppid !== parent && stop(), PARENT_CHECK_MS).unref();
}

class UsageError extends Error {}

function readArguments(): {
  values: { port: string; data: string; rules: string[]; clock: string; containers: string; help: boolean };
  positionals: string[];
} {
  try {
    return parseArgs({
      allowPositionals: true, // Further files after --rules.
      options: {
        port: { type: 'string', default: process.env['PORT'] ?? DEFAULT_PORT },
        data: { type: 'string', default: '.data' },
        rules: { type: 'string', multiple: true, default: [] },
        clock: { type: 'string', default: 'real' },
        containers: { type: 'string', default: '1' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function toInteger(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new UsageError(`${name} is a whole number from ${min} to ${max}, not "${text}"`);
}

main().catch((error: unknown) => {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${USAGE}`);
  else console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof UsageError ? 2 : 1);
});
