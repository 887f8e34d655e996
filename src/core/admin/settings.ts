// What an admin sets for the whole installation. It must not hold anything that belongs to one rule.

import * as v from 'valibot';

export const SettingsSchema = v.strictObject({
  v: v.optional(v.literal(1), 1),
  /** Nothing acts while true; events get the verdict `paused`. */
  paused: v.optional(v.boolean(), false),
  /** Accounts that an action may name with `as: { accountId }`. */
  impersonation: v.optional(v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(128))), []),
  /** Whether actions may trash, archive and restrict; see `destructive` of the kinds. */
  destructive: v.optional(v.boolean(), false),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  v: 1,
  paused: false,
  impersonation: [],
  destructive: false,
};
