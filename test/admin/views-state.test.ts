// The pure states of the views beside the admin page, and of the list of verdicts they share.

import { describe, expect, it } from 'vitest';
import { firstInSpace, reduceInSpace } from '../../src/admin/in-space/state';
import { firstOnPage, reduceOnPage } from '../../src/admin/on-page/state';
import { NO_VERDICTS, reduceVerdicts } from '../../src/admin/verdicts/state';
import { plainPreview } from '../../src/admin/verdicts/plain-preview';
import { answer, refuse } from '../../src/core/admin/answers';
import type { ExplainedVerdicts } from '../../src/core/admin/explain-verdicts';

const SOME: ExplainedVerdicts = {
  eventType: 'avi:confluence:updated:page',
  counts: { 'condition-false': 1 },
  items: [{ rule: 'a', name: 'A', priority: 1, verdict: 'condition-false', why: 'no', actions: [] }],
  cursor: '20',
};

describe('a list of verdicts', () => {
  const asked = reduceVerdicts(NO_VERDICTS, { type: 'verdicts-asked' });
  const ready = reduceVerdicts(asked.state, {
    type: 'verdicts-loaded',
    request: 1,
    result: answer(SOME),
  }).state;

  it('goes on and back by the cursors it was given', () => {
    const second = reduceVerdicts(ready, { type: 'verdicts-next' });
    expect(second.effects).toEqual([{ type: 'load-verdicts', request: 2, cursor: '20' }]);
    expect(reduceVerdicts(second.state, { type: 'verdicts-previous' }).effects).toEqual([
      { type: 'load-verdicts', request: 3 },
    ]);
  });

  it('forgets an answer to an earlier question', () => {
    const late = reduceVerdicts(asked.state, { type: 'verdicts-loaded', request: 0, result: answer(SOME) });
    expect(late.state).toBe(asked.state);
  });

  it('shows and hides the clauses of one rule', () => {
    const shown = reduceVerdicts(ready, { type: 'verdict-toggled', rule: 'a' }).state;
    expect(shown.opened).toEqual(['a']);
    expect(reduceVerdicts(shown, { type: 'verdict-toggled', rule: 'a' }).state.opened).toEqual([]);
  });
});

describe('on a page', () => {
  const first = firstOnPage();

  it('asks for the outlook and the runs, and for the others only when told to', () => {
    expect(first.effects).toEqual([{ type: 'load-outlook' }, { type: 'load-runs', request: 1 }]);
    const others = reduceOnPage(first.state, { type: 'others-asked' });
    expect(others.effects).toEqual([{ type: 'load-verdicts', request: 1 }]);
    expect(reduceOnPage(others.state, { type: 'others-hidden' }).state.verdicts).toBeUndefined();
  });

  it('asks again for everything, and takes no answer to the question before', () => {
    const again = reduceOnPage(first.state, { type: 'refresh-asked' });
    expect(again.effects).toEqual([{ type: 'load-outlook' }, { type: 'load-runs', request: 2 }]);
    const late = reduceOnPage(again.state, {
      type: 'runs-loaded',
      request: 1,
      result: answer({ items: [] }),
    });
    expect(late.state.runs.status).toBe('loading');
    const failed = reduceOnPage(again.state, {
      type: 'runs-loaded',
      request: 2,
      result: refuse('failed', 'Failed to do this.'),
    });
    expect(failed.state.runs).toMatchObject({ status: 'failed' });
  });
});

describe('in a space', () => {
  const first = firstInSpace();

  it('searches when typing rests, from the first page', () => {
    const typed = reduceInSpace({ ...first.state, trail: ['25'] }, { type: 'searched', text: 'lab' });
    expect(typed.effects).toMatchObject([{ type: 'later', key: 'search', event: { type: 'search-rested' } }]);
    expect(reduceInSpace(typed.state, { type: 'search-rested' }).effects).toEqual([
      { type: 'load-rules', request: 2, search: 'lab' },
    ]);
  });

  it('offers pages once the second tab is shown, and asks for the verdicts of the chosen one', () => {
    const shown = reduceInSpace(first.state, { type: 'tab-chosen', tab: 'whyNot' });
    expect(shown.effects).toEqual([{ type: 'find-pages', request: 1, text: '' }]);
    const page = { id: '7', type: 'page', title: 'Budget' };
    const chosen = reduceInSpace(shown.state, { type: 'page-chosen', page });
    expect(chosen.effects).toEqual([{ type: 'load-verdicts', request: 1, content: '7' }]);
    expect(reduceInSpace(chosen.state, { type: 'page-chosen', page: undefined }).effects).toEqual([]);
  });
});

it('previews are read as text: no markup, no marker, mentions as such', () => {
  const body =
    '<p>Thanks <ac:link><ri:user ri:account-id="7"/></ac:link> &amp; all, 1 &lt; 2</p><ac:structured-macro ac:name="anchor"><ac:parameter ac:name="">rulewright-1</ac:parameter></ac:structured-macro>';
  expect(plainPreview(`comment on page 7: ${body}`)).toBe('comment on page 7: Thanks @mention & all, 1 < 2');
});
