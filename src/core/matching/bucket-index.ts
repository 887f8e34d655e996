// The index of a large bucket as tables of numbers: which leaves each value makes true, which rules then have to be
// looked at, and their programs. Built once; search-index.ts reads it.

import { accessOf, isQuietNode } from './access';
import { classSlotsOf } from './class-slots';
import { EventClasses, bitsOf } from './event-classes';
import { createHits } from './hits';
import { createLeafTable } from './leaf';
import { emitProgram, inBestOrder } from './program';
import { gatherLeaves } from './leaf-facts';
import { indexSlot } from './slot-index';
import type { AccessContext } from './access';
import { nodeOf } from './bucket';
import type { PreparedRule } from './bucket';
import type { Hits, Leads } from './hits';
import type { HoldsFor, Leaf, LeafTable } from './leaf';
import type { LeafFacts, SlotLeaves } from './leaf-facts';
import type { RuleNode } from './rule-node';
import type { SlotIndex } from './slot-index';

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

/** Builds the index of `rules`, which stand in their order. `shared` has the leaves of those that other buckets have too. */
export function buildIndex(rules: readonly PreparedRule[], shared: LeafTable): BucketIndex {
  const table = createLeafTable(shared);
  const nodes = rules.map((rule) => nodeOf(rule, table));
  const facts = gatherLeaves(nodes);
  const { distinct } = facts;
  const classSlots = classSlotsOf(facts.bySlot.values());
  const classLeaves = new Set(classSlots.flatMap(({ leaves }) => leaves));
  const indexed = slotsWorthIndexing(facts, classLeaves);
  const context = knowledgeOf(facts, classLeaves, indexed);
  const known = distinct.filter(context.isKnown);
  const late = distinct.filter((leaf) => !context.isKnown(leaf));
  const numbers = new Int32Array(facts.size);
  for (const [number, leaf] of [...known, ...late].entries()) numbers[leaf.id] = number;
  const numberOf = (leaf: Leaf): number => numbers[leaf.id] ?? 0;
  const hits = createHits(known.length);
  const programs = writePrograms(nodes, hits, context, numberOf);
  const numberOfKnown = (leaf: Leaf): number | undefined =>
    context.isKnown(leaf) ? numberOf(leaf) : undefined;
  const slots = indexed.map(({ slot, leaves }) => indexSlot(slot, leaves, numberOfKnown, hits));
  const lateLeaves = late.map((leaf) => leaf.toHolds());
  const ledTo = new Map([...classLeaves].map((leaf) => [leaf, hits.rulesOf(numberOf(leaf))]));
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
  for (const leaf of distinct) leaf.forget();
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

/** What the index will know of each leaf before any rule is looked at. */
function knowledgeOf(
  { distinct, size, likelihood }: LeafFacts,
  classLeaves: ReadonlySet<Leaf>,
  indexed: readonly SlotLeaves[],
): AccessContext {
  const isIndexed = new Set(indexed.map(({ slot }) => slot.key));
  const known = new Uint8Array(size);
  const quiet = new Uint8Array(size);
  for (const leaf of distinct) {
    const { probe, slot, throws } = leaf.shape;
    const isInClass = classLeaves.has(leaf);
    const isLookedAt = slot !== undefined && isIndexed.has(slot.key);
    if (isInClass || (probe !== undefined && isLookedAt)) known[leaf.id] = 1;
    if (isInClass || throws === 'never' || (throws === 'values' && isLookedAt)) quiet[leaf.id] = 1;
  }
  return {
    isKnown: ({ id }) => known[id] === 1,
    isQuiet: ({ id }) => quiet[id] === 1,
    likelihood,
  };
}

/** The slots that rules ask for often enough. A slot may be of a class and have leaves that are not. */
function slotsWorthIndexing(
  { bySlot, mentionsOf }: LeafFacts,
  classLeaves: ReadonlySet<Leaf>,
): readonly SlotLeaves[] {
  return [...bySlot.values()].filter(({ leaves }) => {
    let mentions = 0;
    for (const leaf of leaves) {
      if (leaf.shape.probe !== undefined && !classLeaves.has(leaf)) mentions += mentionsOf(leaf);
    }
    return mentions >= MIN_LEAVES_OF_SLOT;
  });
}

interface Programs {
  readonly code: readonly number[];
  readonly start: Int32Array;
  /** Rules that no leaf leads to. */
  readonly open: readonly number[];
}

/** Decides for each rule which leaves lead to it, and what is then left to ask. */
function writePrograms(
  nodes: readonly RuleNode[],
  leads: Leads,
  context: AccessContext,
  numberOf: (leaf: Leaf) => number,
): Programs {
  const code: number[] = [];
  const open: number[] = [];
  const start = new Int32Array(nodes.length);
  for (let rule = 0; rule < nodes.length; rule++) {
    const node = nodes[rule];
    if (node === undefined) continue;
    if (node.kind === 'leaf' && context.isKnown(node.leaf)) {
      leads.toMatch(numberOf(node.leaf), rule);
    } else if (node.kind === 'constant') {
      if (node.truth) open.push(rule);
    } else {
      const access = accessOf(node, context);
      if (access === undefined) open.push(rule);
      else for (const leaf of access.leaves) leads.toCandidate(numberOf(leaf), rule);
      const rest = access?.conjunct === undefined ? node : withoutConjunct(node, access.conjunct);
      start[rule] = emitProgram(
        isQuietNode(rest, context) ? inBestOrder(rest, context) : rest,
        code,
        numberOf,
      );
    }
  }
  return { code, start, open };
}

/** What is left to ask when the index has found that `conjunct` is true. */
function withoutConjunct(node: RuleNode, conjunct: Leaf): RuleNode {
  if (node.kind !== 'all') return node;
  const nodes = node.nodes.filter((each) => !(each.kind === 'leaf' && each.leaf === conjunct));
  const [only] = nodes;
  if (only === undefined) return { kind: 'constant', truth: true };
  return nodes.length === 1 ? only : { kind: 'all', nodes };
}
