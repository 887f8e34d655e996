// The index of a large bucket as tables of numbers: which leaves each value makes true, which rules then have to be
// looked at, and their programs. Built once; search-index.ts reads it.

import { accessOf, isQuietNode } from './access';
import { guessLikelihoods } from './likelihood';
import { createHits } from './hits';
import { createLeafTable } from './leaf';
import { emitProgram, inBestOrder } from './program';
import { toRuleNode } from './rule-node';
import { indexSlot } from './slot-index';
import type { AccessContext } from './access';
import type { PreparedRule } from './bucket';
import type { Hits } from './hits';
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
  /** Rules with the same scope and condition are one group: `groupRules[groupStart[g] … groupStart[g + 1] - 1]`. */
  readonly groupStart: Int32Array;
  readonly groupRules: Int32Array;
  /** Bits of the groups that every event has to look at, and of the rules that match every event. */
  readonly openGroups: Int32Array;
  readonly alwaysRules: Int32Array;
  /** Bits of the rules that see events which the app caused. */
  readonly chainRules: Int32Array;
  readonly programStart: Int32Array;
  readonly code: Int32Array;
}

/** Builds the index of `rules`, which stand in their order. */
export function buildIndex(rules: readonly PreparedRule[]): BucketIndex {
  const groups = groupRules(rules);
  const nodes = groups.map(({ node }) => node);
  const mentioned = nodes.flatMap((node) => leavesOf(node));
  const indexed = slotsWorthIndexing(mentioned);
  const context: AccessContext = {
    isKnown: ({ shape: { probe, slot } }) =>
      probe !== undefined && slot !== undefined && indexed.has(slot.key),
    isQuiet: ({ shape: { throws, slot } }) =>
      throws === 'never' || (throws === 'values' && slot !== undefined && indexed.has(slot.key)),
    likelihood: guessLikelihoods(mentioned),
  };
  const distinct = [...new Set(mentioned)];
  const known = distinct.filter(context.isKnown);
  const leaves = [...known, ...distinct.filter((leaf) => !context.isKnown(leaf))];
  const numbers = new Map(leaves.map((leaf, index) => [leaf, index]));
  const numberOf = (leaf: Leaf): number => numbers.get(leaf) ?? 0;

  const code: number[] = [];
  const [open, always]: [number[], number[]] = [[], []];
  const sureRules: number[][] = known.map(() => []);
  const candidates: number[][] = known.map(() => []);
  const programStart = groups.map(({ node, members }, group) => {
    if (node.kind === 'leaf' && context.isKnown(node.leaf)) {
      sureRules[numberOf(node.leaf)]?.push(...members);
      return 0;
    }
    if (node.kind === 'constant') {
      if (node.truth) always.push(...members);
      return 0;
    }
    const access = accessOf(node, context);
    if (access === undefined) open.push(group);
    else for (const leaf of access.leaves) candidates[numberOf(leaf)]?.push(group);
    const rest = access?.conjunct === undefined ? node : withoutConjunct(node, access.conjunct);
    return emitProgram(isQuietNode(node, context) ? inBestOrder(rest, context) : rest, code, numberOf);
  });

  const hits = createHits(
    known.map((_leaf, leaf) => ({
      leaves: [leaf],
      groups: candidates[leaf] ?? [],
      rules: sureRules[leaf] ?? [],
    })),
  );
  const slots = [...indexed.values()].map((slot) =>
    indexSlot(slot, leaves, known.length, (list) => hits.join(list)),
  );
  const lateLeaves = leaves.slice(known.length).map((leaf) => leaf.toHolds());
  for (const leaf of known) leaf.forget();
  const chaining = [...rules.keys()].filter((index) => rules[index]?.chain === true);
  return {
    rules,
    knownCount: known.length,
    lateLeaves,
    slots,
    hits: hits.seal(),
    groupStart: startsOf(groups.map(({ members }) => members)),
    groupRules: Int32Array.from(groups.flatMap(({ members }) => members)),
    openGroups: bitsOf(open, groups.length),
    alwaysRules: bitsOf(always, rules.length),
    chainRules: bitsOf(chaining, rules.length),
    programStart: Int32Array.from(programStart),
    code: Int32Array.from(code),
  };
}

interface Group {
  readonly node: RuleNode;
  /** Positions of its rules. */
  readonly members: number[];
}

function groupRules(rules: readonly PreparedRule[]): readonly Group[] {
  const groups = new Map<string, Group>();
  const leaves = createLeafTable();
  for (const [index, { stored }] of rules.entries()) {
    // Not in one list: there, an absent condition would read as null.
    const key = `${JSON.stringify(stored.rule.scope)} ${JSON.stringify(stored.rule.if)}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { node: toRuleNode(stored.rule, leaves), members: [index] });
    else known.members.push(index);
  }
  return [...groups.values()];
}

function leavesOf(node: RuleNode): readonly Leaf[] {
  switch (node.kind) {
    case 'constant':
      return [];
    case 'leaf':
      return [node.leaf];
    case 'not':
      return leavesOf(node.node);
    default:
      return node.nodes.flatMap(leavesOf);
  }
}

function slotsWorthIndexing(mentioned: readonly Leaf[]): ReadonlyMap<string, Slot> {
  const counts = new Map<string, number>();
  const slots = new Map<string, Slot>();
  for (const leaf of mentioned) {
    const { slot, probe } = leaf.shape;
    if (slot === undefined || probe === undefined) continue;
    slots.set(slot.key, slot);
    counts.set(slot.key, (counts.get(slot.key) ?? 0) + 1);
  }
  return new Map([...slots].filter(([key]) => (counts.get(key) ?? 0) >= MIN_LEAVES_OF_SLOT));
}

/** What is left to ask when the index has found that `conjunct` is true. */
function withoutConjunct(node: RuleNode, conjunct: Leaf): RuleNode {
  if (node.kind !== 'all') return node;
  const nodes = node.nodes.filter((each) => !(each.kind === 'leaf' && each.leaf === conjunct));
  return nodes.length === 0 ? { kind: 'constant', truth: true } : { kind: 'all', nodes };
}

function startsOf(lists: readonly (readonly number[])[]): Int32Array {
  const starts = new Int32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) starts[index + 1] = (starts[index] ?? 0) + list.length;
  return starts;
}

/** The numbers as a set of bits. */
function bitsOf(numbers: readonly number[], size: number): Int32Array {
  const bits = new Int32Array((size + 31) >> 5);
  for (const number of numbers) bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
  return bits;
}
