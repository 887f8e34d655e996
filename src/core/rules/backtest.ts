// How two versions of rules differ in what they would do with the same event. Shared by the command and the page.
// It must not read events: they are handed in, one at a time.

import { judgePayload } from '../runs/judge-payload';
import type { Rule } from './rule';
import type { JudgedRule } from '../runs/judge-payload';

/** How they can differ on one event and rule. */
export const BACKTEST_CHANGES = ['newly-acts', 'stops-acting', 'acts-differently'] as const;
export type BacktestChange = (typeof BACKTEST_CHANGES)[number];

/** One rule that does otherwise than before. */
export interface BacktestDifference {
  readonly rule: string;
  readonly change: BacktestChange;
  /** What each version says of the event; absent where the rule is not among them. */
  readonly before?: JudgedRule;
  readonly after?: JudgedRule;
}

/** What `after` does otherwise than `before`; a rule that is in only one of them does nothing in the other. */
export function compareVerdicts(
  before: readonly JudgedRule[],
  after: readonly JudgedRule[],
): readonly BacktestDifference[] {
  const old = new Map(before.map((each) => [each.rule, each]));
  const now = new Map(after.map((each) => [each.rule, each]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((rule) => {
    const [was, is] = [old.get(rule), now.get(rule)];
    const [acted, acts] = [actionsOf(was), actionsOf(is)];
    if (acted === acts) return [];
    const change =
      acted === undefined ? 'newly-acts' : acts === undefined ? 'stops-acting' : 'acts-differently';
    return [
      {
        rule,
        change,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      },
    ];
  });
}

/** What an edit of a rule would have changed for one event; `before` is absent for a new rule. Both as if live. */
export function backtestEdit(
  before: Rule | undefined,
  after: Rule,
  payload: unknown,
  nowMs: number,
): BacktestDifference | undefined {
  const judge = (rule: Rule) => judgePayload([{ ...rule, state: 'live' }], payload, nowMs);
  const [difference] = compareVerdicts(before === undefined ? [] : judge(before), judge(after));
  return difference;
}

/** All that the rule would do, as one text; undefined when it does not act. */
function actionsOf(judged: JudgedRule | undefined): string | undefined {
  return judged?.verdict === 'acts' ? JSON.stringify(judged.actions) : undefined;
}
