// Which runs the list shows, as the view holds it, and as the app is asked. Pure.

import type { RunFilter } from '../../core/runs/run-filter';
import type { FoundContent } from '../../core/admin/viewer/viewer';
import type { RunOutcome } from '../../core/runs/run';

const HOUR_MS = 3_600_000;

/** How far back the list may be narrowed, in hours. */
export const SINCE_HOURS = [1, 24, 168, 720] as const;

/** What narrows the list beside the rule. */
export interface MoreFilters {
  readonly outcome?: RunOutcome | undefined;
  readonly eventType?: string | undefined;
  /** Page or blog post that they were about. */
  readonly content?: FoundContent | undefined;
  /** Key of a space, as it is typed. */
  readonly space?: string | undefined;
  readonly sinceHours?: number | undefined;
}

/** What the app is asked for. */
export function toRunFilter(rule: string | undefined, more: MoreFilters, nowMs: number): RunFilter {
  const { outcome, eventType, content, sinceHours } = more;
  const space = more.space?.trim().toUpperCase();
  return {
    ...(rule === undefined ? {} : { rule }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(eventType === undefined ? {} : { eventType }),
    ...(content === undefined ? {} : { subject: content.id }),
    ...(space === undefined || space === '' ? {} : { space }),
    ...(sinceHours === undefined ? {} : { from: new Date(nowMs - sinceHours * HOUR_MS).toISOString() }),
  };
}

/** The same for failed runs that something is done with: they have one outcome only. */
export function toLetters(
  rule: string | undefined,
  more: MoreFilters,
  nowMs: number,
): Omit<RunFilter, 'outcome'> {
  return toRunFilter(rule, { ...more, outcome: undefined }, nowMs);
}

/** Whether anything narrows the list. */
export function isNarrowed(more: MoreFilters): boolean {
  return Object.values(more).some((value) => value !== undefined && value !== '');
}

/** Whether anything narrows the failed runs. */
export function isFiltered(rule: string | undefined, more: MoreFilters): boolean {
  return rule !== undefined || isNarrowed({ ...more, outcome: undefined });
}
