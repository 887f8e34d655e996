import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/core/conditions/change/apply-changes';
import { toClauseTree } from '../../../src/core/conditions/clause-tree';
import { compileCondition } from '../../../src/core/conditions/compile-condition';
import { smallestChange } from '../../../src/core/conditions/change/smallest-change';
import { FIELDS, generateCondition, generateFacts, UNIVERSE } from './generate-clauses';
import { createRandom } from './random';
import { CONTEXT } from './reference';

const ROUNDS = 600;
/** Trying all pairs of values takes long, so only one condition in this many that cannot be turned is put to it. */
const PAIRS_EVERY = 8;

const TITLE = { var: 'content.title' };

function paths(logic: unknown, facts: unknown): readonly string[] | undefined {
  return smallestChange(logic, facts, CONTEXT).changes?.map((change) => change.path);
}

/** Whether changing at most `most` of the fields to some value of the universe turns the condition round. */
function turnsByBruteForce(logic: unknown, facts: unknown, most: number): boolean {
  const condition = compileCondition(logic);
  const now = condition.holds(facts, CONTEXT);
  const tryFrom = (changed: unknown, from: number, left: number): boolean => {
    if (condition.holds(changed, CONTEXT) !== now) return true;
    if (left === 0) return false;
    return FIELDS.slice(from).some((path, index) =>
      UNIVERSE.some((to) => tryFrom(applyChanges(changed, [{ path, to }]), from + index + 1, left - 1)),
    );
  };
  return tryFrom(facts, 0, most);
}

describe('smallestChange', () => {
  it('turns the condition round, and no smaller set of changes does', { timeout: 120_000 }, () => {
    const random = createRandom(7);
    let proved = 0;
    let multiple = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const logic = generateCondition(random, 1 + random.below(3));
      const facts = generateFacts(random);
      if (toClauseTree(logic, '').tests.length > 12) continue;
      const where = `${JSON.stringify(logic)} for ${JSON.stringify(facts)}`;
      const now = compileCondition(logic).holds(facts, CONTEXT);
      const { changes, exact, words } = smallestChange(logic, facts, CONTEXT);
      if (changes !== undefined) {
        const changed = applyChanges(facts, changes);
        expect(compileCondition(logic).holds(changed, CONTEXT), `${words} ${where}`).toBe(!now);
      }
      if (!exact) continue;
      proved++;
      const most =
        changes === undefined ? (round % PAIRS_EVERY === 0 ? 2 : 1) : Math.min(changes.length - 1, 2);
      if (most > 1) multiple++;
      expect(turnsByBruteForce(logic, facts, most), `${words} ${where}`).toBe(false);
    }
    expect(proved).toBeGreaterThan(ROUNDS * 0.85);
    expect(multiple).toBeGreaterThan(10);
  });

  it('adds the wanted start to the present title', () => {
    const change = smallestChange(
      { startsWith: [TITLE, 'Meeting'] },
      { content: { title: 'Budget' } },
      CONTEXT,
    );
    expect(change).toEqual({
      exact: true,
      changes: [
        {
          path: 'content.title',
          from: 'Budget',
          to: 'Meeting Budget',
          words: 'content.title starts with "Meeting" (content.title being "Meeting Budget", now "Budget")',
        },
      ],
      words:
        'It would hold if content.title starts with "Meeting" (content.title being "Meeting Budget", now "Budget").',
    });
  });

  it('finds the cheaper of two ways', () => {
    const logic = {
      or: [{ and: [{ '==': [TITLE, 'a'] }, { '==': [{ var: 'b' }, 1] }] }, { '==': [{ var: 'c' }, 2] }],
    };
    expect(paths(logic, {})).toEqual(['c']);
    expect(paths(logic, { b: 1 })).toEqual(['content.title']);
  });

  it('changes one field for two clauses about it where one value suits both', () => {
    const logic = {
      and: [{ startsWith: [TITLE, 'ab'] }, { endsWith: [TITLE, 'ba'] }, { '!': { contains: [TITLE, 'bb'] } }],
    };
    const change = smallestChange(logic, { content: { title: 'x' } }, CONTEXT);
    expect(change.changes?.map(({ path }) => path)).toEqual(['content.title']);
    expect(change.exact).toBe(true);
  });

  it('says so when nothing can turn the condition round', () => {
    const logic = { and: [{ '==': [TITLE, 'a'] }, { '==': [TITLE, 'b'] }] };
    expect(smallestChange(logic, {}, CONTEXT)).toEqual({
      exact: true,
      words: 'The condition is false whatever the fields hold.',
    });
  });

  it('adds and removes labels, leaving the others and their shape', () => {
    const facts = { content: { labels: [{ name: 'eng', prefix: 'global' }] } };
    const add = smallestChange({ hasLabel: ['done'] }, facts, CONTEXT);
    expect(add.changes?.[0]?.to).toEqual([{ name: 'eng', prefix: 'global' }, { name: 'done' }]);
    const remove = smallestChange({ '!': { hasLabel: 'eng' } }, facts, CONTEXT);
    expect(remove.changes?.[0]?.to).toEqual([]);
  });

  it('makes an element for a condition on the elements of a list', () => {
    const logic = {
      some: [
        { var: 'tasks' },
        { and: [{ '==': [{ var: 'status' }, 'open'] }, { '>': [{ var: 'age' }, 3] }] },
      ],
    };
    const change = smallestChange(logic, { tasks: [] }, CONTEXT);
    expect(change.changes?.[0]?.to).toEqual([{ status: 'open', age: 4 }]);
    expect(change.exact).toBe(true);
  });

  it('gives a field the value of the one it is compared with', () => {
    const logic = { '==': [{ var: 'actor.accountId' }, { var: 'owner' }] };
    const change = smallestChange(logic, { actor: { accountId: 'u1' }, owner: 'u2' }, CONTEXT);
    expect(change.changes).toHaveLength(1);
    expect(change.exact).toBe(true);
  });

  it('writes a text that a regular expression finds', () => {
    const change = smallestChange({ matches: [TITLE, '^RFC-\\d{3,}: (Draft|Final)'] }, {}, CONTEXT);
    expect(change.changes?.[0]?.to).toBe('RFC-111: Draft');
  });

  it('vouches for one change even with twenty clauses, and not for more', () => {
    const clauses = Array.from({ length: 20 }, (_, index) => ({ '==': [{ var: `f${index}` }, index + 1] }));
    const allButOne = Object.fromEntries(
      clauses.map((_clause, index) => [`f${index}`, index === 4 ? 0 : index + 1]),
    );
    const one = smallestChange({ and: clauses }, allButOne, CONTEXT);
    expect(one).toMatchObject({ exact: true, changes: [{ path: 'f4', to: 5 }] });
    const many = smallestChange({ and: clauses }, {}, CONTEXT);
    expect(many.exact).toBe(false);
    expect(many.changes).toHaveLength(20);
    expect(many.words).toMatch(/Fewer changes may do\.$/);
  });

  it('never proposes to write into a prototype', () => {
    const change = smallestChange({ '==': [{ var: '__proto__.polluted' }, 1] }, {}, CONTEXT);
    expect(change.changes).toBeUndefined();
    expect(change.exact).toBe(false);
  });

  it('leaves the facts as they were', () => {
    const facts = Object.freeze({ content: Object.freeze({ title: 'x' }) });
    smallestChange({ startsWith: [TITLE, 'y'] }, facts, CONTEXT);
    expect(facts).toEqual({ content: { title: 'x' } });
  });
});
