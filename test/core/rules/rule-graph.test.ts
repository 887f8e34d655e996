// What live rules do to each other: circles and contradictions, with an event that shows them where there is one.

import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../../src/core/rules/rule-graph';
import { anAction, aRule } from '../../support/builders';
import type { Rule } from '../../../src/core/rules/rule';

const NOW = Date.parse('2026-01-05T10:00:00.000Z');
const rule = (overrides: Partial<Rule>): Rule => aRule(overrides).rule;
const adds = anAction({ with: { labels: ['x', 'y'] } });
const removes = anAction({ id: 'off', action: 'label.remove', with: { labels: ['x'] } });
const found = (...rules: readonly Rule[]) => findConflicts(rules, NOW);

describe('findConflicts', () => {
  it('tells a rule that answers itself, with an event that shows it', () => {
    const self = rule({ id: 'self', chain: true, when: ['avi:confluence:added:label'], then: [adds] });
    expect(found(self)).toMatchObject([
      { kind: 'cycle', rules: ['self'], message: expect.stringContaining('avi:confluence:added:label') },
    ]);
    expect(found({ ...self, chain: false })).toEqual([]);
    expect(found({ ...self, state: 'shadow' })).toEqual([]);
  });

  it('tells a circle of several rules once, in order', () => {
    const a = rule({ id: 'a', chain: true, when: ['avi:confluence:removed:label'], then: [adds] });
    const b = rule({
      id: 'b',
      chain: true,
      when: ['avi:confluence:added:label'],
      then: [{ ...removes, with: { labels: ['z'] } }],
    });
    expect(found(b, a).map(({ kind, rules }) => [kind, rules])).toEqual([['cycle', ['a', 'b']]]);
    expect(found(a, { ...b, scope: { spaces: ['A'] } }, rule({ id: 'c' }))).toHaveLength(1);
    expect(found({ ...a, scope: { spaces: ['B'] } }, { ...b, scope: { spaces: ['A'] } })).toEqual([]);
  });

  it('tells rules that undo each other on the same event, and no others', () => {
    const a = rule({ id: 'a', then: [adds] });
    const b = rule({ id: 'b', then: [removes] });
    expect(found(a, b)).toMatchObject([
      { kind: 'contradiction', rules: ['a', 'b'], message: expect.stringContaining('the label "x"') },
    ]);
    expect(found(a, b)[0]?.message).toContain('It happens with the sample event avi:confluence:created:page');
    expect(found(a, { ...b, when: ['avi:confluence:created:comment'] })).toEqual([]);
    expect(found({ ...a, scope: { spaces: ['A'] } }, { ...b, scope: { spaces: ['B'] } })).toEqual([]);
    expect(found(a, { ...b, then: [{ ...removes, with: { labels: ['other'] } }] })).toEqual([]);
  });

  it('calls a contradiction possible when no sample shows it', () => {
    const never = { '==': [{ var: 'content.title' }, 'a title that no sample has'] };
    const [conflict] = found(rule({ id: 'a', then: [adds], if: never }), rule({ id: 'b', then: [removes] }));
    expect(conflict?.message).toContain('Possible: no sample event shows it.');
  });

  it('tells of one rule what concerns it', () => {
    const rules = [
      rule({ id: 'a', then: [adds] }),
      rule({ id: 'b', then: [removes] }),
      rule({ id: 'c', then: [removes] }),
    ];
    expect(findConflicts(rules, NOW, 'c').map((each) => each.rules)).toEqual([['a', 'c']]);
  });
});
