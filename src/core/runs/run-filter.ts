// Which runs are wanted: by the list of runs, and when all of them are replayed. It must not read any.

import type { Run, RunOutcome } from './run';

/** What is absent does not matter. */
export interface RunFilter {
  readonly rule?: string;
  readonly outcome?: RunOutcome;
  readonly eventType?: string;
  /** Id of the content that they were about, comments and files on it included. */
  readonly subject?: string;
  /** Key of the space. */
  readonly space?: string;
  /** Started then or later, as ISO time. */
  readonly from?: string;
  /** Started then or before. */
  readonly to?: string;
}

/** Whether `run` is one of them. */
export function isWanted(run: Run, filter: RunFilter): boolean {
  const { rule, outcome, eventType, subject, space, from, to } = filter;
  return (
    (rule ?? run.rule) === run.rule &&
    (outcome ?? run.outcome) === run.outcome &&
    (eventType ?? run.eventType) === run.eventType &&
    (subject === undefined || (run.subject.contentId ?? run.subject.id) === subject) &&
    (space === undefined || run.subject.spaceKey === space) &&
    (from ?? run.startedAt) <= run.startedAt &&
    (to ?? run.startedAt) >= run.startedAt
  );
}
