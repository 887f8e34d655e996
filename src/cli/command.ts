// What the commands share: how they end, how they read files and reach a host. It must not know any one command.

import { readFile } from 'node:fs/promises';

/** 0: all is well; 1: problems were found; 2: the command could not do its work. */
export type ExitCode = 0 | 1 | 2;

/** The command cannot go on; its message is for the person at the command line. Ends with exit code 2. */
export class UsageError extends Error {}

/** Runs `command` and ends the process with its exit code. */
export function runCommand(command: () => Promise<ExitCode>): void {
  command().then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(error instanceof UsageError ? error.message : error);
      process.exitCode = 2;
    },
  );
}

/** The text of a file; `-` is standard input. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file === '-' ? '/dev/stdin' : file, 'utf8');
  } catch (cause) {
    throw new UsageError(`Failed to read "${file}": ${messageOf(cause)}.`, { cause });
  }
}

/** Posts JSON to a host and returns its answer; an answer with an error is a `UsageError`. */
export async function postToHost(
  url: string,
  path: string,
  body: unknown,
  timeoutMs: number,
): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(new URL(path, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (cause) {
    throw new UsageError(
      `Failed to reach the host at ${url}. Start it with npm start, or name it with --url.`,
      { cause },
    );
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const { error } = (answer ?? {}) as { error?: { message?: string } };
    throw new UsageError(
      error?.message ?? `Failed to use the host at ${url}: it answered ${response.status}.`,
    );
  }
  return answer;
}

/** The message of anything thrown. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
