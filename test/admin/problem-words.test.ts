import { describe, expect, it } from 'vitest';
import { inFormWords, placeInForm } from '../../src/admin/editor/problem-words';
import type { EditableRule } from '../../src/admin/editor/draft';
import type { Problem } from '../../src/core/result';

const EMPTY: EditableRule = { id: '', name: ' ', when: [], then: [] };
const FILLED: EditableRule = {
  id: 'a-rule',
  name: 'A rule',
  when: ['avi:confluence:created:page'],
  then: [
    { id: 'label', action: 'label.add', with: { labels: [] } },
    { id: 'comment', action: 'comment.add', with: { body: '{{wrong' } },
    { id: 'none', action: 'no.such', with: {} },
  ],
};

function error(path: string): Problem {
  return { path, level: 'error', message: 'expected at least 1 item, got 0' };
}

describe('problems in the words of the form', () => {
  it('asks for what is missing', () => {
    const said = inFormWords(['name', 'id', 'when', 'then'].map(error), EMPTY);
    expect(said.map(({ message }) => message)).toEqual([
      'Give the rule a name.',
      'Give the rule an id.',
      'Choose at least one event.',
      'Add at least one action.',
    ]);
    expect(inFormWords([error('then[0].with.labels')], FILLED)).toEqual([
      { path: 'then[0].with.labels', level: 'error', message: 'Fill this in.' },
    ]);
  });

  it('leaves warnings and problems of fields with a value as they are', () => {
    const warning: Problem = { path: 'then[0].with.labels', level: 'warning', message: 'unusual' };
    const problems = [warning, error('then[1].with.body'), error('then[0].with.labels[2]'), error('when')];
    expect(inFormWords(problems, FILLED)).toEqual(problems);
  });

  it('names a place as the form does, and keeps a path that has no name there', () => {
    expect(placeInForm('when[0]', FILLED)).toBe('Events');
    expect(placeInForm('if.startsWith[0]', FILLED)).toBe('Condition');
    expect(placeInForm('then[0].with.labels[1]', FILLED)).toBe('1. Add labels, Labels');
    expect(placeInForm('then[1].retry', FILLED)).toBe('2. Add a comment');
    expect(placeInForm('then[2].action', FILLED)).toBe('3. no.such (not known to this version)');
    expect(placeInForm('then[7].action', FILLED)).toBe('then[7].action');
    expect(placeInForm('constructor', FILLED)).toBe('constructor');
  });
});
