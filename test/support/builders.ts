// Builders of rules and events with overrides, so that a test names only what it is about.

import type { Rule, RuleAction, StoredRule } from '../../src/core/rules/rule';
import type { EventRecord } from '../../src/core/runs/event-record';
import type { Run } from '../../src/core/runs/run';

export function anAction(overrides: Partial<RuleAction> = {}): RuleAction {
  return {
    id: 'label',
    action: 'label.add',
    as: 'app',
    with: { labels: ['x'] },
    onError: 'stop',
    ...overrides,
  };
}

export function aRule(overrides: Partial<Rule> = {}, version = 1): StoredRule {
  return {
    v: 1,
    rule: {
      id: 'a-rule',
      name: 'A rule',
      state: 'live',
      priority: 100,
      when: ['avi:confluence:created:page'],
      then: [anAction()],
      ...overrides,
    },
    version,
    updatedAt: '2026-01-01T00:00:00.000Z',
    updatedBy: 'admin',
  };
}

/** A created-page event as Forge delivers it. */
export function aPageCreated(
  overrides: { readonly title?: string; readonly id?: string; readonly spaceKey?: string } = {},
  extra: object = {},
) {
  const { title = 'A brand new page', id = '838205441', spaceKey = 'SP' } = overrides;
  const user = { type: 'known', accountId: '4ad9aa0c52dc1b420a791d12', accountType: 'atlassian' };
  return {
    eventType: 'avi:confluence:created:page',
    atlassianId: user.accountId,
    content: {
      id,
      type: 'page',
      status: 'current',
      title,
      space: {
        id: 827392002,
        key: spaceKey,
        name: 'Project: Sample Project',
        type: 'global',
        status: 'current',
      },
      history: { latest: true, createdBy: user, createdDate: '2021-01-20T06:29:21.707Z' },
    },
    ...extra,
  };
}

/** A run that has begun and done nothing. */
export function aRun(overrides: Partial<Run> = {}): Run {
  return {
    v: 1,
    revision: 1,
    writer: 'somebody',
    id: 'run-1',
    eventKey: 'key-1',
    eventType: 'avi:confluence:created:page',
    rule: 'a-rule',
    ruleName: 'A rule',
    ruleVersion: 1,
    outcome: 'running',
    steps: [],
    startedAt: '2026-01-05T10:00:00.000Z',
    updatedAt: '2026-01-05T10:00:00.000Z',
    subject: { kind: 'page', id: '1' },
    keepUntil: '2026-04-05T10:00:00.000Z',
    ...overrides,
  };
}

/** An event that some delivery has claimed and begun. */
export function anEventRecord(overrides: Partial<EventRecord> = {}): EventRecord {
  return {
    v: 1,
    revision: 1,
    writer: 'somebody',
    eventKey: 'key-1',
    eventType: 'avi:confluence:created:page',
    state: 'begun',
    seenAt: '2026-01-05T10:00:00.000Z',
    subject: { kind: 'page', id: '1' },
    payload: { eventType: 'avi:confluence:created:page' },
    verdicts: [],
    runs: [],
    keepUntil: '2026-04-05T10:00:00.000Z',
    ...overrides,
  };
}
