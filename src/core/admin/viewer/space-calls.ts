// The calls of the view "Automation" in the settings of a space: for its administrators, and only about that space. A page
// that an administrator of the space cannot see is not shown to that administrator either.

import * as v from 'valibot';
import { readInWords } from '../../conditions/read-in-words';
import { fieldNames } from '../../events/field-names';
import { byPriority } from '../../matching/matcher';
import { whyOutOfScope } from '../../runs/judge-rule';
import { answer, refuse } from '../answers';
import { explainVerdicts } from '../explain-verdicts';
import { nextChange } from './next-change';
import { shownFields } from './shown-fields';
import { viewerCall } from './viewer-call';
import type { Rule } from '../../rules/rule';
import type { AdminResult } from '../api/result';
import type { SpaceRule, SpaceViewApi } from './space-api';
import type { ViewedSpace } from './viewer';
import type { ViewerAsked, ViewerCalls } from './viewer-call';

/** Rules on one page of the list. */
const RULES_PER_PAGE = 25;
/** Longest text that is searched for. */
const MAX_SEARCH_LENGTH = 200;

const Cursor = v.exactOptional(v.string());
const SearchText = v.pipe(v.string(), v.maxLength(MAX_SEARCH_LENGTH));

export const SPACE_VIEW_CALLS: ViewerCalls<SpaceViewApi> = {
  spaceRules: viewerCall(
    v.object({ search: v.exactOptional(SearchText), cursor: Cursor }),
    (payload, asked) =>
      inSpace(asked, async (space) => {
        const needle = payload.search?.trim().toLowerCase() ?? '';
        const rules = [...(await asked.ports.rules.snapshot())]
          .sort(byPriority)
          .map(({ rule }) => rule)
          .filter((rule) => applies(rule, space) && rule.name.toLowerCase().includes(needle));
        const start = payload.cursor === undefined ? 0 : Number.parseInt(payload.cursor, 10) || 0;
        const end = start + RULES_PER_PAGE;
        const items = rules.slice(start, end).map((rule) => toSpaceRule(rule, space));
        return answer(end < rules.length ? { items, cursor: String(end) } : { items });
      }),
  ),
  findPages: viewerCall(v.object({ text: SearchText }), ({ text }, asked) =>
    inSpace(asked, async ({ key }) => answer(await asked.viewer.findContent(key, text))),
  ),
  spaceVerdicts: viewerCall(
    v.object({ content: v.string(), cursor: Cursor }),
    ({ content: id, cursor }, asked) =>
      inSpace(asked, async (space) => {
        const { viewer, ports } = asked;
        const content = await viewer.content(id);
        if (content?.space.key !== space.key) {
          return refuse(
            'not-found',
            'Failed to find the page: this space has none of that id that you can see.',
          );
        }
        const event = nextChange(content, viewer.accountId, ports.clock.nowMs());
        const verdicts = await explainVerdicts(
          event,
          { without: ['out-of-scope', 'wrong-event'], ...(cursor === undefined ? {} : { cursor }) },
          { ...ports, fields: shownFields(ports.fields) },
        );
        return answer({ ...verdicts, title: content.title });
      }),
  ),
};

/** Answers about the space that the view stands in, when the user administers it. */
async function inSpace<T>(
  { viewer, spaceKey }: ViewerAsked,
  handle: (space: ViewedSpace) => Promise<AdminResult<T>>,
): Promise<AdminResult<T>> {
  const space = spaceKey === '' ? undefined : await viewer.space(spaceKey);
  if (space?.administers === true) return handle(space);
  return refuse('forbidden', 'Only administrators of this space may see its automation.');
}

function applies(rule: Rule, { key, type }: ViewedSpace): boolean {
  return whyOutOfScope(rule.scope, { subject: { spaceKey: key, spaceType: type } }) === undefined;
}

function toSpaceRule(rule: Rule, { key }: ViewedSpace): SpaceRule {
  const { id, name, description, state, offReason, when, then } = rule;
  return {
    id,
    name,
    ...(description === undefined ? {} : { description }),
    state,
    ...(offReason === undefined || state !== 'off' ? {} : { offReason }),
    when,
    ...(rule.if === undefined ? {} : { condition: readInWords(rule.if, fieldNames(rule.when)) }),
    actions: then.map(({ id: step, action, as }) => ({ id: step, action, as })),
    named: rule.scope?.spaces?.includes(key) === true,
  };
}
