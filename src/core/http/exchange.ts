// One request and its answer as they are kept and shown: enough to see what was asked of whom and what came back, and
// nothing of what was sent or of secrets. It must not send anything.

import { originOf } from '../webhooks/webhook-address';

export interface Exchange {
  readonly method: string;
  /** Path with the names of its parameters, without their values; outside Atlassian the origin alone. */
  readonly path: string;
  /** Absent when no answer arrived. */
  readonly status?: number;
}

/** What requests are made during some work. */
export interface Exchanges {
  /** The last few, in order, of the requests that `work` makes, whatever becomes of it. */
  during<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly exchanges: readonly Exchange[] }>;
}

/** Longest path that is kept. */
const MAX_PATH = 120;

/** A path of Confluence without the values of its parameters: they may hold titles and searches. */
export function redactedPath(path: string): string {
  const [route = '', query] = path.split('?', 2);
  const names = (query ?? '')
    .split('&')
    .map((pair) => pair.split('=', 1)[0] ?? '')
    .filter((name) => name !== '');
  const text = names.length === 0 ? route : `${route}?${names.map((name) => `${name}=…`).join('&')}`;
  return text.length <= MAX_PATH ? text : `${text.slice(0, MAX_PATH - 1)}…`;
}

/** An address outside, without the path, which may be a secret. */
export function redactedUrl(url: string): string {
  const origin = originOf(url);
  return origin === undefined ? 'an address that cannot be read' : `${origin}/…`;
}
