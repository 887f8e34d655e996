// What an admin does to rules from the list: several at once, their order, copies. Each rule is changed for itself, over
// the version that was read.

import { copyOf } from '../import/plan-import';
import { RULE_LIMITS } from '../rules/rule';
import { inStateOf } from '../rules/in-state-of';
import { storeRule } from '../rules/store-rule';
import { answer, refuse } from './answers';
import { byPriority } from './list-rules';
import { deleteRule, lastDeleted, noSuchRule, replaceRule, toStored } from './manage-rules';
import type { Rule, StoredRule } from '../rules/rule';
import type { RulesChange } from './api/rules-api';
import type { AdminResult } from './api/result';
import type { Asked } from './calls/call';

/** Does one thing to several rules. */
export async function changeRules(
  { ids, change }: { readonly ids: readonly string[]; readonly change: RulesChange },
  asked: Asked,
): Promise<AdminResult<{ changed: readonly string[]; failed: readonly { id: string; message: string }[] }>> {
  const changed: string[] = [];
  const failed: { id: string; message: string }[] = [];
  for (const id of ids) {
    const done = change.type === 'delete' ? await deleteRule(id, asked) : await changeRule(id, change, asked);
    if (done.ok) changed.push(id);
    else failed.push({ id, message: done.error.message });
  }
  return answer({ changed, failed });
}

async function changeRule(
  id: string,
  change: Exclude<RulesChange, { readonly type: 'delete' }>,
  asked: Asked,
): Promise<AdminResult<StoredRule>> {
  const current = await asked.ports.rules.get(id);
  return current === undefined
    ? noSuchRule(id)
    : replaceRule(current, changedRule(current.rule, change), asked);
}

function changedRule(rule: Rule, change: Exclude<RulesChange, { readonly type: 'delete' }>): Rule {
  switch (change.type) {
    case 'priority':
      return { ...rule, priority: change.priority };
    case 'owner': {
      const { owner: _owner, ...rest } = rule;
      return change.owner === undefined ? rest : { ...rest, owner: change.owner };
    }
    case 'state': {
      const { state, reason, until } = change;
      const isOff = state === 'off';
      return inStateOf(rule, {
        ...withoutState(rule),
        state,
        ...(isOff && reason !== undefined ? { offReason: reason } : {}),
        ...(isOff && until !== undefined ? { offUntil: until } : {}),
      });
    }
  }
}

function withoutState(rule: Rule): Rule {
  const { offReason: _reason, offUntil: _until, ...rest } = rule;
  return rest;
}

/** Gives the rule the priority just below, or above, that of its neighbour. */
export async function moveRule(
  { id, direction }: { readonly id: string; readonly direction: 'earlier' | 'later' },
  asked: Asked,
): Promise<AdminResult<StoredRule>> {
  const rules = [...(await asked.ports.rules.snapshot())].sort(byPriority);
  const position = rules.findIndex(({ rule }) => rule.id === id);
  const neighbour = rules[position + (direction === 'earlier' ? -1 : 1)];
  const current = await asked.ports.rules.get(id);
  if (current === undefined || position < 0) return noSuchRule(id);
  if (neighbour === undefined) {
    const place = direction === 'earlier' ? 'first' : 'last';
    return refuse('invalid', `Failed to move "${current.rule.name}": it is the ${place} already.`);
  }
  const priority = neighbour.rule.priority + (direction === 'earlier' ? -1 : 1);
  if (priority < 0) {
    return refuse(
      'invalid',
      `Failed to move "${current.rule.name}": "${neighbour.rule.name}" has priority 0, and nothing runs before that. Give that one a higher priority first.`,
    );
  }
  return replaceRule(current, { ...current.rule, priority }, asked);
}

/** A copy under an id of its own, turned off. */
export async function duplicateRule(id: string, asked: Asked): Promise<AdminResult<StoredRule>> {
  const { by, ports } = asked;
  const current = await ports.rules.get(id);
  if (current === undefined) return noSuchRule(id);
  const taken = new Set((await ports.rules.snapshot()).map(({ rule }) => rule.id));
  const copy = copyOf(inStateOf(current.rule, undefined), (other) => taken.has(other));
  const rule = { ...copy, name: copy.name.slice(0, RULE_LIMITS.MAX_NAME_LENGTH) };
  const stored = toStored(rule, (await lastDeleted(rule.id, ports)) + 1, by, ports);
  const written = await storeRule(undefined, stored, ports);
  return written.ok
    ? answer(stored)
    : refuse('conflict', `Failed to copy "${rule.name}": somebody else took its id just now. Try again.`);
}
