// One case of the systematic part: an action kind, and which faults befall which of its calls.

import type { FaultKind } from '../world/fault-kinds';

/** A fault on the call of this number, from 0. */
export interface Placed {
  readonly call: number;
  readonly fault: FaultKind;
}

export interface Case {
  readonly action: string;
  readonly placed: readonly Placed[];
}

/** What some cases came to. */
export interface CaseBatch {
  readonly cases: number;
  readonly violations: readonly {
    readonly case: Case;
    readonly invariant: string;
    readonly detail: string;
  }[];
  /** Of each case, the classes of the calls that it made: what can be placed next. */
  readonly calls: readonly string[];
  readonly duplicates: number;
}
