// Which events the actions of a rule cause, and what they leave behind: what the graph of rules is made of.
// It must not look at events or stores; it knows kinds of actions alone.

import type { Rule, RuleAction } from './rule';

const PREFIX = 'avi:confluence:';

/** Events by the kind of action that causes them. Kinds that are absent cause none that a rule can listen to. */
const CAUSES: Readonly<Record<string, readonly string[]>> = {
  'label.add': ['added:label'],
  'label.remove': ['removed:label'],
  'label.replace': ['added:label', 'removed:label'],
  'comment.add': ['created:comment'],
  'comment.reply': ['created:comment'],
  'comment.inline': ['created:comment'],
  'comment.resolve': ['updated:comment'],
  'notify.mention': ['created:comment'],
  'page.create': ['created:page'],
  'page.copy': ['created:page', 'copied:page'],
  'page.title': ['updated:page', 'updated:blogpost'],
  'page.body': ['updated:page', 'updated:blogpost'],
  'page.owner': ['updated:page'],
  'page.move': ['moved:page'],
  'page.archive': ['archived:page'],
  'page.trash': ['trashed:page', 'trashed:blogpost'],
  'status.set': ['updated:page', 'updated:blogpost'],
  'status.clear': ['updated:page', 'updated:blogpost'],
  'restriction.add': ['permissions_updated:page', 'permissions_updated:blogpost'],
  'restriction.remove': ['permissions_updated:page', 'permissions_updated:blogpost'],
  'restriction.replace': ['permissions_updated:page', 'permissions_updated:blogpost'],
  'task.complete': ['updated:task'],
};

/** Ids of the events that the rule's actions cause. */
export function eventsCausedBy(rule: Rule): ReadonlySet<string> {
  return new Set(enabled(rule).flatMap(({ action }) => (CAUSES[action] ?? []).map((id) => PREFIX + id)));
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
