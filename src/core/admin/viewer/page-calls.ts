// The calls of the view "Automation" on a page: for everybody who can see the page, and only about that page.

import * as v from 'valibot';
import { EventReader } from '../../fields/event-reader';
import { findRules } from '../../matching/find-rules';
import { answer, refuse } from '../answers';
import { explainVerdicts, explained } from '../explain-verdicts';
import { nextChange } from './next-change';
import { seenRun } from './seen-run';
import { shownFields } from './shown-fields';
import { viewerCall } from './viewer-call';
import type { AdminResult } from '../api/result';
import type { PageViewApi } from './page-api';
import type { ViewedContent } from './viewer';
import type { ViewerAsked, ViewerCalls } from './viewer-call';

/** Runs on one page of the list. */
const RUNS_PER_PAGE = 10;

const Paged = v.object({ cursor: v.exactOptional(v.string()) });

export const PAGE_VIEW_CALLS: ViewerCalls<PageViewApi> = {
  pageRuns: viewerCall(Paged, (payload, asked) =>
    onContent(asked, async (content) => {
      const { items, ...rest } = await asked.ports.runs.list({
        ...payload,
        subject: content.id,
        limit: RUNS_PER_PAGE,
      });
      return answer({ ...rest, items: items.map(seenRun) });
    }),
  ),
  pageOutlook: viewerCall(v.object({}), (_payload, asked) =>
    onContent(asked, async (content) => {
      const { viewer, ports } = asked;
      const nowMs = ports.clock.nowMs();
      const event = nextChange(content, viewer.accountId, nowMs);
      const reader = new EventReader(event, shownFields(ports.fields));
      const { paused } = await ports.settings.get();
      const context = { nowMs, paused: false, selfCaused: false };
      const found = await findRules(reader, () => Promise.resolve(context), ports, true);
      const acting = found.filter(({ verdict: { verdict } }) => verdict === 'acts' || verdict === 'shadow');
      const rules = acting.map((judged) => explained(judged, reader, nowMs));
      return answer({ eventType: event.type, rules, paused });
    }),
  ),
  pageVerdicts: viewerCall(Paged, (payload, asked) =>
    onContent(asked, async (content) => {
      const { viewer, ports } = asked;
      const event = nextChange(content, viewer.accountId, ports.clock.nowMs());
      return answer(
        await explainVerdicts(
          event,
          { ...payload, without: ['acts', 'shadow', 'out-of-scope', 'off', 'wrong-event'] },
          { ...ports, fields: shownFields(ports.fields) },
        ),
      );
    }),
  ),
};

/** Answers about the content that the view stands on, when the user can see it. */
async function onContent<T>(
  { viewer, contentId }: ViewerAsked,
  handle: (content: ViewedContent) => Promise<AdminResult<T>>,
): Promise<AdminResult<T>> {
  const content = contentId === '' ? undefined : await viewer.content(contentId);
  if (content !== undefined) return handle(content);
  return refuse('forbidden', 'You cannot see this page, or it is no longer there.');
}
