// Builders of rules and events with overrides, so that a test names only what it is about.

import type { Rule, RuleAction, StoredRule } from '../../src/core/rules/rule';

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
