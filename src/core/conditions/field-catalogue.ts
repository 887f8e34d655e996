// What a condition or a template may read for the events of one rule, with types.
// It only names fields; the instances are made from the event catalogue, and it must not hold any values.

/** The kinds of value a field can hold. `any` is a field nothing is known about. */
export type FieldType = 'string' | 'number' | 'boolean' | 'date' | 'list' | 'object' | 'any';

/** One field. */
export interface FieldInfo {
  /** `date` is an ISO 8601 text. */
  readonly type: FieldType;
  /** True when some event of the rule can come without it, or with null in its place. */
  readonly optional: boolean;
  /** True for a field that no event carries and that is fetched when a condition or template needs it. */
  readonly onDemand?: boolean;
  /** Plain name for people: `Page title`. */
  readonly name?: string;
  /** Every value it can have, when that is a closed list (`page`, `blogpost`). */
  readonly values?: readonly string[];
}

/**
 * The fields of a rule's events. Paths are dotted (`content.title`). The fields of a list's elements
 * are named with `[]` after the list (`content.labels[].name`), so that the clauses inside `some`, `all`,
 * `none`, `filter` and `map` can be checked; a list without such entries is not checked inside.
 */
export interface FieldCatalogue {
  /** The field at `path`, or undefined when no event of the rule has it. */
  has(path: string): FieldInfo | undefined;
  /** Every known path, for suggestions. Open families (`content.properties.*`) appear once. */
  paths(): readonly string[];
}
