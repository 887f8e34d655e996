import { describe, expect, it } from 'vitest';
import { applyChanges, isChangeable } from '../../../src/core/conditions/change/apply-changes';

describe('applyChanges', () => {
  it('sets, adds and removes fields in a copy', () => {
    const facts = Object.freeze({
      a: Object.freeze({ b: 1, c: 2 }),
      list: Object.freeze([{ n: 1 }, { n: 2 }]),
    });
    const changed = applyChanges(facts, [
      { path: 'a.b', to: 5 },
      { path: 'a.c' },
      { path: 'x.y.z', to: 'new' },
      { path: 'list.1.n', to: 7 },
    ]);
    expect(changed).toEqual({ a: { b: 5 }, list: [{ n: 1 }, { n: 7 }], x: { y: { z: 'new' } } });
    expect(facts).toEqual({ a: { b: 1, c: 2 }, list: [{ n: 1 }, { n: 2 }] });
  });

  it('starts from nothing', () => {
    expect(applyChanges(null, [{ path: 'a.b', to: 1 }])).toEqual({ a: { b: 1 } });
  });
});

describe('isChangeable', () => {
  it.each([
    ['a.b', true],
    ['new.deep.field', true],
    ['list.0.n', true],
    ['', false],
    ['text.length', false],
    ['list.length', false],
    ['a.__proto__.x', false],
    ['constructor.name', false],
  ])('%s: %s', (path, expected) => {
    expect(isChangeable({ a: { b: 1 }, list: [], text: 'x' }, path)).toBe(expected);
  });
});
