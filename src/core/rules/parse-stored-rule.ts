// Reads a rule as it comes out of the store. What this version cannot read is an error that names the record,
// never an empty rule.

import * as v from 'valibot';
import { RuleSchema } from './rule';
import type { StoredRule } from './rule';

const StoredRuleSchema = v.object({
  v: v.literal(1),
  rule: RuleSchema,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  updatedAt: v.string(),
  updatedBy: v.string(),
  asImported: v.exactOptional(v.literal(true)),
  runsGoOnSince: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

/** Throws when the record is not a stored rule of version 1. */
export function parseStoredRule(record: unknown): StoredRule {
  const parsed = v.safeParse(StoredRuleSchema, record);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new Error(`Failed to read a stored rule: ${v.getDotPath(issue) ?? 'record'}: ${issue.message}.`);
}
