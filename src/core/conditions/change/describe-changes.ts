// The smallest change as a sentence. It must not look for changes.

import { applyChanges } from './apply-changes';
import type { FieldChange } from './apply-changes';
import type { ClauseTree, Test } from '../clause-tree';
import type { EvaluationContext } from '../condition';
import { fieldsOf } from '../fields-of';
import type { NameOf } from '../words/phrase';
import { readSteps, splitPath } from '../read-path';
import { readTest } from '../read-in-words';
import { showValue } from '../words/show-value';
import type { FactChange, SmallestChange } from './smallest-change';
import { truthy } from '../truthy';

/** The words for `changes`, which turn a condition that is `now` round. */
export function describeChanges(
  changes: readonly FieldChange[] | undefined,
  exact: boolean,
  now: boolean,
  tree: ClauseTree,
  facts: unknown,
  context: EvaluationContext & { readonly nameOf?: NameOf },
): Omit<SmallestChange, 'exact'> {
  if (changes === undefined) {
    const always = `The condition is ${now ? 'true' : 'false'} whatever the fields hold.`;
    return {
      words: exact ? always : 'No change was found that would turn the result round; there may be one.',
    };
  }
  const changed = applyChanges(facts, changes);
  const described = changes.map((change) => describeChange(change, tree.tests, facts, changed, context));
  const wishes = described.map((change) => change.words).join(', and if ');
  const doubt = exact ? '' : ' Fewer changes may do.';
  return { changes: described, words: `It would ${now ? 'not ' : ''}hold if ${wishes}.${doubt}` };
}

function describeChange(
  change: FieldChange,
  tests: readonly Test[],
  facts: unknown,
  changed: unknown,
  context: EvaluationContext & { readonly nameOf?: NameOf },
): FactChange {
  const nameOf = context.nameOf ?? ((path: string) => path);
  const from = readSteps(facts, splitPath(change.path), undefined);
  const turned = tests.flatMap((test) => {
    if (!fieldsOf(test.logic).includes(change.path)) return [];
    const [before, after] = [answer(test, facts, context), answer(test, changed, context)];
    return before === after || after === undefined ? [] : [readTest(test.logic, nameOf, !after)];
  });
  const name = nameOf(change.path);
  const value = `${showValue(change.to)}, now ${showValue(from)}`;
  const words =
    turned.length === 0 ? `${name} is ${value}` : `${turned.join(' and ')} (${name} being ${value})`;
  return {
    path: change.path,
    ...(from === undefined ? {} : { from }),
    ...(change.to === undefined ? {} : { to: change.to }),
    words,
  };
}

function answer(test: Test, facts: unknown, context: EvaluationContext): boolean | undefined {
  try {
    return truthy(test.evaluate(facts, context));
  } catch {
    return undefined;
  }
}
