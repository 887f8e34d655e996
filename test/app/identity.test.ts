// Whom actions run as when that cannot be had, through the real SDK: what Forge refuses ends in words that say what to do
// about it, and the app takes over only where the rule says so, on record.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_ACCOUNTS } from '../../src/local/confluence/seed/people';
import { createAppHost, createPage, labelsOf } from './app-host';
import type { AppHost } from './app-host';
import type { Step } from '../../src/core/runs/run';
import type { RuleAction } from '../../src/core/rules/rule';

const UNKNOWN = '712020:00000000-0000-4000-8000-0000000000ff';

let host: AppHost;
let app = '';
beforeAll(async () => {
  host = await createAppHost();
  app = host.site.users().find((user) => user.app)?.accountId ?? '';
  const { deactivated, guest } = DEMO_ACCOUNTS;
  await host.admin('saveSettings', { settings: { impersonation: [deactivated, guest, UNKNOWN, app] } });
}, 120_000);
afterAll(() => host?.dispose());

let cases = 0;

/** A page is made, and a rule with one action labels it. */
async function label(
  action: Pick<RuleAction, 'as'> & Partial<RuleAction>,
): Promise<{ step?: Step; labels: string[] }> {
  const id = `as-${++cases}`;
  await host.addRules({
    id,
    when: ['avi:confluence:created:page'],
    then: [{ id: 'label', action: 'label.add', onError: 'stop', with: { labels: ['seen'] }, ...action }],
  });
  const page = await createPage(host, `Page ${cases}`);
  await host.whenIdle();
  const listed = await host.admin('listRuns', { rule: id });
  await host.admin('deleteRule', { id });
  const step = listed.ok ? listed.data.items[0]?.steps[0] : undefined;
  return { labels: await labelsOf(host, page), ...(step === undefined ? {} : { step }) };
}

describe.each([
  ['a deactivated account', () => DEMO_ACCOUNTS.deactivated],
  ['an account without access', () => DEMO_ACCOUNTS.guest],
  ['an account that is not there', () => UNKNOWN],
  ['another app, or this one', () => app],
])('%s', (_, accountId) => {
  it('is no one to act as: the action fails at once, and says what to look at', async () => {
    const { step, labels } = await label({ as: { accountId: accountId() } });
    expect(labels).toEqual([]);
    expect(step).toMatchObject({
      outcome: 'failed',
      attempts: [{ failure: { kind: 'identity', retryable: false } }],
    });
    expect(step?.reason).toContain(`Forge cannot act as the user ${accountId()}`);
    expect(step?.reason).toMatch(/Check that the account is active and may use the app\.$/);
  });

  it('is stood in for by the app where the rule says so, on record', async () => {
    const { step, labels } = await label({ as: { accountId: accountId() }, fallback: 'app' });
    expect(labels).toEqual(['seen']);
    expect(step).toMatchObject({ outcome: 'done', attempts: [{ outcome: 'done' }] });
    expect(step?.reason).toContain(`As the app, because: Failed to`);
    expect(step?.reason).toContain(accountId());
  });
});

it('does not act as the initiator where that is the app itself', async () => {
  await host.addRules({
    id: 'answering',
    when: ['avi:confluence:added:label'],
    chain: true,
    then: [
      { id: 'say', action: 'comment.add', as: 'initiator', onError: 'stop', with: { body: '<p>x</p>' } },
    ],
  });
  await label({ as: 'app' });
  await host.whenIdle();
  const listed = await host.admin('listRuns', { rule: 'answering' });
  expect(listed.ok && listed.data.items[0]?.steps[0]).toMatchObject({
    outcome: 'failed',
    reason:
      'Failed to choose who acts: the event was caused by the app itself. Choose "app" for this action.',
  });
}, 60_000);
