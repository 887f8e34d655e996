// One rule for each action kind, with an event that it acts on.

import { ACTION_KINDS } from '../../../src/core/actions/index';
import { CHANNEL, CONNECTION } from '../outside/receivers';
import { payloadOf } from '../workload/payloads';
import type { ActionKind } from '../../../src/core/actions/index';
import type { RuleAction } from '../../../src/core/rules/rule';
import type { PayloadKind } from '../workload/payloads';
import type { RuleShape } from '../workload/rule-shapes';

const BODY = '<p>Text</p>';
const PEOPLE = { users: ['someone'] };

/** Parameters of each kind, and what the event has to be about when it is not a page. */
const PARAMETERS: { readonly [K in ActionKind]?: readonly [parameters: object, about?: PayloadKind] } = {
  'label.add': [{ labels: ['x'] }],
  'label.remove': [{ labels: ['x'] }],
  'label.replace': [{ remove: ['a'], labels: ['b'] }],
  'comment.add': [{ body: BODY }],
  'comment.reply': [{ body: BODY }, 'comment'],
  'comment.inline': [{ passage: 'Text', body: BODY }],
  'comment.resolve': [{}, 'comment'],
  'notify.mention': [{ body: BODY, users: ['someone'], watchers: true, groups: ['team'], author: true }],
  'page.create': [{ title: 'New page', body: BODY }],
  'page.copy': [{ title: 'Copied page' }],
  'page.title': [{ title: 'Other title' }],
  'page.body': [{ body: BODY }],
  'page.move': [{ target: '77' }],
  'page.owner': [{ owner: 'someone' }],
  'page.archive': [{}],
  'page.trash': [{}],
  'status.set': [{ name: 'Ready' }],
  'status.clear': [{}],
  'property.set': [{ key: 'state', value: 'ready' }],
  'restriction.add': [PEOPLE],
  'restriction.remove': [PEOPLE],
  'restriction.replace': [PEOPLE],
  'watch.add': [{ user: 'someone' }],
  'watch.remove': [{ user: 'someone' }],
  'task.complete': [{}, 'task'],
  'notify.webhook': [{ to: CONNECTION.name, data: { about: '{{content.id}}' } }],
  'notify.slack': [{ to: CHANNEL, text: '{{content.title}}' }],
  'notify.teams': [{ to: CHANNEL, text: '{{content.title}}' }],
  'flow.delay': [{ for: 20 }],
  'flow.log': [{ message: '{{content.title}}' }],
};

function nested(id: string, body = BODY): RuleAction {
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

function caseOf(name: string, then: readonly RuleAction[], about: PayloadKind = 'page'): ActionCase {
  const payload = payloadOf(about, {
    pageId: '100',
    actor: 'user-1',
    title: 'Meeting notes',
    createdAt: '2026-03-02T08:00:00.000Z',
  });
  return { rule: { id: name.replace(/[^a-z]+/gi, '-'), when: ['*'], then: () => then }, payload };
}

function casesOf(kind: ActionKind): readonly (readonly [string, ActionCase])[] {
  const around = Object.entries(AROUND).filter(([name]) => name.split(',')[0] === kind);
  if (around.length > 0) return around.map(([name, then]) => [name, caseOf(name, then)]);
  const entry = PARAMETERS[kind];
  if (entry === undefined) return [];
  const [parameters, about] = entry;
  return [[kind, caseOf(kind, [settled('only', kind, parameters)], about)]];
}

/** By action kind; some kinds have several. */
export const ACTION_CASES: ReadonlyMap<string, ActionCase> = new Map(ACTION_KINDS.flatMap(casesOf));
