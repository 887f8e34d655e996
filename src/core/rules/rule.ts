// The rule set as a stored and exchanged document: the one schema that gives the types.
// It must not decide anything about events; see parse-rule-set.ts for reading and check/ for meaning.

import * as v from 'valibot';

export const RULE_STATES = ['live', 'shadow', 'off'] as const;
export type RuleState = (typeof RULE_STATES)[number];

/** How many of each thing a rule set may hold. Reasons beside each. */
export const RULE_LIMITS = {
  /** A stored rule must fit a KVS value with room for its history entry. */
  MAX_RULE_BYTES: 100_000,
  /** Characters of a rule set as JSON text. 10,000 typical rules take about half of it. */
  MAX_RULE_SET_LENGTH: 10_000_000,
  /** An index of more rules than this has not been measured. */
  MAX_RULES: 10_000,
  /** More events than the catalogue has is a mistake. */
  MAX_EVENTS: 100,
  /** A run of more actions would not be read by anyone. */
  MAX_ACTIONS: 50,
  MAX_ID_LENGTH: 60,
  MAX_NAME_LENGTH: 200,
  MAX_TEXT_LENGTH: 2000,
  /** Half of what KVS accepts (31), for the document around it. */
  MAX_CONDITION_DEPTH: 24,
  MAX_SPACES: 500,
  MAX_LABELS: 20,
  /** A storage-format body; a larger one belongs into a Confluence template. */
  MAX_TEMPLATE_LENGTH: 32_000,
} as const;

/** The priority of a rule that names none; what comes after it waits first when the points of the hour run out. */
export const USUAL_PRIORITY = 100;

const IdSchema = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9][a-z0-9-]*$/,
    'expected lower-case letters, digits and hyphens, starting with a letter or digit',
  ),
  v.maxLength(RULE_LIMITS.MAX_ID_LENGTH),
);

const IdentitySchema = v.union([
  v.picklist(['app', 'initiator']),
  v.strictObject({ accountId: v.pipe(v.string(), v.nonEmpty()) }),
]);
export type Identity = v.InferOutput<typeof IdentitySchema>;

/** Backoff of one action: attempt n waits `min(maxDelay, firstDelay × factor^(n-1))`, with jitter. */
const RetryPolicySchema = v.strictObject({
  /** Attempts in all, the first included. */
  attempts: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)), 5),
  firstDelaySeconds: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(3600)), 10),
  factor: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(10)), 3),
  maxDelaySeconds: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(86_400)), 900),
});
export type RetryPolicy = v.InferOutput<typeof RetryPolicySchema>;

/** One action. `with` is checked by the schema of its kind, see src/core/actions. */
export const ActionSchema = v.strictObject({
  id: IdSchema,
  action: v.string(),
  as: v.optional(IdentitySchema, 'app'),
  /** Run as the app when the chosen identity cannot be used. Only where the author asks for it. */
  fallback: v.optional(v.literal('app')),
  with: v.optional(v.record(v.string(), v.any()), {}),
  onError: v.optional(v.picklist(['stop', 'continue']), 'stop'),
  retry: v.optional(RetryPolicySchema),
  disabled: v.optional(v.boolean()),
});
export type RuleAction = v.InferOutput<typeof ActionSchema>;

const ScopeSchema = v.strictObject({
  /** Space keys; absent or empty means every space. */
  spaces: v.optional(v.pipe(v.array(v.string()), v.maxLength(RULE_LIMITS.MAX_SPACES))),
  excludeSpaces: v.optional(v.pipe(v.array(v.string()), v.maxLength(RULE_LIMITS.MAX_SPACES))),
  /** Whether personal spaces are included. @default false */
  personalSpaces: v.optional(v.boolean()),
});
export type Scope = v.InferOutput<typeof ScopeSchema>;

/** `2026-02-01` or a date with time and zone. */
const InstantSchema = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/,
    'expected a date such as 2026-02-01 or 2026-02-01T08:00:00Z',
  ),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'expected a date that exists'),
);

