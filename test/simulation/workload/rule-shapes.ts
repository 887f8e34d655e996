// The rules that worlds are made of. Every text that a rule writes bears its mark (id and version), so that an effect
// tells which version of which rule had it.

import { CHANNEL } from '../outside/receivers';
import type { Rule, RuleAction } from '../../../src/core/rules/rule';

const PAGE_CREATED = 'avi:confluence:created:page';
const PAGE_UPDATED = 'avi:confluence:updated:page';
const COMMENT_CREATED = 'avi:confluence:created:comment';
const LABEL_ADDED = 'avi:confluence:added:label';
const TASK_CREATED = 'avi:confluence:created:task';

/** What differs from a plain rule on new pages; `then` gets the rule's mark. */
export interface RuleShape extends Partial<Omit<Rule, 'then'>> {
  readonly id: string;
  readonly then: (mark: string) => readonly RuleAction[];
}

function action(id: string, kind: string, parameters: object, rest: Partial<RuleAction> = {}): RuleAction {
  return { id, action: kind, as: 'app', with: { ...parameters }, onError: 'stop', ...rest };
}

const label = (mark: string, rest?: Partial<RuleAction>): RuleAction =>
  action('label', 'label.add', { labels: [mark] }, rest);

const comment = (mark: string, id = 'comment', rest?: Partial<RuleAction>): RuleAction =>
  action(id, 'comment.add', { body: `<p>${mark} {{content.title}} {{actor.accountId}}</p>` }, rest);

const QUICK = { attempts: 3, firstDelaySeconds: 2, factor: 2, maxDelaySeconds: 60 };
const PATIENT = { attempts: 30, firstDelaySeconds: 30, factor: 2, maxDelaySeconds: 600 };

