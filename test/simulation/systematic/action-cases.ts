// One rule for each action kind, with an event that it acts on. A new kind has its case from its own form: the example of
// its documentation, on what it applies to.

import { ACTION_KINDS, ACTIONS } from '../../../src/core/actions/index';
import { CHANNEL } from '../outside/receivers';
import { payloadOf } from '../workload/payloads';
import type { ActionKind } from '../../../src/core/actions/index';
import type { JsonObject } from '../../../src/core/json';
import type { RuleAction } from '../../../src/core/rules/rule';
import type { PayloadKind } from '../workload/payloads';
import type { RuleShape } from '../workload/rule-shapes';

/** Where the example leaves out calls that the kind can make, names what these worlds do not have, or leaves no mark. */
const INSTEAD: { readonly [K in ActionKind]?: JsonObject } = {
  'comment.inline': { passage: 'Text' },
  'notify.mention': { users: ['someone'], watchers: true },
  'notify.slack': { to: CHANNEL },
  'notify.teams': { to: CHANNEL },
  'page.body': { mode: 'append' },
};

function nested(id: string, body = '<p>Text</p>'): RuleAction {
  return { id, action: 'comment.add', as: 'app', with: { body }, onError: 'stop' };
}

/** Kinds that planning settles: what they do shows in what stands before, behind or inside them. */
const AROUND: { readonly [name: string]: readonly RuleAction[] } = {
  'flow.stop': [nested('before'), settled('only', 'flow.stop', {}), nested('never')],
  'set.variable': [
    settled('only', 'set.variable', { name: 'title', value: '{{content.title}}' }),
    nested('after', '<p>{{variables.title}}</p>'),
  ],
  forEach: [
    settled('only', 'forEach', { items: 'content.labels', then: [nested('one', '<p>{{item.name}}</p>')] }),
  ],
  'forEach, found and parallel': [
    settled('only', 'forEach', { items: { cql: 'type = page' }, mode: 'parallel', then: [nested('one')] }),
  ],
};

function settled(id: string, action: ActionKind, parameters: object): RuleAction {
  return { id, action, as: 'app', with: { ...parameters }, onError: 'stop' };
}

export interface ActionCase {
  readonly rule: RuleShape;
  readonly payload: object;
}

function caseOf(name: string, then: readonly RuleAction[], about: PayloadKind): ActionCase {
  const payload = payloadOf(about, {
    pageId: '100',
    actor: 'user-1',
    title: 'Meeting notes',
    createdAt: '2026-03-02T08:00:00.000Z',
  });
  return { rule: { id: name.replace(/[^a-z]+/gi, '-'), when: ['*'], then: () => then }, payload };
}

function aboutOf(kind: ActionKind): PayloadKind {
  const { appliesTo } = ACTIONS[kind];
  return (['comment', 'task'] as const).find((only) => appliesTo.every((type) => type === only)) ?? 'page';
}

function casesOf(kind: ActionKind): readonly (readonly [string, ActionCase])[] {
  const around = Object.entries(AROUND).filter(([name]) => name.split(',')[0] === kind);
  if (around.length > 0) return around.map(([name, then]) => [name, caseOf(name, then, 'page')]);
  const parameters = { ...ACTIONS[kind].form.example, ...INSTEAD[kind] };
  return [[kind, caseOf(kind, [settled('only', kind, parameters)], aboutOf(kind))]];
}

/** By action kind; some kinds have several. */
export const ACTION_CASES: ReadonlyMap<string, ActionCase> = new Map(ACTION_KINDS.flatMap(casesOf));