/** How much the rule may do; an event beyond that gets the verdict `budget-exhausted`. */
const LimitsSchema = v.strictObject({
  runsPerHour: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
});

export const RuleSchema = v.strictObject({
  id: IdSchema,
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(RULE_LIMITS.MAX_NAME_LENGTH)),
  description: v.optional(v.pipe(v.string(), v.maxLength(RULE_LIMITS.MAX_TEXT_LENGTH))),
  state: v.optional(v.picklist(RULE_STATES), 'off'),
  /** Why it is off, for the next admin. */
  offReason: v.optional(v.pipe(v.string(), v.maxLength(RULE_LIMITS.MAX_TEXT_LENGTH))),
  /** For a rule that is off: when it goes live again. */
  offUntil: v.optional(InstantSchema),
  /** Account id of the person who answers for the rule. */
  owner: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(RULE_LIMITS.MAX_NAME_LENGTH))),
  labels: v.optional(v.pipe(v.array(v.string()), v.maxLength(RULE_LIMITS.MAX_LABELS))),
  /** Lower runs first among the rules of one event. */
  priority: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)), USUAL_PRIORITY),
  scope: v.optional(ScopeSchema),
  /** Event ids of the catalogue, or `["*"]` for any. */
  when: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(RULE_LIMITS.MAX_EVENTS)),
  /** JSON Logic over the facts; absent: always. */
  if: v.optional(v.any()),
  then: v.pipe(v.array(ActionSchema), v.minLength(1), v.maxLength(RULE_LIMITS.MAX_ACTIONS)),
  /** Whether events that rules caused are seen. @default false */
  chain: v.optional(v.boolean()),
  /** Re-read and re-evaluate before acting. @default false */
  onlyIfStill: v.optional(v.boolean()),
  /** Whether its runs on one content act one after another, in the order of their events. @default false */
  serial: v.optional(v.boolean()),
  limits: v.optional(LimitsSchema),
});
export type Rule = v.InferOutput<typeof RuleSchema>;

/** One test inside a rule set: an event made from a sample or given whole, and what each rule must do. */
const RuleTestSchema = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(RULE_LIMITS.MAX_NAME_LENGTH)),
  event: v.union([
    v.strictObject({ sample: v.string(), with: v.optional(v.record(v.string(), v.any())) }),
    v.strictObject({ payload: v.record(v.string(), v.any()) }),
  ]),
  expect: v.array(
    v.strictObject({ rule: v.string(), verdict: v.string(), actions: v.optional(v.array(v.string())) }),
  ),
});
export type RuleTest = v.InferOutput<typeof RuleTestSchema>;

export const RuleSetSchema = v.strictObject({
  /** Where editors find the JSON Schema; it means nothing to the app. */
  $schema: v.optional(v.string()),
  format: v.literal('rulewright'),
  version: v.literal(1),
  /** What the set is for; packs show it. */
  name: v.optional(v.pipe(v.string(), v.maxLength(RULE_LIMITS.MAX_NAME_LENGTH))),
  description: v.optional(v.pipe(v.string(), v.maxLength(RULE_LIMITS.MAX_TEXT_LENGTH))),
  rules: v.pipe(v.array(RuleSchema), v.maxLength(RULE_LIMITS.MAX_RULES)),
  tests: v.optional(v.array(RuleTestSchema)),
});
export type RuleSet = v.InferOutput<typeof RuleSetSchema>;

/** A rule as it is kept: with the version that rises at every change, and who changed it when. */
export interface StoredRule {
  readonly v: 1;
  readonly rule: Rule;
  /** Starts at 1. */
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
  /** While the rule is as an import or a pack brought it, but for its state and priority. */
  readonly asImported?: true;
  /**
   * The first of the versions that differ in nothing but a pause by the rule's own limit: what runs under one of them
   * goes on.
   */
  readonly runsGoOnSince?: number;
}
