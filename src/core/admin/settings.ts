// What an admin sets for the whole installation. It must not hold anything that belongs to one rule.

import * as v from 'valibot';

const AccountIds = v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(128)));

/** Each of them is looked for when the settings are saved. */
const GroupNames = v.pipe(
  v.array(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(255))),
  v.maxLength(20),
);

/** Days from 1 to the longest that KVS keeps a value. */
const Days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365));

const DEFAULT_RECORD = { events: true, viewed: false };
const DEFAULT_RETENTION = { runs: 90, events: 30 };

/** Every member is optional, so that settings which an earlier version stored can be read. */
export const SettingsSchema = v.strictObject({
  v: v.optional(v.literal(1), 1),
  /** Nothing acts while true; events get the verdict `paused`. */
  paused: v.optional(v.boolean(), false),
  /** Accounts that an action may name with `as: { accountId }`. */
  impersonation: v.optional(AccountIds, []),
  /** Whether actions may trash, archive and restrict; see `destructive` of the kinds. */
  destructive: v.optional(v.boolean(), false),
  /** Whether events are recorded on which no rule acts: in general, and views and searches, which come by the thousand. */
  record: v.optional(
    v.strictObject({ events: v.optional(v.boolean(), true), viewed: v.optional(v.boolean(), false) }),
    DEFAULT_RECORD,
  ),
  retentionDays: v.optional(
    v.strictObject({ runs: v.optional(Days, 90), events: v.optional(Days, 30) }),
    DEFAULT_RETENTION,
  ),
  /** Points of Confluence's hourly quota that rules may spend; absent: no limit of ours. */
  budget: v.optional(
    v.strictObject({ pointsPerHour: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))) }),
    {},
  ),
  /** Accounts that may change rules beside the admins. */
  editors: v.optional(AccountIds, []),
  /** Groups, by name, whose members may as well. */
  editorGroups: v.optional(GroupNames, []),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  v: 1,
  paused: false,
  impersonation: [],
  destructive: false,
  record: DEFAULT_RECORD,
  retentionDays: DEFAULT_RETENTION,
  budget: {},
  editors: [],
  editorGroups: [],
};
