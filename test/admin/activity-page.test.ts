// The tab "Activity", through the real reconciler: runs, one run opened, looking again while something runs.

import { describe, expect, it } from 'vitest';
import { aRule, anAction } from '../support/builders';
import { createFakePorts } from '../support/fake-ports';
import { openPage } from './page-harness';
import type { Run } from '../../src/core/runs/run';
import type { OpenPage } from './page-harness';

function aRun(overrides: Partial<Run> = {}): Run {
  return {
    v: 1,
    revision: 1,
    writer: 'somebody',
    keepUntil: '2026-04-05T10:00:00.000Z',
    id: 'run-1',
    eventKey: 'key-1',
    eventType: 'avi:confluence:created:page',
    rule: 'greet',
    ruleName: 'Greet writers',
    ruleVersion: 3,
    outcome: 'succeeded',
    steps: [
      {
        ...anAction({ id: 'hello', action: 'comment.add', as: 'initiator', with: { body: 'Hi' } }),
        outcome: 'done',
        attempts: [
          {
            at: '2026-01-05T10:00:00.000Z',
            outcome: 'retry',
            failure: {
              kind: 'rate-limited',
              message: 'Failed to add a comment: too many requests. Wait.',
              retryable: true,
              retryAfterSeconds: 7,
              status: 429,
            },
          },
          { at: '2026-01-05T10:00:07.000Z', outcome: 'done' },
        ],
        reason: 'Wrote comment 12 on page 34.',
      },
    ],
    startedAt: '2026-01-05T10:00:00.000Z',
    updatedAt: '2026-01-05T10:00:07.000Z',
    subject: { kind: 'page', id: '34', title: 'Budget', spaceKey: 'ENG' },
    actorAccountId: 'ada',
    ...overrides,
  };
}

async function showActivity(runs: readonly Run[]) {
  const ports = createFakePorts();
  ports.setRules(aRule({ id: 'greet', name: 'Greet writers' }), aRule({ id: 'notes', name: 'Label notes' }));
  for (const run of runs) ports.stored.runs.set(run.id, run);
  const page = await openPage(ports);
  await page.until(() => page.all('Row').length === 2);
  chooseTab(page, 1);
  return { page, ports };
}

function chooseTab(page: OpenPage, index: number): void {
  (page.all('Tabs')[0]!.props['onChange'] as (index: number) => void)(index);
}

function callsOf(page: OpenPage, name: string) {
  return page.calls.filter((call) => call.name === name);
}

describe('activity page', () => {
  it('goes on counting where a record no longer holds the first attempts', async () => {
    const [step] = aRun().steps;
    const { page } = await showActivity([aRun({ steps: [{ ...step!, attemptsLeftOut: 10 }] })]);
    await page.until(() => page.all('Row').length === 1);
    page.click('Greet writers');
    await page.until(() => page.text().includes('Attempt 12'));
    expect(page.text()).toMatch(/Attempt 11, .*: failed/);
  });

  it('lists runs with rule, outcome, subject, event and progress', async () => {
    const { page } = await showActivity([aRun()]);
    await page.until(() => page.text().includes('Greet writers') && page.all('Row').length === 1);
    const text = page.text();
    for (const shown of ['Succeeded', 'Page “Budget” in space ENG', 'Page created', '1 of 1 done']) {
      expect(text).toContain(shown);
    }
  });

  it('explains an empty list', async () => {
    const { page } = await showActivity([]);
    await page.until(() => page.text().includes('Nothing has run yet'));
  });

  it('opens a run with the attempts of each action, their identity and reasons', async () => {
    const { page } = await showActivity([aRun()]);
    await page.until(() => page.all('Row').length === 1);
    page.click('Greet writers');
    await page.until(() => page.text().includes('Back to activity'));
    const text = page.text();
    expect(text).toContain('Add a comment');
    expect(text).toContain('Whoever caused the event');
    expect(text).toMatch(/Attempt 1, .*: failed, will be tried again\. .*HTTP 429\. .*asked to wait 7 s/);
    expect(text).toMatch(/Attempt 2, .*: done/);
    expect(text).toContain('Wrote comment 12 on page 34.');
    expect(text).toContain('Greet writers, version 3');
    expect(page.all('User').map((user) => user.props['accountId'])).toEqual(['ada']);
    page.click('Back to activity');
    await page.until(() => page.all('Row').length === 1);
  });

  it('says until when a step waits', async () => {
    const [done] = aRun().steps;
    const step = { ...done!, outcome: 'waiting' as const, dueAt: '2026-01-05T10:15:00.000Z' };
    const { page } = await showActivity([aRun({ outcome: 'waiting', steps: [step] })]);
    await page.until(() => page.all('Row').length === 1);
    page.click('Greet writers');
    await page.until(() => page.text().includes('Next attempt: '));
    expect(page.text()).toContain('Waiting to retry');
  });

  it('looks again by itself while a run is open, and no longer once it has ended', async () => {
    const { page, ports } = await showActivity([aRun({ outcome: 'running' })]);
    await page.until(() => page.text().includes('Updates by itself'));
    ports.stored.runs.set('run-1', aRun({ updatedAt: '2026-01-05T10:00:09.000Z' }));
    await page.until(() => page.text().includes('Succeeded'));
    expect(page.text()).not.toContain('Updates by itself');
    expect(callsOf(page, 'listRuns')).toHaveLength(2);
  });

  it('shows the runs of one rule, from the filter and from the list of rules', async () => {
    const { page } = await showActivity([
      aRun(),
      aRun({ id: 'run-2', rule: 'notes', ruleName: 'Label notes' }),
    ]);
    await page.until(() => page.all('Row').length === 2);
    await page.until(() => (page.field('Only runs of').props['options'] as unknown[]).length === 2);
    page.pick('Only runs of', 'notes');
    await page.until(() => page.all('Row').length === 1);
    expect(page.text()).toContain('Label notes');
    chooseTab(page, 0);
    await page.until(() => page.all('Toggle').length === 2);
    page.click('More');
    await page.until(() => page.text().includes('Run earlier'));
    page.click('Runs');
    await page.until(() => page.text().includes('Only runs of') && page.all('Row').length === 1);
    expect(page.field('Only runs of').props['value']).toEqual({ label: 'Greet writers', value: 'greet' });
  });

  it('goes from a run to its rule', async () => {
    const { page } = await showActivity([aRun()]);
    await page.until(() => page.all('Row').length === 1);
    page.click('Greet writers');
    await page.until(() => page.text().includes('Open the rule'));
    page.click('Open the rule');
    await page.until(() => page.text().includes('Version 1'));
  });

  it('says what went wrong when runs cannot be read', async () => {
    const { page } = await showActivity([aRun()]);
    await page.until(() => page.all('Row').length === 1);
    page.refuseNext('listRuns', { ok: false, error: { code: 'failed', message: 'KVS is asleep.' } });
    page.click('Refresh');
    await page.until(() => page.text().includes('KVS is asleep.'));
  });
});
