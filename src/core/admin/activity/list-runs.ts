// Runs with filters, newest first, a page at a time. The store knows one of the filters, the most telling one; the others
// are applied to what it gives. Runs come without what they would write.

import { isWanted } from '../../runs/run-filter';
import { filteredPage } from './filtered-page';
import { withoutBodies } from './without-bodies';
import type { Ports } from '../../ports';
import type { RunFilter } from '../../runs/run-filter';
import type { Run } from '../../runs/run';
import type { FilteredPage } from './filtered-page';

/** Runs on one page. */
const RUNS_PER_PAGE = 25;
/** Runs of one read where some are left out: the most that KVS gives at once. */
const RUNS_PER_READ = 100;

/** One page of the runs that match. */
export async function listRuns(
  filter: RunFilter,
  cursor: string | undefined,
  { runs }: Pick<Ports, 'runs'>,
): Promise<FilteredPage<Run>> {
  const { subject, rule, outcome, eventType, space, from, to } = filter;
  const known =
    subject !== undefined
      ? { subject }
      : rule !== undefined
        ? { rule }
        : outcome !== undefined
          ? { outcome }
          : {};
  const given = [subject, rule, outcome].filter((value) => value !== undefined).length;
  const isSifted = given > 1 || eventType !== undefined || space !== undefined;
  const page = await filteredPage({
    from: cursor,
    limit: RUNS_PER_PAGE,
    read: (at) =>
      runs.list({
        ...known,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(at === undefined ? {} : { cursor: at }),
        limit: isSifted ? RUNS_PER_READ : RUNS_PER_PAGE,
      }),
    matches: (run) => isWanted(run, filter),
  });
  return { ...page, items: page.items.map(withoutBodies) };
}
