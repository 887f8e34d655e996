// How the kinds that steer a run are planned: variables, stops, lists; and what is performed of them.

import { beforeEach, describe, expect, it } from 'vitest';
import { samplePayloadOf } from '../../../src/core/events/find-event';
import { parseEvent } from '../../../src/core/events/parse-event';
import { FailureError } from '../../../src/core/failure';
import { parseRule } from '../../../src/core/rules/parse-rule-set';
import { planSteps, previewSteps } from '../../../src/core/runs/search-for-plan';
import { createFakePorts } from '../../support/fake-ports';
import type { JsonObject } from '../../../src/core/json';
import type { RuleAction, StoredRule } from '../../../src/core/rules/rule';
import type { Step } from '../../../src/core/runs/run';
import type { FakePorts } from '../../support/fake-ports';

const EVENT = 'avi:confluence:created:page';
const event = parseEvent({ ...samplePayloadOf(EVENT) });
const withLabels = Object.create(event, {
  facts: {
    value: {
      ...event.facts,
      content: { ...(event.facts['content'] as JsonObject), labels: ['a', 'b', 'c'] },
    },
    enumerable: true,
  },
}) as typeof event;

let ports: FakePorts;
beforeEach(() => {
  ports = createFakePorts();
});

type Given = Partial<RuleAction> & Pick<RuleAction, 'id' | 'action'>;

function storedOf(then: readonly Given[]): StoredRule {
  const rule = parseRule({ id: 'rule', name: 'Rule', state: 'live', when: [EVENT], then });
  if (!rule.ok) throw new Error(JSON.stringify(rule.error));
  return { v: 1, rule: rule.value, version: 1, updatedAt: '', updatedBy: '' };
}

function plan(then: readonly Given[], isLast = false): Promise<readonly Step[]> {
  const { search, nowMs } = ports;
  return planSteps(storedOf(then), withLabels, { nowMs, shadow: false, search, isLast });
}

const told = (steps: readonly Step[]) => steps.map(({ id, outcome }) => `${id} ${outcome}`);
const set = (id: string, name: string, value: unknown): Given => ({
  id,
  action: 'set.variable',
  with: { name, value },
});
const log = (id: string, message: string): Given => ({ id, action: 'flow.log', with: { message } });
const message = (step: Step | undefined) => step?.effect?.['message'];

describe('set.variable', () => {
  it('is read by the actions after it, each time as it then stands', async () => {
    const steps = await plan([
      log('before', 'x{{variables.team}}'),
      set('one', 'team', 'Team of {{content.type}}'),
      log('between', '{{variables.team}}'),
      set('two', 'team', { name: '{{variables.team}}!' }),
      log('after', '{{variables.team.name}}'),
    ]);
    expect(told(steps)).toEqual([
      'before pending',
      'one done',
      'between pending',
      'two done',
      'after pending',
    ]);
    expect([0, 2, 4].map((at) => message(steps[at]))).toEqual(['x', 'Team of page', 'Team of page!']);
    expect(steps[1]?.reason).toBe('Set the variable "team" to "Team of page".');
    expect(steps[1]?.attempts).toEqual([]);
  });

  it.each(['', '1x', 'a-b', 'constructor', 'x'.repeat(61)])('refuses the name %j', (name) => {
    expect(() => storedOf([set('one', name, 1)])).toThrow();
  });
});

describe('flow.stop', () => {
  const stop = (condition?: unknown): Given => ({
    id: 'stop',
    action: 'flow.stop',
    with: condition === undefined ? {} : { if: condition },
  });

  it('ends the run where its condition holds, on facts and variables', async () => {
    const steps = await plan([
      set('one', 'count', 3),
      log('first', 'x'),
      stop({ '>': [{ var: 'variables.count' }, 2] }),
      log('second', 'y'),
    ]);
    expect(told(steps)).toEqual(['one done', 'first pending', 'stop done', 'second skipped']);
    expect(steps[2]?.reason).toMatch(/^Stop here: variables\.count is 3/);
    expect(steps[3]?.reason).toBe('Not done, because "stop" stopped before it.');
  });

  it('goes on where it does not, and always stops without one', async () => {
    expect(told(await plan([stop({ '==': [1, 2] }), log('next', 'x')]))).toEqual([
      'stop done',
      'next pending',
    ]);
    expect(told(await plan([stop(), log('next', 'x')]))).toEqual(['stop done', 'next skipped']);
  });

  it('has its condition checked when the rule is read', () => {
    expect(() => storedOf([stop({ nonsense: [1] })])).toThrow(/then\[0\]\.with\.if/);
  });
});

