// Activity's use cases: filters over what the store knows in part, why-not of recorded events, hours, replay.

import { describe, expect, it } from 'vitest';
import { filteredPage } from '../../../src/core/admin/activity/filtered-page';
import { hoursUntilNow } from '../../../src/core/admin/activity/hours';
import { listEvents } from '../../../src/core/admin/activity/list-events';
import { listRuns } from '../../../src/core/admin/activity/list-runs';
import { openRun } from '../../../src/core/admin/activity/open-run';
import { whyNot, whyNotNext } from '../../../src/core/admin/activity/why-not';
import { aRule, aRun, anAction, anEventRecord, aPageCreated } from '../../support/builders';
import { createFakePorts } from '../../support/fake-ports';
import { aPage, createFakeViewer } from '../../support/fake-viewer';
import type { Run, Step } from '../../../src/core/runs/run';

function aStep(overrides: Partial<Step> = {}): Step {
  return {
    ...anAction(),
    outcome: 'done',
    attempts: [],
    effect: { on: 'content', content: { id: '7', type: 'page' }, labels: ['x'] },
    ...overrides,
  };
}

describe('runs', () => {
  const ports = createFakePorts();
  for (let index = 0; index < 300; index += 1) {
    const startedAt = new Date(Date.parse('2026-01-05T00:00:00.000Z') + index * 60_000).toISOString();
    const run = aRun({
      id: `run-${index}`,
      rule: index % 2 === 0 ? 'even' : 'odd',
      outcome: index % 10 === 0 ? 'failed' : 'succeeded',
      startedAt,
      subject: { kind: 'page', id: String(index % 5), spaceKey: index % 3 === 0 ? 'ENG' : 'OPS' },
      steps: [aStep({ with: { body: '<p>secret</p>' } })],
    });
    ports.stored.runs.set(run.id, run);
  }

  async function all(filter: Parameters<typeof listRuns>[0]): Promise<readonly Run[]> {
    const found: Run[] = [];
    let cursor: string | undefined;
    do {
      const page = await listRuns(filter, cursor, ports);
      expect(page.items.length).toBeLessThanOrEqual(25);
      found.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return found;
  }

  it.each([
    [{}, 300],
    [{ rule: 'odd' }, 150],
    [{ outcome: 'failed' as const }, 30],
    [{ rule: 'even', outcome: 'failed' as const }, 30],
    [{ rule: 'odd', outcome: 'failed' as const }, 0],
    [{ space: 'ENG' }, 100],
    [{ subject: '0', space: 'ENG' }, 20],
    [{ from: '2026-01-05T04:00:00.000Z' }, 60],
    [{ from: '2026-01-05T01:00:00.000Z', to: '2026-01-05T02:00:00.000Z' }, 61],
  ])('finds those of %j, each once, newest first', async (filter, count) => {
    const found = await all(filter);
    expect(found.length).toBe(count);
    expect(new Set(found.map(({ id }) => id)).size).toBe(count);
    const times = found.map(({ startedAt }) => startedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('come without what they write', async () => {
    const [first] = (await listRuns({}, undefined, ports)).items;
    expect(first?.steps[0]).toMatchObject({ with: {}, outcome: 'done' });
    expect(JSON.stringify(first)).not.toContain('secret');
    expect(first?.steps[0]).not.toHaveProperty('effect');
  });

  it('a filter that fits nothing ends each answer after a bounded number of reads', async () => {
    let reads = 0;
    const page = await filteredPage({
      from: undefined,
      limit: 25,
      matches: () => false,
      read: () => {
        reads += 1;
        return Promise.resolve({ items: [1, 2], cursor: `${reads}` });
      },
    });
    expect([reads, page.items.length, page.cursor]).toEqual([5, 0, '0:5']);
  });
});

describe('an opened run', () => {
  it('tells what each step does in a line, the rule as it was, and the chain', async () => {
    const ports = createFakePorts();
    ports.setRules(
      aRule({ id: 'first', name: 'First' }),
      aRule({ if: { '==': [{ var: 'content.title' }, 'X'] } }, 3),
    );
    const run = aRun({
      rule: 'a-rule',
      ruleVersion: 3,
      steps: [aStep()],
      cause: { root: 'root-event', path: ['first', 'gone'] },
    });
    ports.stored.runs.set(run.id, run);
    const opened = await openRun(run.id, ports);
    expect(opened).toMatchObject({
      ok: true,
      data: {
        lines: { label: 'add the label "x" to page 7' },
        ruleThen: { version: 3, isCurrent: true, condition: 'title of the page is "X"' },
        chain: [{ rule: 'first', name: 'First' }, { rule: 'gone' }],
        root: 'root-event',
      },
    });
    expect(await openRun('none', ports)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('why not', () => {
  const rule = aRule({ if: { startsWith: [{ var: 'content.title' }, 'Meeting'] } });
  const ports = createFakePorts();
  ports.setRules(rule, aRule({ id: 'other', name: 'Other', when: ['avi:confluence:liked:page'] }));
  const event = anEventRecord({
    eventKey: 'key',
    eventType: 'avi:confluence:created:page',
    payload: aPageCreated({ title: 'Budget' }),
    verdicts: [],
    subject: { kind: 'page', id: '7', title: 'Budget', spaceKey: 'SP' },
  });
  ports.stored.events.set(event.eventKey, event);

  it('gives every rule one verdict with its reason, clauses, and what would turn it round', async () => {
    const answer = await whyNot('key', undefined, ports);
    expect(answer.ok && answer.data.items).toMatchObject([
      {
        rule: 'a-rule',
        verdict: 'condition-false',
        clauses: { truth: false },
        change: expect.stringContaining('Meeting'),
      },
      { rule: 'other', verdict: 'wrong-event' },
    ]);
  });

  it('lets what was decided then win', async () => {
    const then = { rule: 'a-rule', verdict: 'loop-stopped', why: 'Too deep.' } as const;
    ports.stored.events.set('then', { ...event, eventKey: 'then', verdicts: [then] });
    const answer = await whyNot('then', undefined, ports);
    expect(answer.ok && answer.data.items[0]).toMatchObject({ verdict: 'loop-stopped', why: 'Too deep.' });
  });

  it('is asked of the next change of a page, and refused for one that the admin cannot see', async () => {
    const viewer = createFakeViewer([aPage({ title: 'Meeting' })]);
    const answer = await whyNotNext('7', undefined, viewer, ports);
    expect(answer).toMatchObject({ ok: true, data: { eventType: 'avi:confluence:updated:page' } });
    expect(await whyNotNext('8', undefined, viewer, ports)).toMatchObject({ ok: false });
  });

  it('lists recorded events without their payloads', async () => {
    const { items } = await listEvents(
      { eventType: 'avi:confluence:created:page', space: 'SP' },
      undefined,
      ports,
    );
    expect(items.length).toBe(2);
    expect(items[0]).not.toHaveProperty('payload');
    expect((await listEvents({ space: 'OPS' }, undefined, ports)).items).toEqual([]);
  });
});

it('the chart sums folded hours and what has been counted since, and has every hour', async () => {
  const ports = createFakePorts();
  const hour = new Date(ports.nowMs).toISOString().slice(0, 13);
  ports.stored.hours.set(hour, {
    v: 1,
    hour,
    revision: 1,
    counts: { events: 4, 'run:failed': 1 },
    keepUntil: '',
  });
  ports.stored.tallies.set('t', { id: 't', hour, counts: { events: 2, 'run:succeeded': 3 } });
  const points = await hoursUntilNow(24, ports);
  expect(points.length).toBe(24);
  expect(points.at(-1)).toEqual({ hour, events: 6, runs: 4, failures: 1 });
  expect(points[0]).toMatchObject({ events: 0, runs: 0, failures: 0 });
});
