import { describe, expect, it } from 'vitest';
import { editModel } from '../../../../src/core/conditions/builder/edit-model';
import { readCondition } from '../../../../src/core/conditions/builder/read-condition';
import { readSpan, writeSpan } from '../../../../src/core/conditions/builder/span';
import { writeCondition } from '../../../../src/core/conditions/builder/write-condition';
import { fieldsOfEvents } from '../../../../src/core/events/event-fields';
import type { BuilderEdit } from '../../../../src/core/conditions/builder/edit-model';
import type { BuilderModel } from '../../../../src/core/conditions/builder/model';

const FIELDS = fieldsOfEvents(['avi:confluence:updated:page']);

function after(model: BuilderModel, ...edits: readonly BuilderEdit[]): BuilderModel {
  return edits.reduce((made, edit) => editModel(made, edit, FIELDS), model);
}

/** An empty condition; its outermost group has the key 0, and what is added the keys from 1 on. */
const EMPTY = readCondition(undefined);

const TITLE_STARTS: readonly BuilderEdit[] = [
  { do: 'add-test', group: 0 },
  { do: 'set-field', key: 1, field: 'content.title' },
  { do: 'set-form', key: 1, form: 'startsWith' },
  { do: 'set-value', key: 1, value: 'Meeting' },
];

const STARTS = { startsWith: [{ var: 'content.title' }, 'Meeting'] };

describe('edits of the builder', () => {
  it('writes one test without "and", and several with it', () => {
    const one = after(EMPTY, ...TITLE_STARTS);
    expect(writeCondition(one)).toMatchObject({ logic: STARTS, gaps: [] });
    const two = after(
      one,
      { do: 'add-test', group: 0 },
      { do: 'set-field', key: 2, field: 'content.labels' },
      { do: 'set-form', key: 2, form: 'hasNoLabel' },
      { do: 'set-value', key: 2, value: ['archived'] },
    );
    const label = { '!': { hasLabel: 'archived' } };
    expect(writeCondition(two).logic).toEqual({ and: [STARTS, label] });
    const any = after(two, { do: 'set-mode', key: 0, mode: 'any' });
    expect(writeCondition(any).logic).toEqual({ or: [STARTS, label] });
    expect(writeCondition(after(two, { do: 'remove', key: 2 })).logic).toEqual(STARTS);
  });

  it('leaves out what is not filled in, and says which clause it is', () => {
    const model = after(EMPTY, ...TITLE_STARTS, { do: 'add-test', group: 0 });
    expect(writeCondition(model)).toMatchObject({ logic: STARTS, gaps: [2] });
    expect([...writeCondition(model).paths]).toEqual([
      [0, 'if'],
      [1, 'if'],
    ]);
  });

  it('keeps a group inside a group, and takes it away with its last member', () => {
    const model = after(EMPTY, ...TITLE_STARTS, { do: 'add-group', group: 0 });
    const filled = after(
      model,
      { do: 'set-mode', key: 2, mode: 'none' },
      { do: 'set-field', key: 3, field: 'space.key' },
      { do: 'set-value', key: 3, value: 'OPS' },
    );
    const logic = { and: [STARTS, { '!': { or: [{ '==': [{ var: 'space.key' }, 'OPS'] }] } }] };
    expect(writeCondition(filled).logic).toEqual(logic);
    expect(writeCondition(after(filled, { do: 'remove', key: 3 })).logic).toEqual(STARTS);
  });

  it('keeps test and value where they suit the new field, and drops them where they do not', () => {
    const model = after(EMPTY, ...TITLE_STARTS);
    const same = after(model, { do: 'set-field', key: 1, field: 'content.body' });
    expect(writeCondition(same).logic).toEqual({ startsWith: [{ var: 'content.body' }, 'Meeting'] });
    const number = after(model, { do: 'set-field', key: 1, field: 'content.version.number' });
    expect(writeCondition(number)).toMatchObject({ logic: undefined, gaps: [1] });
  });

  it('turns one value into a list and back', () => {
    const list = after(EMPTY, ...TITLE_STARTS, { do: 'set-form', key: 1, form: 'oneOf' });
    expect(writeCondition(list).logic).toEqual({ in: [{ var: 'content.title' }, ['Meeting']] });
    const single = after(list, { do: 'set-form', key: 1, form: 'is' });
    expect(writeCondition(single).logic).toEqual({ '==': [{ var: 'content.title' }, 'Meeting'] });
  });

  it('asks of the elements of a list, at least one unless told otherwise', () => {
    const model = after(
      EMPTY,
      { do: 'add-test', group: 0 },
      { do: 'set-field', key: 1, field: 'content.ancestors[].title' },
      { do: 'set-form', key: 1, form: 'is' },
      { do: 'set-value', key: 1, value: 'Handbook' },
    );
    const body = { '==': [{ var: 'title' }, 'Handbook'] };
    expect(writeCondition(model).logic).toEqual({ some: [{ var: 'content.ancestors' }, body] });
    const none = after(model, { do: 'set-quantifier', key: 1, quantifier: 'none' });
    expect(writeCondition(none).logic).toEqual({ none: [{ var: 'content.ancestors' }, body] });
    const plain = after(none, { do: 'set-field', key: 1, field: 'content.title' });
    expect(plain.root.members[0]).not.toHaveProperty('quantifier');
  });

  it('turns a test into JSON and JSON into tests, and keeps JSON that no test fits', () => {
    const json = after(EMPTY, ...TITLE_STARTS, { do: 'to-json', key: 1 });
    expect(json.root.members[0]).toMatchObject({ kind: 'json', logic: STARTS });
    const broken = after(json, { do: 'set-json', key: 1, text: '{' });
    expect(writeCondition(broken)).toMatchObject({ logic: undefined, gaps: [1] });
    const both = after(
      json,
      { do: 'set-json', key: 1, text: JSON.stringify({ or: [STARTS, { '>': [1, 2] }] }) },
      { do: 'from-json', key: 1 },
    );
    expect(both.root.members[0]).toMatchObject({
      kind: 'group',
      mode: 'any',
      members: [{ kind: 'test' }, { kind: 'json', logic: { '>': [1, 2] } }],
    });
  });
});

describe('spans', () => {
  it('are a number and a unit, whatever the spelling; another text is no span', () => {
    expect(readSpan('30d')).toEqual({ amount: '30', unit: 'days' });
    expect(readSpan('2 weeks')).toEqual({ amount: '2', unit: 'weeks' });
    expect(readSpan('soon')).toBeUndefined();
    expect(writeSpan('3', 'months')).toBe('3 months');
  });
});