describe('forEach', () => {
  const each = (
    more: JsonObject,
    then: readonly Given[] = [log('say', '{{itemNumber}}:{{item}}')],
  ): Given => ({
    id: 'each',
    action: 'forEach',
    with: { items: 'content.labels', ...more, then: then as never },
  });

  it('has steps of its own for each item of a list', async () => {
    const steps = await plan([each({}), log('after', 'x')]);
    expect(told(steps)).toEqual([
      'each done',
      'each.1.say pending',
      'each.2.say pending',
      'each.3.say pending',
      'after pending',
    ]);
    expect(steps.slice(1, 4).map(message)).toEqual(['1:a', '2:b', '3:c']);
    expect(steps[1]).toMatchObject({ group: 'each', lane: 1, with: {} });
    expect(steps[1]).not.toHaveProperty('parallel');
    expect(steps[0]?.reason).toBe('Do flow.log for each of 3 of content.labels, one after another.');
  });

  it('leaves out what is beyond the cap, and says so', async () => {
    const steps = await plan([each({ max: 2, mode: 'parallel' })]);
    expect(told(steps)).toEqual(['each done', 'each.1.say pending', 'each.2.say pending']);
    expect(steps[0]?.reason).toMatch(/for the first 2 of content\.labels, several at a time/);
    expect(steps[2]).toMatchObject({ parallel: true });
  });

  it('is skipped where there is nothing, and fails where there is no list', async () => {
    expect((await plan([each({ items: 'content.nothing' })]))[0]).toMatchObject({
      outcome: 'skipped',
      reason: 'There is nothing in content.nothing.',
    });
    expect((await plan([each({ items: 'content.title' })]))[0]).toMatchObject({ outcome: 'failed' });
  });

  it('lets variables accumulate, and a stop end the work on its item', async () => {
    const steps = await plan([
      set('start', 'seen', ''),
      each({}, [
        { id: 'stop', action: 'flow.stop', with: { if: { '==': [{ var: 'item' }, 'b'] } } },
        set('add', 'seen', '{{variables.seen}}{{item}}'),
      ]),
      log('after', '{{variables.seen}}'),
    ]);
    expect(message(steps.at(-1))).toBe('ac');
    expect(told(steps)).toContain('each.2.add skipped');
  });

  it('goes through what a search finds and works on each of it', async () => {
    ports.found = [
      { id: '7', type: 'page', title: 'Seven', space: { key: 'ENG', name: 'Engineering' } },
      { id: '8', type: 'blogpost', title: 'Eight' },
    ];
    const cql = 'title = "{{variables.title}}"';
    const steps = await plan([
      set('one', 'title', 'A "quoted" \\ title'),
      each({ items: { cql } }, [
        { id: 'label', action: 'label.add', with: { labels: ['of-{{item.title}}'] } },
      ]),
    ]);
    expect(ports.searches).toEqual(['title = "A \\"quoted\\" \\\\ title"']);
    expect(steps.map(({ effect }) => effect).slice(2)).toEqual([
      { on: 'content', content: { id: '7', type: 'page' }, labels: ['of-seven'] },
      { on: 'content', content: { id: '8', type: 'blogpost' }, labels: ['of-eight'] },
    ]);
    const onEvent = await plan([
      each({ items: { cql: 'type = page' }, on: 'event' }, [
        { id: 'label', action: 'label.add', with: { labels: ['x'] } },
      ]),
    ]);
    expect(onEvent[1]?.effect).toMatchObject({ content: { id: event.subject.contentId } });
  });

  it('comes back for a search that fails for a while, and fails when it is the last time', async () => {
    ports.found = { kind: 'server-error', message: 'Failed to search.', retryable: true };
    const search = [each({ items: { cql: 'type = page' } })];
    await expect(plan(search)).rejects.toBeInstanceOf(FailureError);
    expect((await plan(search, true))[0]).toMatchObject({ outcome: 'failed', reason: 'Failed to search.' });
  });

  it('makes no search when a rule is only looked at', () => {
    const [step, ...others] = previewSteps(
      storedOf([each({ items: { cql: 'type = page' }, max: 5 })]),
      event,
      {
        nowMs: 0,
        shadow: false,
      },
    );
    expect(step?.reason).toBe('Do flow.log for the first 5 of the search type = page, one after another.');
    expect(others).toEqual([]);
    expect(ports.searches).toEqual([]);
  });

  it('makes no more steps than a run may have, and no more text', async () => {
    ports.found = Array.from({ length: 100 }, (_, at) => ({ id: String(at), type: 'page', title: 'x' }));
    const many = Array.from({ length: 4 }, (_, at) => log(`say-${at}`, 'x'));
    const [step] = await plan([each({ items: { cql: 'type = page' }, max: 100 }, many)]);
    expect(step?.reason).toMatch(/more than the 300 steps/);
    const long = await plan([
      each({ items: { cql: 'type = page' }, max: 100 }, [log('say', 'x'.repeat(5000))]),
    ]);
    expect(long.filter(({ outcome }) => outcome === 'pending')).toHaveLength(23);
    expect(long.at(-1)?.reason).toMatch(/^Failed to plan this action: the texts of the run/);
  });

  it.each([
    [{ items: { cql: 'title = {{content.title}}' } }, /between double quotes/],
    [{ items: 'content labels' }, /with\.items/],
    [{ max: 101 }, /at most 100/],
    [{ then: [{ id: 'x', action: 'forEach', with: {} }] }, /cannot stand inside itself/],
    [{ then: [{ id: 'x', action: 'label.add', with: { labels: [] } }] }, /with\.then\[0\]\.with\.labels/],
    [{ then: [{ id: 'x', action: 'label.ad' }] }, /label\.add/],
    [{ then: [log('x', 'x'), log('x', 'y')] }, /used already/],
    [{ then: [] }, /at least 1/],
  ])('refuses %j', (more, why) => {
    const { then, ...rest } = more as { then?: Given[] };
    expect(() => storedOf([each(rest, then)])).toThrow(why);
  });
});

describe('flow.delay', () => {
  it.each([
    [{ for: 90, unit: 'minutes' }, 5400, '90 minutes'],
    [{ for: 1, unit: 'hours' }, 3600, '1 hour'],
    [{ for: 30, unit: 'days' }, 2_592_000, '30 days'],
  ])('takes %j', async (parameters, seconds, words) => {
    const [step] = await plan([{ id: 'wait', action: 'flow.delay', with: parameters }]);
    expect(step?.effect).toEqual({ seconds, words });
  });

  it('waits at most thirty days', async () => {
    const [step] = await plan([{ id: 'wait', action: 'flow.delay', with: { for: 31, unit: 'days' } }]);
    expect(step).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('30 days') });
  });
});
