// What follows when a leaf, or several together, turn out true: the leaves to mark, the groups of rules to look at, the
// rules that match for sure. All of it lies in one table of numbers. It must not know where hits come from.

/** What one hit brings. */
export interface Hit {
  readonly leaves: readonly number[];
  readonly groups: readonly number[];
  readonly rules: readonly number[];
}

/** A hit is a number: where its record begins in `table`. A record is three counts, then the numbers themselves. */
export interface Hits {
  readonly table: Int32Array;
}

/** Nothing follows. */
export const NO_HIT = -1;

/** Hits while an index is built. The hit of a leaf known to lookups is found by its number. */
export interface HitsBuilder {
  /** The hit of all of `leaves` together; equal lists share one. */
  readonly join: (leaves: readonly number[]) => number;
  readonly seal: () => Hits;
}

/** Begins with the hits of single leaves. */
export function createHits(ofLeaves: readonly Hit[]): HitsBuilder {
  const numbers: number[] = [];
  const known = new Map<string, number>();
  const add = (hit: Hit): number => {
    const at = numbers.length;
    numbers.push(hit.leaves.length, hit.groups.length, hit.rules.length);
    for (const list of [hit.leaves, hit.groups, hit.rules]) for (const each of list) numbers.push(each);
    return at;
  };
  return {
    join(leaves) {
      if (leaves.length === 0) return NO_HIT;
      const key = leaves.join();
      const shared = known.get(key);
      if (shared !== undefined) return shared;
      const parts = leaves.flatMap((leaf) => ofLeaves[leaf] ?? []);
      const hit = add({
        leaves,
        groups: distinct(parts.flatMap(({ groups }) => groups)),
        rules: distinct(parts.flatMap(({ rules }) => rules)),
      });
      known.set(key, hit);
      return hit;
    },
    seal: () => ({ table: Int32Array.from(numbers) }),
  };
}

function distinct(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
