import { describe, expect, it } from 'vitest';
import { parseEvent } from '../../../src/core/events/parse-event';
import { fetchableFieldsOf } from '../../../src/core/fields/fetchable-fields';
import { tryRule } from '../../../src/core/runs/try-rule';
import { aPageCreated, aRule, anAction } from '../../support/builders';
import type { Rule } from '../../../src/core/rules/rule';

const NOW = Date.parse('2026-01-05T10:00:00.000Z');

function trialOf(rule: Partial<Rule>, title = 'Meeting 1') {
  const event = parseEvent(aPageCreated({ title }));
  return tryRule(aRule(rule).rule, event, { nowMs: NOW, unread: fetchableFieldsOf(event) });
}

const STARTS = { startsWith: [{ var: 'content.title' }, 'Meeting'] };

describe('trying a rule', () => {
  it('says what it would do, whether it is live or not', () => {
    const trial = trialOf({ if: STARTS, state: 'off' });
    expect(trial).toMatchObject({ verdict: 'acts', clauses: { truth: true }, open: [] });
    expect(trial.actions).toMatchObject([{ id: 'label', acts: true, preview: expect.stringContaining('x') }]);
  });

  it('says why it would not, what would make it, and what it would have done', () => {
    const trial = trialOf({ if: STARTS }, 'Budget');
    expect(trial.verdict).toBe('condition-false');
    expect(trial.why).toContain('does not start with "Meeting"');
    expect(trial.change).toContain('Meeting');
    expect(trial.actions).toMatchObject([{ acts: true }]);
  });

  it('depends on what is looked up, and names it', () => {
    const trial = trialOf({ if: { and: [STARTS, { hasLabel: 'x' }] } });
    expect(trial).toMatchObject({ verdict: 'depends', open: ['content.labels'] });
    const decided = trialOf({ if: { and: [STARTS, { hasLabel: 'x' }] } }, 'Budget');
    expect(decided.verdict).toBe('condition-false');
  });

  it('shows that a template needs what is looked up', () => {
    const body = '<p>{{content.body}}</p>';
    const trial = trialOf({ then: [anAction({ action: 'comment.add', with: { body } })] });
    expect(trial).toMatchObject({ verdict: 'acts', open: ['content.body'] });
    expect(trial.actions).toMatchObject([{ acts: false }]);
  });

  it('stops at another event and outside the scope', () => {
    expect(trialOf({ when: ['avi:confluence:updated:page'] })).toMatchObject({
      verdict: 'wrong-event',
      actions: [],
    });
    expect(trialOf({ scope: { spaces: ['OPS'] } }).verdict).toBe('out-of-scope');
  });
});
