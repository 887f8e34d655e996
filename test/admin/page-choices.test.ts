// The pages that a picker offers, while somebody types.

import { expect, it } from 'vitest';
import { NO_PAGES, reducePageChoices } from '../../src/admin/shared/page-choices';

const budget = { id: '7', type: 'page', title: 'Budget' };

it('searches once the typing rests', () => {
  const typed = reducePageChoices(NO_PAGES, { type: 'pages-searched', text: 'Bud' });
  expect(typed.state).toBe(NO_PAGES);
  expect(typed.effects).toMatchObject([{ type: 'later', event: { type: 'pages-rested', text: 'Bud' } }]);
  const rested = reducePageChoices(typed.state, { type: 'pages-rested', text: 'Bud' });
  expect(rested.effects).toEqual([{ type: 'find-pages', request: 1, text: 'Bud' }]);
});

it('takes the answer to the last search, and keeps what it has when that fails or an older one answers', () => {
  const asked = reducePageChoices(NO_PAGES, { type: 'pages-rested', text: '' }).state;
  const found = { ok: true, data: [budget] } as const;
  const first = reducePageChoices(asked, { type: 'pages-found', request: 1, result: found }).state;
  expect(first.pages).toEqual([budget]);
  const again = reducePageChoices(first, { type: 'pages-rested', text: 'x' }).state;
  const none = { ok: true, data: [] } as const;
  expect(reducePageChoices(again, { type: 'pages-found', request: 1, result: none }).state).toBe(again);
  const failed = { ok: false, error: { code: 'failed', message: 'Failed to find pages.' } } as const;
  expect(reducePageChoices(again, { type: 'pages-found', request: 2, result: failed }).state).toBe(again);
});
