// Faults that a test or the host's page asks of the key-value store: refusals out of the blue and lost answers.
// Deterministic: each acts on the next requests that match, in the order it was added. It must not perform requests.

/** What goes wrong. */
export type KvsFaultEffect =
  /** Answers `status` instead of performing the request; with `when: 'after'` the request is performed first. */
  | { readonly kind: 'status'; readonly status: number; readonly when?: 'before' | 'after' }
  /** The connection breaks: `handle` rejects, before the request was performed or after. */
  | { readonly kind: 'lost'; readonly when: 'before' | 'after' };

export interface KvsFault {
  readonly do: KvsFaultEffect;
  /** How many requests it acts on. @default 1 */
  readonly times?: number;
  /** Regular expression on the path (`/api/v1/set`). @default every path */
  readonly path?: string;
}

export interface KvsFaults {
  /** Adds a fault and returns its id. Throws when `path` is not a regular expression. */
  add(fault: KvsFault): string;
  /** Faults still waiting, with the number of requests left. */
  list(): readonly (KvsFault & { readonly id: string; readonly times: number })[];
  clear(): void;
}

/** The faults, and `take`, which the router calls once a request. */
export function createFaults(): { faults: KvsFaults; take: (path: string) => KvsFaultEffect | undefined } {
  let waiting: { id: string; fault: KvsFault; pattern: RegExp; left: number }[] = [];
  let lastId = 0;
  return {
    faults: {
      add(fault) {
        lastId += 1;
        const id = `kvs-${lastId}`;
        waiting.push({ id, fault, pattern: new RegExp(fault.path ?? ''), left: fault.times ?? 1 });
        return id;
      },
      list: () => waiting.map(({ id, fault, left }) => ({ ...fault, id, times: left })),
      clear() {
        waiting = [];
      },
    },
    take(path) {
      const found = waiting.find(({ pattern }) => pattern.test(path));
      if (found === undefined) return undefined;
      found.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return found.fault.do;
    },
  };
}
