// A map that knows what it held before: the store's lists may show the records as they were a while ago.

import type { Timeline } from '../world/timeline';

interface Change<V> {
  readonly atMs: number;
  readonly key: string;
  /** Undefined where there was nothing. */
  readonly before: V | undefined;
}

export class PastMap<V> extends Map<string, V> {
  readonly #timeline: Timeline;
  readonly #changes: Change<V>[] = [];

  constructor(timeline: Timeline) {
    super();
    this.#timeline = timeline;
  }

  override set(key: string, value: V): this {
    this.#note(key);
    return super.set(key, value);
  }

  override delete(key: string): boolean {
    this.#note(key);
    return super.delete(key);
  }

  /** What it held so many milliseconds ago. */
  ago(ms: number): ReadonlyMap<string, V> {
    const past = new Map(this);
    const thenMs = this.#timeline.now - ms;
    for (let at = this.#changes.length - 1; at >= 0; at--) {
      const { atMs, key, before } = this.#changes[at] as Change<V>;
      if (atMs <= thenMs) break;
      if (before === undefined) past.delete(key);
      else past.set(key, before);
    }
    return past;
  }

  #note(key: string): void {
    this.#changes.push({ atMs: this.#timeline.now, key, before: this.get(key) });
  }
}
