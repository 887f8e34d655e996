// The index of a large bucket as tables of numbers: which leaves each value makes true, which rules then have to be
// looked at, and their programs. Built once; search-index.ts reads it.

import { accessOf, isQuietNode } from './access';
import { classSlotsOf } from './class-slots';
import { EventClasses, bitsOf } from './event-classes';
import { guessLikelihoods } from './likelihood';
import { createHits } from './hits';
import { createLeafTable } from './leaf';
import { emitProgram, inBestOrder } from './program';
import { leavesOf } from './rule-node';
import { indexSlot } from './slot-index';
import type { AccessContext } from './access';
import { nodeOf } from './bucket';
import type { PreparedRule } from './bucket';
import type { Hit, Hits } from './hits';
import type { HoldsFor, Leaf } from './leaf';
import type { RuleNode } from './rule-node';
import type { SlotIndex } from './slot-index';
import type { Slot } from './slot';

/** A slot with fewer leaves that can be looked up is read when a rule asks for it. */
const MIN_LEAVES_OF_SLOT = 3;

export interface BucketIndex {
  readonly rules: readonly PreparedRule[];
  /** Leaves below this number are decided by lookups, those from it on when a program asks. */
  readonly knownCount: number;
  readonly lateLeaves: readonly HoldsFor[];
  readonly slots: readonly SlotIndex[];
  readonly hits: Hits;
  /** What follows from the slots of which few values are named. */
  readonly classes: EventClasses;
  /** Bits of the rules that see events which the app caused. */
  readonly chainRules: Int32Array;
  /** Where in `code` the program of each rule begins. */
  readonly programStart: Int32Array;
  readonly code: Int32Array;
}

/** Builds the index of `rules`, which stand in their order. */
export function buildIndex(rules: readonly PreparedRule[]): BucketIndex {
  const table = createLeafTable();
  const nodes = rules.map((rule) => nodeOf(rule, table));
  const mentioned: Leaf[] = [];
  for (const node of nodes) leavesOf(node, mentioned);
  const classSlots = classSlotsOf(mentioned);
  const classLeaves = new Set(classSlots.flatMap(({ leaves }) => leaves));
  const indexed = slotsWorthIndexing(mentioned.filter((leaf) => !classLeaves.has(leaf)));
  const context: AccessContext = {
    isKnown: (leaf) => {
      const { probe, slot } = leaf.shape;
      return classLeaves.has(leaf) || (probe !== undefined && slot !== undefined && indexed.has(slot.key));
    },
    isQuiet: (leaf) => {
      const { throws, slot } = leaf.shape;
      if (throws === 'never' || classLeaves.has(leaf)) return true;
      return throws === 'values' && slot !== undefined && indexed.has(slot.key);
    },
    likelihood: guessLikelihoods(mentioned),
  };
  const { known, late, numberOf } = numberLeaves(mentioned, context);
  const programs = writePrograms(nodes, known.length, context, numberOf);
  const hits = createHits(programs.hits);
  const bySlot = groupBySlot([...known, ...late]);
  const slots = [...indexed].map(([key, slot]) =>
    indexSlot(
      slot,
      bySlot.get(key) ?? [],
      (leaf) => (context.isKnown(leaf) ? numberOf(leaf) : undefined),
      hits.join,
    ),
  );
  const lateLeaves = late.map((leaf) => leaf.toHolds());
  const ledTo = new Map([...classLeaves].map((leaf) => [leaf, rulesOf(programs.hits[numberOf(leaf)])]));
  // The trees of the other rules are not needed any more.
  const kept = new Map(
    [...programs.open, ...[...ledTo.values()].flat()].flatMap((rule) => {
      const node = nodes[rule];
      return node === undefined ? [] : [[rule, node] as const];
    }),
  );
  const classes = new EventClasses({
    slots: classSlots,
    numbers: new Map([...classLeaves].map((leaf) => [leaf, numberOf(leaf)])),
    ruleCount: rules.length,
    open: programs.open,
    ledTo,
    nodes: kept,
  });
  for (const leaf of mentioned) leaf.forget();
  return {
    rules,
    knownCount: known.length,
    lateLeaves,
    slots,
    hits: hits.seal(),
    classes,
    chainRules: bitsOf(
      [...rules.keys()].filter((rule) => rules[rule]?.chain === true),
      rules.length,
    ),
    programStart: programs.start,
    code: Int32Array.from(programs.code),
  };
}

