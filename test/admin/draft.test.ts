import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NEW_RULE,
  addAction,
  changeKind,
  moveAction,
  patchRule,
  removeAction,
  setName,
  setParameter,
  setRetry,
  toDraft,
} from '../../src/admin/editor/draft';
import { idFromName, uniqueId } from '../../src/admin/editor/ids';
import { formatListText, parseListText } from '../../src/admin/editor/list-text';
import { tidyScope } from '../../src/admin/editor/tidy-scope';
import { chosenEvents } from '../../src/admin/editor/chosen-events';
import { writeCondition } from '../../src/core/conditions/builder/write-condition';
import { sameJson } from '../../src/core/same-json';
import { aRule, anAction } from '../support/builders';

const SEED = { seed: 20260105, numRuns: 300 };

const draft = toDraft(
  aRule({
    then: [anAction({ id: 'one' }), anAction({ id: 'two', action: 'comment.add', with: { body: 'x' } })],
  }).rule,
  { ownId: true },
);

describe('draft', () => {
  it('is the rule itself as long as nothing is changed', () => {
    const { rule } = aRule({ if: { '==': [1, 1] } });
    const made = toDraft(rule, { ownId: true });
    expect(made.rule).toBe(rule);
    expect(writeCondition(made.condition.model).logic).toEqual(rule.if);
  });

  it('takes a field away with undefined and leaves no trace of it', () => {
    const changed = patchRule(patchRule(draft, { description: 'Why' }), { description: undefined });
    expect(Object.keys(changed.rule)).not.toContain('description');
  });

  it('makes the id from the name until a person writes one', () => {
    const named = setName(toDraft(NEW_RULE, { ownId: false }), 'Über Größe 2!', idFromName);
    expect(named.rule).toMatchObject({ name: 'Über Größe 2!', id: 'uber-gro-e-2' });
    expect(setName(draft, 'Else', idFromName).rule.id).toBe('a-rule');
  });

  it('gives a new action an id of its own and the parameters of its form', () => {
    const added = addAction(addAction(draft, 'label.add'), 'label.add');
    expect(added.rule.then.map((action) => action.id)).toEqual(['one', 'two', 'label-add', 'label-add-2']);
    expect(added.rule.then.at(-1)?.with).toEqual({ labels: [] });
    expect(new Set(added.keys).size).toBe(4);
  });

  it('keeps parameters that both kinds have when the kind changes', () => {
    const key = draft.keys[0]!;
    const same = changeKind(draft, key, 'label.remove');
    expect(same.rule.then[0]).toMatchObject({ action: 'label.remove', with: { labels: ['x'] } });
    expect(changeKind(draft, key, 'comment.add').rule.then[0]?.with).toEqual({ body: '' });
  });

  it('does not move an action beyond the ends of the list', () => {
    expect(moveAction(draft, draft.keys[0]!, -1)).toBe(draft);
    expect(moveAction(draft, draft.keys[1]!, 1)).toBe(draft);
    expect(moveAction(draft, draft.keys[0]!, 1).rule.then.map((action) => action.id)).toEqual(['two', 'one']);
  });

  it('drops the retry policy with its last number', () => {
    const key = draft.keys[0]!;
    const set = setRetry(draft, key, 'attempts', 4);
    expect(set.rule.then[0]?.retry).toEqual({ attempts: 4 });
    expect(setRetry(set, key, 'attempts', undefined).rule.then[0]).not.toHaveProperty('retry');
  });

  it('keeps each action together with its key however actions are moved, added and removed', () => {
    const step = fc.oneof(
      fc.record({
        type: fc.constant('move' as const),
        at: fc.nat(6),
        by: fc.constantFrom(-1 as const, 1 as const),
      }),
      fc.record({ type: fc.constant('remove' as const), at: fc.nat(6) }),
      fc.record({ type: fc.constant('add' as const), kind: fc.constantFrom('label.add', 'comment.add') }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let current = draft;
        const idOfKey = new Map(current.keys.map((key, index) => [key, current.rule.then[index]?.id]));
        for (const one of steps) {
          const key = current.keys['at' in one ? one.at : 0];
          if (one.type === 'add') {
            current = addAction(current, one.kind);
            idOfKey.set(current.keys.at(-1)!, current.rule.then.at(-1)?.id);
          } else if (key !== undefined) {
            current = one.type === 'move' ? moveAction(current, key, one.by) : removeAction(current, key);
          }
        }
        expect(current.keys.map((key) => idOfKey.get(key))).toEqual(
          current.rule.then.map((action) => action.id),
        );
        expect(new Set(current.rule.then.map((action) => action.id)).size).toBe(current.rule.then.length);
      }),
      SEED,
    );
  });

  it('changes no other action when a parameter is set', () => {
    const changed = setParameter(draft, draft.keys[1]!, 'body', 'y');
    expect(changed.rule.then[1]?.with).toEqual({ body: 'y' });
    expect(changed.rule.then[0]).toBe(draft.rule.then[0]);
    expect(setParameter(draft, 99, 'body', 'y')).toBe(draft);
  });
});

describe('texts of lists', () => {
  it('keeps a placeholder in one piece although it holds commas', () => {
    expect(parseListText('a, {{join tags ", "}}-x ,, b\nc')).toEqual(['a', '{{join tags ", "}}-x', 'b', 'c']);
  });

  it('reads back what it wrote', () => {
    const label = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
    fc.assert(
      fc.property(fc.array(label), (labels) => {
        expect(parseListText(formatListText(labels))).toEqual(labels);
      }),
      SEED,
    );
  });
});

describe('ids', () => {
  it('are made of small letters, digits and hyphens, and are never too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        expect(idFromName(name)).toMatch(/^(?:[a-z0-9][a-z0-9-]{0,59})?$/);
      }),
      SEED,
    );
  });

  it('do not repeat', () => {
    expect(uniqueId('x', ['x', 'x-2'])).toBe('x-3');
  });
});

describe('small decisions of the form', () => {
  it('lets any event stand alone', () => {
    expect(chosenEvents(['a'], ['a', '*'])).toEqual(['*']);
    expect(chosenEvents(['*'], ['*', 'a'])).toEqual(['a']);
    expect(chosenEvents(['*'], ['*'])).toEqual(['*']);
    expect(chosenEvents(['a'], [])).toEqual([]);
  });

  it('drops a scope that says nothing', () => {
    expect(tidyScope({ spaces: [], excludeSpaces: [], personalSpaces: undefined })).toBeUndefined();
    expect(tidyScope({ spaces: ['A'], personalSpaces: false })).toEqual({
      spaces: ['A'],
      personalSpaces: false,
    });
  });

  it('compares JSON by meaning, not by the order of keys', () => {
    expect(sameJson({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1, d: undefined })).toBe(true);
    for (const [one, other] of [
      [
        [1, 2],
        [2, 1],
      ],
      [{ a: 1 }, { a: 1, b: null }],
      [[], {}],
      [null, {}],
      ['1', 1],
    ]) {
      expect(sameJson(one, other)).toBe(false);
    }
  });
});
