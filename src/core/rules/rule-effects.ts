// Which events the actions of a rule cause, and what they leave behind: what the graph of rules is made of.
// It must not look at events or stores; it knows kinds of actions alone.

import { ACTIONS, isActionKind } from '../actions/index';
import type { Rule, RuleAction } from './rule';

const PREFIX = 'avi:confluence:';

/** Ids of the events that the rule's actions cause. */
export function eventsCausedBy(rule: Rule): ReadonlySet<string> {
  const causes = enabled(rule).flatMap(({ action }) => (isActionKind(action) ? ACTIONS[action].causes : []));
  return new Set(causes.map((id) => PREFIX + id));
}

/** What two rules undo of each other, in words; undefined when nothing is known to clash. */
export function clashOf(a: Rule, b: Rule): string | undefined {
  for (const one of enabled(a)) {
    for (const other of enabled(b)) {
      const clash = clash2(one, other) ?? clash2(other, one);
      if (clash !== undefined) return clash;
    }
  }
  return undefined;
}

function clash2(one: RuleAction, other: RuleAction): string | undefined {
  const shared = labelsOf(one, true).filter((label) => labelsOf(other, false).includes(label));
  if (shared.length > 0) return `one adds and the other removes the label "${shared.join('", "')}"`;
  for (const [action, parameter, what] of SET_BY) {
    if (one.action !== action || other.action !== action) continue;
    const [value, otherValue] = [one.with[parameter], other.with[parameter]] as readonly unknown[];
    if (typeof value === 'string' && typeof otherValue === 'string' && value !== otherValue) {
      return `they set ${what} differently ("${value}" and "${otherValue}")`;
    }
  }
  if (one.action === 'status.set' && other.action === 'status.clear') {
    return 'one sets the state of the content and the other clears it';
  }
  return undefined;
}

const SET_BY = [
  ['status.set', 'name', 'the state of the content'],
  ['page.title', 'title', 'the title of the page'],
  ['page.owner', 'owner', 'the owner of the page'],
] as const;

/** Labels that the action surely adds, or takes away; what is made of a template is not known. */
function labelsOf({ action, with: given }: RuleAction, adds: boolean): readonly string[] {
  const names: unknown[] = [];
  if (adds && (action === 'label.add' || action === 'label.replace')) names.push(given['labels']);
  if (!adds && action === 'label.remove') names.push(given['labels']);
  if (!adds && action === 'label.replace') names.push(given['remove']);
  return names
    .flat()
    .filter((name) => typeof name === 'string')
    .filter((name) => !name.includes('{{'));
}

function enabled(rule: Rule): readonly RuleAction[] {
  return rule.then.filter(({ disabled }) => disabled !== true);
}
