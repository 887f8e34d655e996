// Matching for few rules: lists by space key of the rules whose scope admits it, and those for every space in each list.
// The program of each rule of a list is run. It must stay cheaper than the index for the few.

import { NOTHING, failedMatch, nodeOf } from './bucket';
import { createLeafTable } from './leaf';
import { LeafDecider } from './leaf-decider';
import { NO_SLOT } from './leaf-record';
import { ACCEPT, emitProgram } from './program';
import { SPACE_KEY } from './slot';
import type { EvaluationContext } from '../conditions/condition';
import type { ParsedEvent } from '../events/event';
import type { JudgeContext } from '../runs/judge-rule';
import type { Match, PreparedRule } from './bucket';
import type { Leaf, LeafTable } from './leaf';
import type { LeafRecord } from './leaf-record';
import type { RuleNode } from './rule-node';

const TRUE: RuleNode = { kind: 'constant', truth: true };

interface ListedRule {
  readonly rule: PreparedRule;
  /** The space keys that its scope admits; undefined where other things decide. */
  readonly keys: readonly string[] | undefined;
  /** Where the program of what else decides begins. */
  readonly start: number;
}

/** A rule in a list, with its first leaf at hand: most rules end there. */
interface FirstLeaf {
  readonly rule: PreparedRule;
  readonly start: number;
  /** Undefined where there is none, or it is about no slot. */
  readonly first: LeafRecord | undefined;
  readonly onTrue: number;
  readonly onFalse: number;
}

interface RuleList {
  readonly rules: readonly FirstLeaf[];
  /** What the first leaf of each rule reads. */
  readonly slots: readonly number[];
}

/** The way for a bucket with few rules. */
export class SpaceLists {
  readonly #lists: ReadonlyMap<string, RuleList>;
  readonly #elsewhere: RuleList;
  readonly #code: Int32Array;
  readonly #leaves: LeafDecider;

  constructor(rules: readonly PreparedRule[], shared: LeafTable) {
    const table = createLeafTable(shared);
    const numbers = new Map<Leaf, number>();
    const numberOf = (leaf: Leaf): number => {
      const number = numbers.get(leaf) ?? numbers.size;
      numbers.set(leaf, number);
      return number;
    };
    const code: number[] = [];
    const listed = rules.map((rule): ListedRule => {
      const [keys, rest] = splitScope(nodeOf(rule, table));
      return { rule, keys, start: emitProgram(rest, code, numberOf) };
    });
    const leaves = new LeafDecider([...numbers.keys()]);
    const listFor = (key: string | undefined): RuleList => {
      const own = listed.filter(
        ({ keys }) => keys === undefined || (key !== undefined && keys.includes(key)),
      );
      return {
        rules: own.map(({ rule, start }) => {
          const record = start < 0 ? undefined : leaves.recordOf(code[start] ?? -1);
          const first = record?.slot === NO_SLOT ? undefined : record;
          return { rule, start, first, onTrue: code[start + 1] ?? 0, onFalse: code[start + 2] ?? 0 };
        }),
        slots: leaves.slotsOf(own.flatMap(({ start }) => code[start] ?? [])),
      };
    };
    this.#lists = new Map(
      [...new Set(listed.flatMap(({ keys }) => keys ?? []))].map((key) => [key, listFor(key)]),
    );
    this.#elsewhere = listFor(undefined);
    this.#code = Int32Array.from(code);
    this.#leaves = leaves;
  }

  match(event: ParsedEvent, context: JudgeContext): readonly Match[] {
    const { rules, slots } = this.#listFor(event.subject.spaceKey);
    this.#leaves.begin(slots, event);
    let matches: Match[] | undefined;
    for (const { rule, start, first, onTrue, onFalse } of rules) {
      if (context.selfCaused && !rule.chain) continue;
      try {
        const next = first === undefined ? start : this.#leaves.holdsRead(first) ? onTrue : onFalse;
        if (next === ACCEPT || (next >= 0 && this.#holds(next, event, context)))
          (matches ??= []).push(rule.match);
      } catch (error) {
        (matches ??= []).push(failedMatch(rule, error));
      }
    }
    return matches ?? NOTHING;
  }

  #listFor(key: string | undefined): RuleList {
    return (key === undefined ? undefined : this.#lists.get(key)) ?? this.#elsewhere;
  }

  #holds(start: number, event: ParsedEvent, context: EvaluationContext): boolean {
    const code = this.#code;
    let at = start;
    while (at >= 0) at = code[this.#leaves.holds(code[at] ?? 0, event, context) ? at + 1 : at + 2] ?? 0;
    return at === ACCEPT;
  }
}

/** The keys of which the space must be one, where the rule begins with that, and the rest of the rule. */
function splitScope(node: RuleNode): readonly [readonly string[] | undefined, RuleNode] {
  const [first, ...rest] = node.kind === 'all' ? node.nodes : [node];
  if (first?.kind !== 'leaf') return [undefined, node];
  const { slot, probe } = first.leaf.shape;
  if (slot !== SPACE_KEY || probe?.kind !== 'equal') return [undefined, node];
  const [only = TRUE] = rest;
  return [probe.texts, rest.length <= 1 ? only : { kind: 'all', nodes: rest }];
}