/** `plain` shapes are what most worlds are made of. */
export const RULE_SHAPES: readonly RuleShape[] = [
  { id: 'label', then: (mark) => [label(mark)] },
  { id: 'comment', then: (mark) => [comment(mark)] },
  { id: 'both', then: (mark) => [label(mark, { onError: 'continue' }), comment(mark)] },
  { id: 'twice', then: (mark) => [comment(mark, 'first'), comment(mark, 'second', { onError: 'continue' })] },
  {
    id: 'as-user',
    then: (mark) => [comment(mark, 'comment', { as: 'initiator', fallback: 'app' }), label(mark)],
  },
  { id: 'as-named', then: (mark) => [comment(mark, 'comment', { as: { accountId: 'helper' } })] },
  {
    id: 'page',
    then: (mark) => [action('page', 'page.create', { title: `${mark} {{content.id}} {{event.createdAt}}` })],
  },
  {
    id: 'page-unique',
    then: (mark) => [
      action('page', 'page.create', { title: mark, unique: true, body: '<p>{{content.title}}</p>' }),
      comment(mark),
    ],
  },
  {
    id: 'copy',
    then: (mark) => [action('copy', 'page.copy', { title: `${mark} {{content.id}} {{event.createdAt}}` })],
  },
  {
    id: 'property',
    then: (mark) => [
      action('set', 'property.set', { key: mark, value: { by: '{{content.id}}' } }),
      comment(mark),
    ],
  },
  {
    id: 'body',
    when: [PAGE_UPDATED],
    then: (mark) => [action('body', 'page.body', { body: `<p>${mark}</p>` }), label(mark)],
  },
  {
    id: 'title',
    when: [PAGE_UPDATED],
    then: (mark) => [action('title', 'page.title', { title: `${mark} {{content.id}}` })],
  },
  {
    id: 'status',
    when: [PAGE_CREATED, PAGE_UPDATED],
    then: (mark) => [action('status', 'status.set', { name: mark }, { onError: 'continue' }), comment(mark)],
  },
  {
    id: 'mention',
    then: (mark) => [
      action('tell', 'notify.mention', {
        body: `<p>${mark}</p>`,
        groups: ['team'],
        watchers: true,
        author: true,
      }),
    ],
  },
  {
    id: 'reply',
    when: [COMMENT_CREATED],
    then: (mark) => [action('reply', 'comment.reply', { body: `<p>${mark}</p>` })],
  },
  {
    id: 'inline',
    when: [PAGE_UPDATED],
    then: (mark) => [action('inline', 'comment.inline', { passage: 'Text', body: `<p>${mark}</p>` })],
  },
  {
    id: 'people',
    then: (mark) => [
      action('watch', 'watch.add', { user: mark }),
      action('restrict', 'restriction.add', { users: [mark] }, { onError: 'continue' }),
      action('owner', 'page.owner', { owner: mark }),
    ],
  },
  {
    id: 'task',
    when: [TASK_CREATED],
    then: (mark) => [action('tick', 'task.complete', {}), comment(mark)],
  },
  {
    id: 'quick',
    then: (mark) => [comment(mark, 'comment', { retry: QUICK }), label(mark, { retry: QUICK })],
  },
  {
    id: 'patient',
    then: (mark) => [comment(mark, 'comment', { retry: PATIENT }), label(mark, { retry: PATIENT })],
  },
  {
    id: 'long',
    then: (mark) => Array.from({ length: 8 }, (_, index) => comment(mark, `comment-${index}`)),
  },
  { id: 'shadow', state: 'shadow', then: (mark) => [comment(mark)] },
  { id: 'off', state: 'off', then: (mark) => [comment(mark)] },
  { id: 'serial', serial: true, then: (mark) => [comment(mark, 'first'), comment(mark, 'second')] },
  {
    id: 'still',
    onlyIfStill: true,
    if: { startsWith: [{ var: 'content.title' }, 'Meeting'] },
    then: (mark) => [comment(mark, 'first'), comment(mark, 'second')],
  },
  {
    id: 'conditional',
    if: {
      and: [{ startsWith: [{ var: 'content.title' }, 'Meeting'] }, { '!=': [{ var: 'space.key' }, 'NO'] }],
    },
    then: (mark) => [comment(mark)],
  },
  {
    id: 'fetching',
    if: { hasLabel: [{ var: 'content.labels' }, 'wanted'] },
    then: (mark) => [comment(mark)],
  },
  {
    id: 'chain',
    chain: true,
    when: [LABEL_ADDED],
    then: (mark) => [label(`${mark}-on`, { as: 'initiator' })],
  },
  {
    id: 'echo',
    when: [LABEL_ADDED, PAGE_CREATED],
    then: (mark) => [label(mark, { as: 'initiator', fallback: 'app' }), comment(mark)],
  },
  {
    id: 'answering',
    when: [COMMENT_CREATED],
    then: (mark) => [comment(mark, 'comment', { as: 'initiator', fallback: 'app' })],
  },
  {
    id: 'webhook',
    then: (mark) => [action('post', 'notify.webhook', { to: 'crm', data: { mark } }), comment(mark)],
  },
  {
    id: 'chat',
    then: (mark) => [
      action('slack', 'notify.slack', { to: CHANNEL, text: `${mark} {{content.title}}` }),
      action('teams', 'notify.teams', { to: CHANNEL, text: mark }, { onError: 'continue' }),
    ],
  },
  {
    id: 'flow',
    then: (mark) => [
      action('who', 'set.variable', { name: 'who', value: '{{actor.accountId}}' }),
      comment(mark, 'first', { with: { body: `<p>${mark} {{variables.who}}</p>` } }),
      action('note', 'flow.log', { message: 'About {{content.title}}' }),
      action('enough', 'flow.stop', { if: { startsWith: [{ var: 'content.title' }, 'Plan'] } }),
      comment(mark, 'second'),
    ],
  },
  {
    id: 'delayed',
    then: (mark) => [
      comment(mark, 'first'),
      action('wait', 'flow.delay', { for: 25 }),
      comment(mark, 'second'),
    ],
  },
  {
    id: 'each-listed',
    then: (mark) => [
      action('each', 'forEach', {
        items: 'content.labels',
        then: [comment(mark, 'one', { with: { body: `<p>${mark} {{item.name}}</p>` } }), label(mark)],
      }),
      comment(mark, 'after'),
    ],
  },
  {
    id: 'each-found',
    then: (mark) => [
      action(
        'each',
        'forEach',
        { items: { cql: 'type = page' }, mode: 'parallel', then: [comment(mark, 'one')] },
        { onError: 'continue' },
      ),
      comment(mark, 'after'),
    ],
  },
  { id: 'limited', limits: { runsPerHour: 2 }, then: (mark) => [comment(mark)] },
];

/** Rules that harm themselves and must harm nobody else. */
export const POISON_SHAPES: readonly RuleShape[] = [
  {
    id: 'poison-template',
    priority: 1,
    then: (mark) => [
      comment(mark, 'endless', {
        with: {
          body: `${mark} {{#each content.many}}{{#each ../content.many}}{{../content.many}}{{/each}}{{/each}}`,
        },
      }),
      comment(mark, 'after', { onError: 'continue' }),
    ],
  },
  {
    id: 'poison-condition',
    priority: 2,
    if: { matches: [{ var: 'content.title' }, '(((('] },
    then: (mark) => [comment(mark)],
  },
  {
    id: 'poison-kind',
    priority: 3,
    then: (mark) => [action('unknown', 'no.such.action', {}, { onError: 'continue' }), comment(mark)],
  },
  {
    id: 'poison-width',
    priority: 5,
    then: (mark) => [comment(mark, 'wide', { with: { body: `${mark} {{content.wide}} {{content.wide}}` } })],
  },
  {
    id: 'poison-size',
    priority: 4,
    then: (mark) =>
      ['large', 'larger'].map((id) => comment(mark, id, { with: { body: `${mark} {{content.huge}}` } })),
  },
];
