// What follows when a leaf, or several together, turn out true: the leaves to mark, the rules to look at, the rules that
// match for sure. All of it lies in one table of numbers. It must not know where hits come from.

/** Which leaves lead to which rules, while an index is built. */
export interface Leads {
  /** `leaf` says that `rule` has to be looked at. */
  readonly toCandidate: (leaf: number, rule: number) => void;
  /** `leaf` says that `rule` matches. */
  readonly toMatch: (leaf: number, rule: number) => void;
  /** Every rule that a leaf leads to. */
  readonly rulesOf: (leaf: number) => readonly number[];
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
export interface HitsBuilder extends Leads {
  /** The hit of one leaf. */
  readonly ofLeaf: (leaf: number) => number;
  /** The hit of all of `leaves` together. */
  readonly join: (leaves: readonly number[]) => number;
  readonly seal: () => Hits;
}

/** For leaves below `leafCount`. Leads first, hits when all leads are known. */
export function createHits(leafCount: number): HitsBuilder {
  // Lists as chains through tables: most leaves lead to one rule, and a list of its own for each would cost more.
  const candidates = createChains(leafCount);
  const matches = createChains(leafCount);
  const numbers: number[] = [];
  const single = new Int32Array(leafCount).fill(NO_HIT);
  const begin = (): number => numbers.push(0, 0, 0) - HIT_HEADER;
  const finish = (at: number, leaves: number, candidatesEnd: number): number => {
    numbers[at] = leaves;
    numbers[at + 1] = candidatesEnd - at - HIT_HEADER - leaves;
    numbers[at + 2] = numbers.length - candidatesEnd;
    return at;
  };
  const ofLeaf = (leaf: number): number => {
    const known = single[leaf] ?? NO_HIT;
    if (known !== NO_HIT) return known;
    const at = begin();
    numbers.push(leaf);
    candidates.append(leaf, numbers);
    const candidatesEnd = numbers.length;
    matches.append(leaf, numbers);
    single[leaf] = at;
    return finish(at, 1, candidatesEnd);
  };
  return {
    toCandidate: candidates.add,
    toMatch: matches.add,
    rulesOf(leaf) {
      const rules: number[] = [];
      candidates.append(leaf, rules);
      matches.append(leaf, rules);
      return rules;
    },
    ofLeaf,
    join(leaves) {
      const [first] = leaves;
      if (first === undefined) return NO_HIT;
      if (leaves.length === 1) return ofLeaf(first);
      // A rule may be named twice: marking it twice does no harm.
      const at = begin();
      for (const leaf of leaves) numbers.push(leaf);
      for (const leaf of leaves) candidates.append(leaf, numbers);
      const candidatesEnd = numbers.length;
      for (const leaf of leaves) matches.append(leaf, numbers);
      return finish(at, leaves.length, candidatesEnd);
    },
    seal: () => ({ table: Int32Array.from(numbers) }),
  };
}

/** Lists of numbers, one for each of the first `count` numbers. */
interface Chains {
  readonly add: (list: number, number: number) => void;
  /** Appends a list, the latest first. */
  readonly append: (list: number, into: number[]) => void;
}

function createChains(count: number): Chains {
  const END = -1;
  const last = new Int32Array(count).fill(END);
  const numbers: number[] = [];
  const previous: number[] = [];
  return {
    add(list, number) {
      previous.push(last[list] ?? END);
      last[list] = numbers.push(number) - 1;
    },
    append(list, into) {
      for (let at = last[list] ?? END; at !== END; at = previous[at] ?? END) into.push(numbers[at] ?? 0);
    },
  };
}
