// What the engine decided about one rule for one event. A closed list: every rule gets exactly one.

export const VERDICTS = [
  'acts',
  'shadow',
  'wrong-event',
  'out-of-scope',
  'off',
  'condition-false',
  'condition-error',
  'duplicate',
  'self-caused',
  'loop-stopped',
  'budget-exhausted',
  'paused',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One rule's verdict, with the reason in words. */
export interface RuleVerdict {
  readonly rule: string;
  readonly verdict: Verdict;
  /** `content.title is "Budget", which does not start with "Meeting"` */
  readonly why: string;
  /** The rule has a limit, so its runs are counted. */
  readonly limited?: true;
}
