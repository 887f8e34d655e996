// The views beside the admin page: what a user sees of the rules that concern a page or a space, and what not.

import { describe, expect, it } from 'vitest';
import { PAGE_VIEW_CALLS } from '../../../src/core/admin/viewer/page-calls';
import { SPACE_VIEW_CALLS } from '../../../src/core/admin/viewer/space-calls';
import { previewSteps } from '../../../src/core/runs/search-for-plan';
import { startRun } from '../../../src/core/runs/start-run';
import { nextChange } from '../../../src/core/admin/viewer/next-change';
import { aPage, aSpace, createFakeViewer } from '../../support/fake-viewer';
import { aRule } from '../../support/builders';
import { createFakePorts } from '../../support/fake-ports';
import type { ViewerAsked } from '../../../src/core/admin/viewer/viewer-call';
import type { Viewer } from '../../../src/core/admin/viewer/viewer';
import type { FakePorts } from '../../support/fake-ports';

const UPDATED = 'avi:confluence:updated:page';
const LABEL = {
  id: 'label',
  action: 'label.add',
  as: 'app',
  with: { labels: ['seen'] },
  onError: 'stop',
} as const;

const MEETING = aRule({
  id: 'meeting',
  name: 'Label meetings',
  when: [UPDATED],
  if: { startsWith: [{ var: 'content.title' }, 'Meeting'] },
  then: [LABEL],
});
const BUDGET = aRule({
  id: 'budget',
  name: 'Label budgets',
  when: [UPDATED],
  if: { startsWith: [{ var: 'content.title' }, 'Budget'] },
  then: [LABEL],
});
const ELSEWHERE = aRule({
  id: 'elsewhere',
  name: 'Secret of OPS',
  scope: { spaces: ['OPS'] },
  when: [UPDATED],
  then: [LABEL],
});
const OFF = aRule({
  id: 'off',
  name: 'Old rule',
  state: 'off',
  offReason: 'Audit',
  when: [UPDATED],
  then: [LABEL],
});

function portsWith(...rules: readonly ReturnType<typeof aRule>[]): FakePorts {
  const ports = createFakePorts();
  ports.setRules(...rules);
  return ports;
}

function asked(ports: FakePorts, viewer: Viewer, where: Partial<ViewerAsked> = {}): ViewerAsked {
  return { viewer, ports, contentId: '7', spaceKey: 'ENG', ...where };
}

