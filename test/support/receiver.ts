// A receiver of webhooks on this machine: it remembers what arrives, drops what it has seen of a key, and breaks
// connections or refuses where a test asks it to.

import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** As it came. */
  readonly text: string;
}

export interface Receiver {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** What was taken at `path`, once for each Idempotency-Key. */
  taken(path: string): readonly Received[];
  /** Every request for `path`. */
  heard(path: string): readonly Received[];
  /** The next requests take effect, and their connection breaks before they are answered. */
  lose(times: number): void;
  /** The next requests are answered with this. */
  refuse(status: number, times: number, headers?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

export async function createReceiver(): Promise<Receiver> {
  const requests: Received[] = [];
  const taken: Received[] = [];
  const answers: (
    'lost' | { readonly status: number; readonly headers: Readonly<Record<string, string>> }
  )[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const received = {
        path: request.url ?? '',
        headers: request.headers,
        text: Buffer.concat(chunks).toString('utf8'),
      };
      requests.push(received);
      const answer = answers.shift();
      if (typeof answer === 'object') {
        response.writeHead(answer.status, answer.headers).end('No.');
        return;
      }
      const key = received.headers['idempotency-key'];
      if (!taken.some(({ path, headers }) => path === received.path && headers['idempotency-key'] === key)) {
        taken.push(received);
      }
      if (answer === 'lost') request.socket.destroy();
      else response.writeHead(200).end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: (at) => taken.filter(({ path }) => path === at),
    heard: (at) => requests.filter(({ path }) => path === at),
    lose: (times) => answers.push(...Array.from({ length: times }, () => 'lost' as const)),
    refuse: (status, times, headers = {}) =>
      answers.push(...Array.from({ length: times }, () => ({ status, headers }))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
