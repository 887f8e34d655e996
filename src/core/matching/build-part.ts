// Builds one part of the stored index from its rules: for each rule the lookups that lead to it. It uses the same needed
// leaves as the index in memory, so that one proof covers both.

import { accessOf } from './access';
import { fromConditionText, toConditionText } from './condition-text';
import { createLeafTable } from './leaf';
import { gatherLeaves } from './leaf-facts';
import { toRuleNode } from './rule-node';
import { CHAIN_FLAG, SHADOW_FLAG, SHARD_FORMAT } from './shard';
import { writeLists, writeRules, writeStarts, writeTable } from './shard-text';
import { SPACE_KEY, SPACE_TYPE } from './slot';
import type { Rule, StoredRule } from '../rules/rule';
import type { AccessContext } from './access';
import type { Leaf } from './leaf';
import type { ShardPart, ShardRule, ShardSlot } from './shard';
import type { Slot } from './slot';

/** A rule as a part holds it. */
export function toShardRule({ rule, version }: StoredRule): ShardRule {
  const flags = (rule.state === 'shadow' ? SHADOW_FLAG : 0) + (rule.chain === true ? CHAIN_FLAG : 0);
  const condition = rule.if === undefined ? '' : toConditionText(rule.if);
  return [rule.id, version, rule.priority, flags, rule.scope ?? null, condition];
}

/** The condition of a rule in a part; undefined for none. */
function conditionOf([, , , , , condition]: ShardRule): unknown {
  return condition === '' ? undefined : fromConditionText(condition);
}

/** What matching reads of a rule. */
type MatchedRule = Pick<Rule, 'scope' | 'if'>;

/** Builds the part that holds `rules`. */
export function buildPart(rules: readonly ShardRule[]): ShardPart {
  const table = createLeafTable();
  const nodes = rules.map((rule) => toRuleNode(toMatchedRule(rule), table));
  const { distinct, likelihood } = gatherLeaves(nodes);
  const context: AccessContext = {
    isKnown: ({ shape }) => shape.probe !== undefined && shape.slot !== undefined,
    // A value on which a test could throw makes a reader look at every rule of the part.
    isQuiet: ({ shape: { throws, slot } }) =>
      throws === 'never' || (throws === 'values' && slot !== undefined),
    likelihood,
  };
  const { text, starts } = writeRules(rules);
  const open: number[] = [];
  const leading = new Map<Leaf, number[]>();
  for (const [position, node] of nodes.entries()) {
    const access = accessOf(node, context);
    const start = starts[position] ?? 0;
    if (access === undefined) open.push(start);
    for (const leaf of access?.leaves ?? []) {
      const list = leading.get(leaf);
      if (list === undefined) leading.set(leaf, [start]);
      else list.push(start);
    }
  }
  return { v: SHARD_FORMAT, rules: text, open: writeStarts(open), slots: toSlots(distinct, leading) };
}

function toMatchedRule(rule: ShardRule): MatchedRule {
  const [, , , , scope] = rule;
  const condition = conditionOf(rule);
  return { ...(scope === null ? {} : { scope }), ...(condition === undefined ? {} : { if: condition }) };
}

/** The slots that lead to rules, and those whose odd values can make a test throw. */
function toSlots(
  leaves: readonly Leaf[],
  leading: ReadonlyMap<Leaf, readonly number[]>,
): readonly ShardSlot[] {
  const bySlot = new Map<string, { readonly slot: Slot; readonly leaves: Set<Leaf> }>();
  for (const leaf of leaves) {
    const { slot, throws } = leaf.shape;
    if (slot === undefined || (throws === 'never' && !leading.has(leaf))) continue;
    const known = bySlot.get(slot.key);
    if (known === undefined) bySlot.set(slot.key, { slot, leaves: new Set([leaf]) });
    else known.leaves.add(leaf);
  }
  return [...bySlot.values()].map(({ slot, leaves: here }) => toSlot(slot, [...here], leading));
}

function toSlot(
  slot: Slot,
  leaves: readonly Leaf[],
  leading: ReadonlyMap<Leaf, readonly number[]>,
): ShardSlot {
  const equal = new Map<string, number[]>();
  const text = new Map<string, number[]>();
  const elements = new Map<string, { field: string; folded: boolean; postings: Map<string, number[]> }>();
  const ofNull: number[] = [];
  const ofOther: number[] = [];
  for (const leaf of leaves) {
    // An element that breaks a test counts even where the test leads to no rule.
    const rules = leading.get(leaf) ?? [];
    const { probe, test } = leaf.shape;
    if (probe?.kind === 'element') {
      const { field, folded } = probe;
      const key = JSON.stringify([field, folded]);
      const list = elements.get(key) ?? { field, folded, postings: new Map<string, number[]>() };
      elements.set(key, list);
      if (rules.length > 0) post(list.postings, probe.texts, rules);
    }
    if (rules.length === 0 || probe === undefined) continue;
    if (test?.(null) === true) ofNull.push(...rules);
    if (probe.kind !== 'element') ofOther.push(...rules);
    if (probe.kind === 'equal') post(equal, probe.texts, rules);
    else if (probe.kind !== 'element') post(text, [probe.text], rules);
  }
  return {
    read: toRead(slot),
    equal: writeTable(equal),
    text: writeLists(text),
    elements: [...elements.values()].map(({ field, folded, postings }) => [
      field,
      folded,
      writeTable(postings),
    ]),
    ofNull: writeStarts(ofNull),
    ofOther: writeStarts(ofOther),
    plain: leaves.some(({ shape }) => shape.probe?.kind !== 'element'),
  };
}

function toRead(slot: Slot): ShardSlot['read'] {
  if (slot.key === SPACE_KEY.key) return 'spaceKey';
  if (slot.key === SPACE_TYPE.key) return 'spaceType';
  // The key of a field's slot is its path and default, as JSON.
  return JSON.parse(slot.key) as [string, unknown];
}

function post(postings: Map<string, number[]>, texts: readonly string[], rules: readonly number[]): void {
  for (const text of texts) postings.set(text, [...(postings.get(text) ?? []), ...rules]);
}