describe('on a page', () => {
  it('says what the next change would cause, with the rendered actions, and does nothing', async () => {
    const ports = portsWith(MEETING, BUDGET, ELSEWHERE, OFF);
    const answer = await PAGE_VIEW_CALLS.pageOutlook({}, asked(ports, createFakeViewer([aPage()])));
    expect(answer).toMatchObject({ ok: true, data: { eventType: UPDATED, paused: false } });
    expect(answer.ok && answer.data.rules).toMatchObject([
      {
        rule: 'meeting',
        verdict: 'acts',
        actions: [{ acts: true, preview: 'add the label "seen" to page 7' }],
      },
    ]);
    expect(ports.effects).toEqual([]);
    expect(ports.stored.runs.size + ports.stored.events.size).toBe(0);
  });

  it('explains why the others would not act, and shows nothing of rules that are off or for other spaces', async () => {
    const ports = portsWith(MEETING, BUDGET, ELSEWHERE, OFF);
    const answer = await PAGE_VIEW_CALLS.pageVerdicts({}, asked(ports, createFakeViewer([aPage()])));
    expect(answer.ok && answer.data.items).toMatchObject([
      {
        rule: 'budget',
        verdict: 'condition-false',
        why: 'content.title is "Meeting of Monday", which does not start with "Budget"',
        clauses: { kind: 'test', truth: false },
      },
    ]);
    expect(answer.ok && answer.data.counts).toEqual({ 'condition-false': 1 });
    expect(JSON.stringify(answer)).not.toContain('Secret');
  });

  it('lists what rules did about the page, without reasons of failures and without effects', async () => {
    const ports = portsWith(MEETING);
    const { nowMs } = ports;
    const event = nextChange(aPage(), 'author', nowMs);
    const planned = previewSteps(MEETING, event, { nowMs, shadow: false });
    const begin = { owner: '', leased: false, lookAgainAt: '', keepUntil: '' };
    const run = startRun(MEETING, event, planned, nowMs, false, begin);
    const steps = run.steps.map((step) => ({
      ...step,
      outcome: 'failed' as const,
      reason: 'Failed: page "Hidden"',
    }));
    ports.stored.runs.set(run.id, { ...run, outcome: 'failed', steps });
    ports.stored.runs.set('other', { ...run, id: 'other', subject: { kind: 'page', id: '8' } });
    const answer = await PAGE_VIEW_CALLS.pageRuns({}, asked(ports, createFakeViewer([aPage()])));
    expect(answer).toEqual({
      ok: true,
      data: {
        items: [
          {
            id: run.id,
            ruleName: 'Label meetings',
            eventType: UPDATED,
            outcome: 'failed',
            startedAt: run.startedAt,
            actorAccountId: 'author',
            steps: [{ id: 'label', action: 'label.add', as: 'app', outcome: 'failed' }],
          },
        ],
      },
    });
  });

  it('withholds who watches the page, though the app can read it', async () => {
    const watched = aRule({
      id: 'watched',
      when: [UPDATED],
      if: { in: ['boss', { var: 'content.watchers' }] },
      then: [LABEL],
    });
    const ports = portsWith(watched);
    ports.fieldValues.set('content.watchers', ['boss']);
    const viewed = asked(ports, createFakeViewer([aPage()]));
    const outlook = await PAGE_VIEW_CALLS.pageOutlook({}, viewed);
    const verdicts = await PAGE_VIEW_CALLS.pageVerdicts({}, viewed);
    expect(outlook.ok && outlook.data.rules).toEqual([]);
    expect(verdicts.ok && verdicts.data.items).toMatchObject([
      { rule: 'watched', verdict: 'condition-error' },
    ]);
    expect(JSON.stringify([outlook, verdicts])).not.toContain('["boss"]');
    expect(ports.fieldReads).toEqual([]);
  });

  it.each(['pageRuns', 'pageOutlook', 'pageVerdicts'] as const)(
    'refuses %s to a user who cannot see the page, whatever the view says of where it stands',
    async (call) => {
      const viewer = createFakeViewer([aPage({ id: '8' })]);
      const answer = await PAGE_VIEW_CALLS[call]({}, asked(portsWith(MEETING), viewer));
      expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    },
  );

  it('refuses a payload of another shape with its path', async () => {
    const answer = await PAGE_VIEW_CALLS.pageRuns(
      { cursor: 7 },
      asked(portsWith(), createFakeViewer([aPage()])),
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', problems: [{ path: 'cursor' }] } });
  });
});

describe('in the settings of a space', () => {
  const space = aSpace({ administers: true });
  const viewer = createFakeViewer([aPage({ space })], [space]);

  it('lists the rules that apply there, off ones with their reason, with their conditions in words', async () => {
    const ports = portsWith(MEETING, ELSEWHERE, OFF);
    const answer = await SPACE_VIEW_CALLS.spaceRules({}, asked(ports, viewer));
    expect(answer.ok && answer.data.items).toMatchObject([
      { id: 'meeting', condition: 'title of the page starts with "Meeting"', named: false, state: 'live' },
      { id: 'off', state: 'off', offReason: 'Audit' },
    ]);
  });

  it('pages and searches', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      aRule({ id: `rule-${index}`, name: `Rule ${index}`, when: [UPDATED], then: [LABEL] }),
    );
    const ports = portsWith(...many);
    const first = await SPACE_VIEW_CALLS.spaceRules({}, asked(ports, viewer));
    expect(first.ok && [first.data.items.length, first.data.cursor]).toEqual([25, '25']);
    const last = await SPACE_VIEW_CALLS.spaceRules({ cursor: '50' }, asked(ports, viewer));
    expect(last.ok && [last.data.items.length, last.data.cursor]).toEqual([10, undefined]);
    const found = await SPACE_VIEW_CALLS.spaceRules({ search: 'RULE 59' }, asked(ports, viewer));
    expect(found.ok && found.data.items.map(({ id }) => id)).toEqual(['rule-59']);
  });

  it('says why not for a page of the space, and for no page of another', async () => {
    const other = aPage({ id: '9', space: aSpace({ key: 'OPS', administers: true }) });
    const sees = createFakeViewer([aPage({ space }), other], [space]);
    const ports = portsWith(BUDGET, ELSEWHERE);
    const answer = await SPACE_VIEW_CALLS.spaceVerdicts({ content: '7' }, asked(ports, sees));
    expect(answer).toMatchObject({
      ok: true,
      data: { title: 'Meeting of Monday', items: [{ rule: 'budget', verdict: 'condition-false' }] },
    });
    const beyond = await SPACE_VIEW_CALLS.spaceVerdicts({ content: '9' }, asked(ports, sees));
    expect(beyond).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it.each(['spaceRules', 'findPages', 'spaceVerdicts'] as const)(
    'refuses %s to who does not administer the space',
    async (call) => {
      const member = createFakeViewer([aPage()], [aSpace()]);
      const payload = { text: '', content: '7' };
      const answer = await SPACE_VIEW_CALLS[call](payload, asked(portsWith(MEETING), member));
      expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    },
  );
});
