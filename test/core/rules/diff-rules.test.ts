import { describe, expect, it } from 'vitest';
import { diffRuleSets } from '../../../src/core/rules/diff-rule-sets';
import { diffRules } from '../../../src/core/rules/diff-rules';
import { anAction, aRule, aRuleSet } from './a-rule';
import type { Rule } from '../../../src/core/rules/rule';

/** What changes from the plain rule to one with `after`, or from one with `before`. */
function diff(before: Partial<Rule>, after: Partial<Rule>): readonly string[] {
  return diffRules(aRule(before), aRule(after));
}

const CREATED = 'avi:confluence:created:page';
const POSTED = 'avi:confluence:created:blogpost';
const COMMENTED = 'avi:confluence:created:comment';

describe('diffRules', () => {
  it('says nothing of rules that mean the same', () => {
    expect(diff({ if: { a: 1, b: 2 } }, { if: { b: 2, a: 1 } })).toEqual([]);
    expect(diff({}, { chain: false, onlyIfStill: false, labels: [], scope: {}, description: '' })).toEqual(
      [],
    );
  });

  it.each([
    [{ when: [CREATED] }, { when: [CREATED, POSTED] }, 'will also fire on blog posts (Blog post created)'],
    [
      { when: [CREATED, POSTED, COMMENTED] },
      { when: [CREATED] },
      'will no longer fire on blog posts (Blog post created) and comments (Comment added)',
    ],
    [{}, { when: ['*'] }, 'will fire on any event'],
    [
      { when: ['*'] },
      { when: [CREATED] },
      'will no longer fire on any event, only on pages and live docs (Page created)',
    ],
    [{}, { when: [CREATED, 'x:y'] }, 'will also fire on events that the catalogue does not know (x:y)'],
    [{}, { state: 'off' }, 'will no longer act: it is off (was live, now off)'],
    [{}, { state: 'shadow' }, 'will no longer act, only record what it would do (was live, now shadow)'],
    [
      { state: 'off' },
      { state: 'shadow' },
      'will record what it would do, without acting (was off, now shadow)',
    ],
    [{ state: 'off' }, { state: 'live' }, 'will act (was off, now live)'],
    [{ state: 'off' }, { state: 'off', offReason: 'x' }, 'gives another reason for being off'],
    [{}, { if: { '==': [{ var: 'space.key' }, 'ENG'] } }, 'will act only if space key is "ENG"'],
    [
      { if: { '==': [{ var: 'space.key' }, 'ENG'] } },
      {},
      'will act on every such event (was only if space key is "ENG")',
    ],
    [
      { if: { '==': [{ var: 'space.key' }, 'ENG'] } },
      { if: { '==': [{ var: 'space.key' }, 'OPS'] } },
      'will act only if space key is "OPS" (was if space key is "ENG")',
    ],
    [{}, { scope: { spaces: ['ENG', 'OPS'] } }, 'will act in the spaces ENG and OPS only (was every space)'],
    [{ scope: { spaces: ['ENG'] } }, {}, 'will act in every space (was the space ENG only)'],
    [{ scope: { spaces: ['ENG'] } }, { scope: { spaces: ['ENG', 'OPS'] } }, 'will also act in the space OPS'],
    [
      { scope: { spaces: ['ENG', 'OPS'] } },
      { scope: { spaces: ['ENG'] } },
      'will no longer act in the space OPS',
    ],
    [{}, { scope: { excludeSpaces: ['HR'] } }, 'will leave out the space HR'],
    [{}, { scope: { personalSpaces: true } }, 'will also act in personal spaces'],
    [{}, { priority: 5 }, 'has priority 5 (was 100); lower runs first'],
    [{}, { chain: true }, 'will also fire on events that rules caused'],
    [{ onlyIfStill: true }, {}, 'will no longer check its condition again before it acts'],
    [{}, { serial: true }, 'will act on one content for one event after another'],
    [{}, { limits: { runsPerHour: 9 } }, 'will run at most 9 times an hour'],
    [{ limits: { runsPerHour: 9 } }, {}, 'will run as often as its events come'],
    [{}, { owner: 'mia' }, 'has the owner mia'],
    [{}, { offUntil: '2026-02-01' }, 'will go live by itself on 2026-02-01, if it is off'],
    [{}, { name: 'Other' }, 'is called "Other" (was "Label notes")'],
    [{}, { description: 'x' }, 'has another description'],
    [{ labels: ['a'] }, { labels: ['a', 'b'] }, 'has the rule labels b'],
    [{}, { then: [anAction({ with: { labels: ['x'] } })] }, '"label" has labels ["x"] (was ["notes"])'],
    [
      {},
      { then: [anAction({ as: 'initiator' })] },
      '"label" will act as the user who caused the event (was the app)',
    ],
    [
      {},
      { then: [anAction({ as: { accountId: 'u1' }, fallback: 'app' })] },
      [
        '"label" will act as the user u1 (was the app)',
        '"label" will act as the app when its user cannot be used',
      ],
    ],
    [{}, { then: [anAction({ onError: 'continue' })] }, '"label" will let the run go on when it fails'],
    [{}, { then: [anAction({ disabled: true })] }, '"label" is left out'],
    [{}, { then: [anAction({ action: 'label.remove' })] }, '"label" will do label.remove (was label.add)'],
    [
      {},
      { then: [anAction(), anAction({ id: 'hello', action: 'comment.add' })] },
      'will also do "hello" (comment.add)',
    ],
    [
      { then: [anAction(), anAction({ id: 'hello', action: 'comment.add' })] },
      {},
      'will no longer do "hello" (comment.add)',
    ],
    [
      { then: [anAction(), anAction({ id: 'b' })] },
      { then: [anAction({ id: 'b' }), anAction()] },
      'will do its actions in another order: b, label',
    ],
  ] as [Partial<Rule>, Partial<Rule>, string | string[]][])(
    'says what a change means: %j to %j',
    (before, after, words) => {
      expect(diff(before, after)).toEqual([words].flat());
    },
  );

  it('says how an action is tried again', () => {
    const retry = { attempts: 9, firstDelaySeconds: 10, factor: 3, maxDelaySeconds: 900 };
    expect(diff({}, { then: [anAction({ retry })] })).toEqual([
      '"label" is tried at most 9 times, after 10 s and then 3 times as long each time, at most 900 s apart (was tried by the usual policy)',
    ]);
  });
});

describe('diffRuleSets', () => {
  it('finds rules by id, in the order of the later set', () => {
    const from = aRuleSet(aRule({ id: 'a' }), aRule({ id: 'b' }), aRule({ id: 'c' }));
    const to = aRuleSet(aRule({ id: 'd' }), aRule({ id: 'c', name: 'C' }), aRule({ id: 'a' }));
    expect(diffRuleSets(from, to)).toEqual({
      added: [aRule({ id: 'd' })],
      removed: [aRule({ id: 'b' })],
      changed: [{ id: 'c', name: 'C', differences: ['is called "C" (was "Label notes")'] }],
      unchanged: ['a'],
    });
  });
});