/** Every rule that a leaf leads to. */
function rulesOf(hit: Hit | undefined): readonly number[] {
  return [...(hit?.candidates ?? []), ...(hit?.rules ?? [])];
}

function slotsWorthIndexing(mentioned: readonly Leaf[]): ReadonlyMap<string, Slot> {
  const counts = new Map<string, number>();
  const slots = new Map<string, Slot>();
  for (const leaf of mentioned) {
    const { slot, probe } = leaf.shape;
    if (slot === undefined || probe === undefined) continue;
    const count = (counts.get(slot.key) ?? 0) + 1;
    counts.set(slot.key, count);
    if (count === MIN_LEAVES_OF_SLOT) slots.set(slot.key, slot);
  }
  return slots;
}

function groupBySlot(leaves: readonly Leaf[]): ReadonlyMap<string, readonly Leaf[]> {
  const bySlot = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const key = leaf.shape.slot?.key;
    const list = key === undefined ? undefined : bySlot.get(key);
    if (list !== undefined) list.push(leaf);
    else if (key !== undefined) bySlot.set(key, [leaf]);
  }
  return bySlot;
}

interface NumberedLeaves {
  readonly known: readonly Leaf[];
  readonly late: readonly Leaf[];
  /** Known ones first. */
  readonly numberOf: (leaf: Leaf) => number;
}

function numberLeaves(mentioned: readonly Leaf[], { isKnown }: AccessContext): NumberedLeaves {
  const distinct = [...new Set(mentioned)];
  const known = distinct.filter(isKnown);
  const late = distinct.filter((leaf) => !isKnown(leaf));
  const numbers = new Map([...known, ...late].map((leaf, index) => [leaf, index]));
  return { known, late, numberOf: (leaf) => numbers.get(leaf) ?? 0 };
}

interface Programs {
  readonly code: readonly number[];
  readonly start: Int32Array;
  /** Rules that no leaf leads to. */
  readonly open: readonly number[];
  /** What each known leaf brings when it is true. */
  readonly hits: readonly Hit[];
}

/** Decides for each rule which leaves lead to it, and what is then left to ask. */
function writePrograms(
  nodes: readonly RuleNode[],
  knownCount: number,
  context: AccessContext,
  numberOf: (leaf: Leaf) => number,
): Programs {
  const code: number[] = [];
  const open: number[] = [];
  const hits = Array.from({ length: knownCount }, (_none, leaf) => {
    return { leaves: [leaf], candidates: [] as number[], rules: [] as number[] };
  });
  const start = new Int32Array(nodes.length);
  for (const [rule, node] of nodes.entries()) {
    if (node.kind === 'leaf' && context.isKnown(node.leaf)) {
      hits[numberOf(node.leaf)]?.rules.push(rule);
    } else if (node.kind === 'constant') {
      if (node.truth) open.push(rule);
    } else {
      const access = accessOf(node, context);
      if (access === undefined) open.push(rule);
      else for (const leaf of access.leaves) hits[numberOf(leaf)]?.candidates.push(rule);
      const rest = access?.conjunct === undefined ? node : withoutConjunct(node, access.conjunct);
      start[rule] = emitProgram(
        isQuietNode(rest, context) ? inBestOrder(rest, context) : rest,
        code,
        numberOf,
      );
    }
  }
  return { code, start, open, hits };
}

/** What is left to ask when the index has found that `conjunct` is true. */
function withoutConjunct(node: RuleNode, conjunct: Leaf): RuleNode {
  if (node.kind !== 'all') return node;
  const nodes = node.nodes.filter((each) => !(each.kind === 'leaf' && each.leaf === conjunct));
  return nodes.length === 0 ? { kind: 'constant', truth: true } : { kind: 'all', nodes };
}
