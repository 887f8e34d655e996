// One rule for each action kind, with an event that it acts on.

import { ACTION_KINDS } from '../../../src/core/actions/index';
import { payloadOf } from '../workload/payloads';
import type { ActionKind } from '../../../src/core/actions/index';
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
};

export interface ActionCase {
  readonly rule: RuleShape;
  readonly payload: object;
}

function caseOf(kind: ActionKind): ActionCase | undefined {
  const entry = PARAMETERS[kind];
  if (entry === undefined) return undefined;
  const [parameters, about = 'page'] = entry;
  const payload = payloadOf(about, {
    pageId: '100',
    actor: 'user-1',
    title: 'Meeting notes',
    createdAt: '2026-03-02T08:00:00.000Z',
  });
  const rule: RuleShape = {
    id: kind.replace('.', '-'),
    when: ['*'],
    then: () => [{ id: 'only', action: kind, as: 'app', with: { ...parameters }, onError: 'stop' }],
  };
  return { rule, payload };
}

/** By action kind. */
export const ACTION_CASES: ReadonlyMap<string, ActionCase> = new Map(
  ACTION_KINDS.flatMap((kind) => {
    const made = caseOf(kind);
    return made === undefined ? [] : [[kind, made] as const];
  }),
);
