// Virtual time: what happens when. A binary heap by time, then by the order in which things were planned.
// It must not know what it is that happens.

/** Something that is planned. */
export interface Entry {
  readonly at: number;
  readonly order: number;
  /** Undefined once it was called off. */
  run: (() => void) | undefined;
}

export class Timeline {
  /** Epoch milliseconds of the world. */
  now: number;
  readonly #heap: Entry[] = [];
  #planned = 0;

  constructor(start: number) {
    this.now = start;
  }

  get length(): number {
    return this.#heap.length;
  }

  /** Plans `run` for `at`, or for now when that is past; answers what calls it off. */
  at(at: number, run: () => void): Entry {
    const heap = this.#heap;
    const entry = { at: at < this.now ? this.now : at, order: this.#planned++, run };
    let index = heap.length;
    heap.push(entry);
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above] as Entry;
      if (!isBefore(entry, parent)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = entry;
    return entry;
  }

  /** Calls off what `at` planned. */
  cancel(entry: Entry): void {
    entry.run = undefined;
  }

  /** Moves time to the next entry and runs it; false when nothing is planned. */
  advance(): boolean {
    const heap = this.#heap;
    for (let first = heap[0]; first !== undefined; first = heap[0]) {
      const last = heap.pop() as Entry;
      if (heap.length > 0) this.#sink(last);
      if (first.run === undefined) continue;
      this.now = first.at;
      first.run();
      return true;
    }
    return false;
  }

  #sink(entry: Entry): void {
    const heap = this.#heap;
    const size = heap.length;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      if (below >= size) break;
      if (below + 1 < size && isBefore(heap[below + 1] as Entry, heap[below] as Entry)) below++;
      const child = heap[below] as Entry;
      if (!isBefore(child, entry)) break;
      heap[index] = child;
      index = below;
    }
    heap[index] = entry;
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
