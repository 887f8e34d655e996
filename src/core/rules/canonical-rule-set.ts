// The one way to write a rule set: keys in the order of the schema (those of actions inside a
// forEach too), free JSON in the order of the alphabet, two spaces.
// Two exports then differ only where the rules differ. It must not add, drop or change a value.

import { ACTIONS } from '../actions/index';
import { isJsonObject } from '../json';
import { RuleSchema, RuleSetSchema } from './rule';
import type { GenericSchema } from 'valibot';
import type { Rule, RuleSet } from './rule';

/** What the walk needs to know of a schema. */
interface SchemaShape {
  readonly entries?: Readonly<Record<string, GenericSchema>>;
  readonly item?: GenericSchema;
  readonly wrapped?: GenericSchema;
}

/** The rule set as canonical JSON text, with a line feed at the end. Reading it gives an equal rule set. */
export function canonicalRuleSet(ruleSet: RuleSet): string {
  return `${JSON.stringify(inOrder(ruleSet, RuleSetSchema), null, 2)}\n`;
}

/** One rule as canonical JSON text, without a line feed at the end. */
export function canonicalRule(rule: Rule): string {
  return JSON.stringify(inOrder(rule, RuleSchema), null, 2);
}

function inOrder(value: unknown, schema: GenericSchema | undefined): unknown {
  const { entries, item, wrapped } = (schema ?? {}) as SchemaShape;
  if (wrapped !== undefined) return inOrder(value, wrapped);
  if (Array.isArray(value)) return value.map((each: unknown) => inOrder(each, item));
  if (!isJsonObject(value)) return value;
  const known = Object.keys(entries ?? {}).filter((key) => Object.hasOwn(value, key));
  const free = Object.keys(value).filter((key) => !known.includes(key));
  // By code units, so that the order is the same in every language.
  free.sort((a, b) => (a < b ? -1 : 1));
  const schemaOf = (key: string): GenericSchema | undefined =>
    key === 'with' && value['action'] === 'forEach' ? ACTIONS.forEach.parameters : entries?.[key];
  return Object.fromEntries([...known, ...free].map((key) => [key, inOrder(value[key], schemaOf(key))]));
}
