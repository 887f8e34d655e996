// Remembers what was asked of the host that it does not emulate, so that the page can show it.

/** One kind of request that the host does not answer. */
export interface UnemulatedCall {
  readonly atMs: number;
  /** Who was asked: `confluence`, `stargate`, `external`, `page`. */
  readonly target: string;
  readonly method: string;
  readonly path: string;
  readonly count: number;
}

export interface UnemulatedLog {
  add(target: string, method: string, path: string): void;
  list(): readonly UnemulatedCall[];
}

/** More different ones than this are not read by anyone. */
const MAX_KINDS = 200;

export function createUnemulatedLog(nowMs: () => number): UnemulatedLog {
  const calls = new Map<string, UnemulatedCall>();
  return {
    add(target, method, path) {
      const key = `${target} ${method} ${path}`;
      const count = (calls.get(key)?.count ?? 0) + 1;
      calls.delete(key);
      calls.set(key, { atMs: nowMs(), target, method, path, count });
      const [oldest] = calls.keys();
      if (calls.size > MAX_KINDS && oldest !== undefined) calls.delete(oldest);
    },
    list: () => [...calls.values()].reverse(),
  };
}
