import { describe, expect, it } from 'vitest';
import { checkRule } from '../../../src/core/rules/check-rule';
import { anAction, aRule } from './a-rule';
import type { Rule } from '../../../src/core/rules/rule';

/** `level path: message` of everything that is found. */
function check(over: Partial<Rule>): readonly string[] {
  return checkRule(aRule(over)).map(({ level, path, message }) => `${level} ${path}: ${message}`);
}

const COMMENT = anAction({
  id: 'hello',
  action: 'comment.add',
  with: { body: '<p>{{mention actor}}: {{content.title}}</p>' },
});

describe('checkRule', () => {
  it('finds nothing in a sound rule', () => {
    expect(
      check({ then: [anAction(), COMMENT], if: { startsWith: [{ var: 'content.title' }, 'Meeting'] } }),
    ).toEqual([]);
    expect(check({ when: ['*'] })).toEqual([]);
  });

  it.each([
    ['avi:confluence:create:page', 'avi:confluence:created:page'],
    ['avi:confluence:created:pgae', 'avi:confluence:created:page'],
    ['avi:confluence:page:created', 'avi:confluence:created:page'],
    ['created:page', 'avi:confluence:created:page'],
    ['avi:confluence:creatd:blogpost', 'avi:confluence:created:blogpost'],
  ])('knows no event %s, and what was meant', (id, meant) => {
    expect(checkRule(aRule({ when: [id] }))).toEqual([
      {
        path: 'when[0]',
        level: 'error',
        message: `there is no event "${id}", so the rule will never fire on it; did you mean "${meant}"?`,
        suggestion: meant,
      },
    ]);
  });

  it('checks the condition against the fields of the events', () => {
    const found = checkRule(aRule({ if: { and: [{ '==': [{ var: 'content.titel' }, 'x'] }, true] } }));
    expect(found).toContainEqual(
      expect.objectContaining({ path: 'if.and[0].==[0].var', suggestion: 'content.title' }),
    );
  });

  it('warns of an event that is there twice', () => {
    const [event = ''] = aRule().when;
    expect(check({ when: [event, event] })).toEqual([
      `warning when[1]: "${event}" is there already, at when[0]`,
    ]);
  });

  it('checks templates against the fields of the events, each at its path', () => {
    expect(check({ then: [anAction({ with: { labels: ['ok', '{{content.titel}}'] } })] })).toEqual([
      'warning then[0].with.labels[1]: line 1, column 3: no event of this rule has the field `content.titel`, so nothing is printed for it; did you mean `content.title`?',
    ]);
  });

  it('checks the markup of bodies, and of nothing else', () => {
    expect(
      check({
        then: [anAction({ with: { labels: ['a<b'] } }), { ...COMMENT, with: { body: '<p>{{uper x}}' } }],
      }),
    ).toEqual([
      'error then[1].with.body: line 1, column 4: there is no helper `uper`; did you mean `upper`?',
    ]);
    expect(check({ then: [{ ...COMMENT, with: { body: '<p>x' } }] })).toEqual([
      'error then[0].with.body: line 1, column 1: `<p>` is never closed',
    ]);
  });

  it('finds actions that can do nothing for the events of the rule', () => {
    const spaces = ['avi:confluence:updated:space:V2'];
    expect(check({ when: spaces, then: [{ ...COMMENT, with: { body: 'x' } }] })).toEqual([
      'error then[0].action: `comment.add` does nothing on "Space updated": a space takes no footer comments',
    ]);
    expect(
      check({ when: [...aRule().when, ...spaces], then: [{ ...COMMENT, with: { body: 'x' } }] }),
    ).toEqual([
      'warning then[0].action: `comment.add` does nothing on "Space updated": a space takes no footer comments',
    ]);
  });

  it('does not take a placeholder that prints nothing for a sample as an action that does nothing', () => {
    expect(check({ then: [anAction({ with: { labels: ['{{content.state.name}}'] } })] })).toEqual([]);
  });
});
