// What follows when a leaf, or several together, turn out true: the leaves to mark, the rules to look at, the rules that
// match for sure. All of it lies in one table of numbers. It must not know where hits come from.

/** What one hit brings. */
export interface Hit {
  readonly leaves: readonly number[];
  readonly candidates: readonly number[];
  readonly rules: readonly number[];
}

/** A hit is a number: where its record begins in `table`. A record is three counts, then the numbers themselves. */
export interface Hits {
  readonly table: Int32Array;
}

/** Nothing follows. */
export const NO_HIT = -1;

/** The numbers before a record's lists. */
export const HIT_HEADER = 3;

/** Hits while an index is built. */
export interface HitsBuilder {
  /** The hit of all of `leaves` together. */
  readonly join: (leaves: readonly number[]) => number;
  readonly seal: () => Hits;
}

/** Begins with what single leaves bring, by their numbers. */
export function createHits(ofLeaves: readonly Hit[]): HitsBuilder {
  const numbers: number[] = [];
  const single = new Map<number, number>();
  const add = (parts: readonly Hit[]): number => {
    const at = numbers.length;
    numbers.push(0, 0, 0);
    numbers[at] = append(numbers, parts, 'leaves');
    numbers[at + 1] = append(numbers, parts, 'candidates');
    numbers[at + 2] = append(numbers, parts, 'rules');
    return at;
  };
  return {
    join(leaves) {
      const [first] = leaves;
      if (first === undefined) return NO_HIT;
      if (leaves.length > 1) return add(leaves.flatMap((leaf) => ofLeaves[leaf] ?? []));
      const known = single.get(first);
      if (known !== undefined) return known;
      const hit = add(ofLeaves.slice(first, first + 1));
      single.set(first, hit);
      return hit;
    },
    seal: () => ({ table: Int32Array.from(numbers) }),
  };
}

/** Appends one list of every part. A rule may be named twice: marking it twice does no harm. */
function append(numbers: number[], parts: readonly Hit[], list: keyof Hit): number {
  const before = numbers.length;
  for (const part of parts) for (const number of part[list]) numbers.push(number);
  return numbers.length - before;
}
