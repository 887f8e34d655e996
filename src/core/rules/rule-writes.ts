// How many operations of a transaction a change of a rule takes, and how many changes fit into one.
// It must not write anything.

import { KVS_LIMITS } from '../limits';
import { MAX_VERSIONS } from '../history-ports';
import type { RuleWrite } from '../ports';

/** Beside the changes: the generation, the line of the change log and the import job. */
const OTHER_OPERATIONS = 3;

/** Operations that the changes of one commit may take. */
export const MAX_RULE_OPERATIONS = KVS_LIMITS.MAX_TRANSACTION_OPERATIONS - OTHER_OPERATIONS;

/** A transaction holds 4 MB; the rest is left to JSON around it. */
const MAX_COMMIT_BYTES = 200_000;

/** The rule itself, its earlier version, the version that falls out of the kept ones, the mark of a deleted rule. */
export function operationsOf({ before, after }: RuleWrite): number {
  const kept = before === undefined ? 0 : before.version > MAX_VERSIONS ? 2 : 1;
  return 1 + kept + (after === undefined ? 1 : 0);
}

/** The changes in their order, cut so that each part fits one commit, and one stored value. */
export function sliceWrites(writes: readonly RuleWrite[]): readonly (readonly RuleWrite[])[] {
  const slices: RuleWrite[][] = [];
  let operations = 0;
  let bytes = 0;
  for (const write of writes) {
    const [more, size] = [operationsOf(write), JSON.stringify(write).length];
    const last = slices.at(-1);
    if (last === undefined || operations + more > MAX_RULE_OPERATIONS || bytes + size > MAX_COMMIT_BYTES) {
      slices.push([write]);
      [operations, bytes] = [more, size];
    } else {
      last.push(write);
      operations += more;
      bytes += size;
    }
  }
  return slices;
}
