// notify.mention: a footer comment that mentions people, so that Confluence notifies them. Guarded like comment.add.
// Who is in a group, or watches, is asked when the comment is written.

import * as v from 'valibot';
import { defineAction } from './action';
import { bodyField } from './comment-fields';
import { ContentSchema, contentTarget, nameOf, noTarget, PUBLISHED } from './content-target';
import { effectMarker, withEffectMarker } from './effect-marker';
import { ListSchema, renderList, templateSchema } from './parameters';
import { render } from './render';
import { escapeAttribute } from '../templates/storage/xml-text';
import type { PerformContext } from './action';

/** Most people that one comment mentions: beyond that it is noise, and nobody reads the names. */
const MAX_MENTIONED = 50;

const EffectSchema = v.object({
  content: ContentSchema,
  users: v.array(v.string()),
  groups: v.array(v.string()),
  author: v.boolean(),
  watchers: v.boolean(),
  max: v.number(),
  body: v.string(),
  effectKey: v.string(),
});
type Effect = v.InferOutput<typeof EffectSchema>;

export const notifyMention = defineAction({
  kind: 'notify.mention',
  once: 'guarded',
  appliesTo: PUBLISHED,
  reads: ['page', 'group', 'watcher'],
  writes: ['comment'],
  causes: ['created:comment'],
  scopes: [
    'write:comment:confluence',
    'read:comment:confluence',
    'read:page:confluence',
    'read:blogpost:confluence',
    'read:confluence-groups',
    'read:confluence-content.summary',
  ],
  points: 8,
  form: {
    label: 'Mention people',
    group: 'Comments',
    summary: 'Writes a comment that mentions people, so that Confluence notifies them.',
    fields: [
      bodyField('Message'),
      {
        name: 'users',
        label: 'Account ids',
        help: 'Separate several with commas, for example {{actor.accountId}}.',
        input: { type: 'list', template: true },
      },
      {
        name: 'groups',
        label: 'Groups',
        help: 'Names of groups whose members are mentioned.',
        input: { type: 'list', template: true },
      },
      { name: 'author', label: 'The author', input: { type: 'flag' } },
      { name: 'watchers', label: 'The watchers', input: { type: 'flag' } },
      {
        name: 'max',
        label: 'At most',
        help: 'No more people than this are mentioned: 20 unless you say otherwise.',
        input: { type: 'number', min: 1, max: 50 },
      },
    ],
    example: { groups: ['writers'], author: true, body: '<p>Please review "{{content.title}}".</p>' },
  },
  parameters: v.strictObject({
    /** Storage format, with placeholders; stands after the names. */
    body: templateSchema('what to tell them'),
    /** Account ids, with placeholders. */
    users: ListSchema,
    /** Names or ids of groups. */
    groups: ListSchema,
    /** Whoever created the page. */
    author: v.optional(v.boolean(), false),
    watchers: v.optional(v.boolean(), false),
    /** Most people mentioned; the rest are left out. */
    max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_MENTIONED)), 20),
  }),
  effect: EffectSchema,
  plan({ body, users, groups, ...rest }, context) {
    const content = contentTarget(context, PUBLISHED);
    if (content === undefined) return noTarget(context, 'takes no footer comments');
    const named = renderList('users', users, context);
    if (!named.ok) return { kind: 'fail', failure: named.error };
    const grouped = renderList('groups', groups, context);
    if (!grouped.ok) return { kind: 'fail', failure: grouped.error };
    if (named.value.length + grouped.value.length === 0 && !rest.author && !rest.watchers) {
      return { kind: 'skip', reason: 'It names nobody to mention.' };
    }
    const rendered = render('body', body, 'storage', context);
    if (!rendered.ok) return { kind: 'fail', failure: rendered.error };
    const { effectKey } = context;
    return {
      kind: 'effect',
      effect: {
        ...rest,
        content,
        users: named.value,
        groups: grouped.value,
        body: rendered.value,
        effectKey,
      },
    };
  },
  async perform(effect, context) {
    const { confluence, as, uncertain, begin } = context;
    const { content, max } = effect;
    if (uncertain) {
      const found = await confluence.findFooterComment(content, effectMarker(effect.effectKey), as);
      if (found !== undefined) return `Comment ${found} had been written by an earlier attempt.`;
    }
    const people = await findPeople(effect, context);
    if (people.length === 0) return `Nobody to mention on ${nameOf(content)}: groups and watchers are empty.`;
    const mentioned = people.slice(0, max);
    const names = mentioned.map(mention).join(' ');
    const body = withEffectMarker(`<p>${names}</p>${effect.body}`, effect.effectKey);
    begin();
    const { commentId } = await confluence.addFooterComment(content, body, as);
    const left = people.length > max ? ` More than ${max} were meant; the rest were left out.` : '';
    return `Mentioned ${mentioned.length} in comment ${commentId} on ${nameOf(content)}.${left}`;
  },
  preview: (effect) =>
    `mention ${describePeople(effect)} in a comment on ${nameOf(effect.content)}: ${effect.body}`,
});

/** Everybody once, those named first; at most one more than may be mentioned, so that it shows. */
async function findPeople(effect: Effect, { confluence, as }: PerformContext): Promise<readonly string[]> {
  const people = new Set(effect.users);
  const enough = effect.max + 1;
  if (effect.author) people.add((await confluence.readContent(effect.content, as)).authorId);
  for (const group of effect.groups) {
    if (people.size >= enough) break;
    for (const member of await confluence.groupMembers(group, enough, as)) people.add(member);
  }
  if (effect.watchers && people.size < enough) {
    for (const watcher of await confluence.watchersOf(effect.content, enough, as)) people.add(watcher);
  }
  return [...people];
}

function mention(accountId: string): string {
  return `<ac:link><ri:user ri:account-id="${escapeAttribute(accountId)}"/></ac:link>`;
}

function describePeople({ users, groups, author, watchers }: Effect): string {
  return [
    ...users,
    ...groups.map((group) => `the group "${group}"`),
    ...(author ? ['the author'] : []),
    ...(watchers ? ['the watchers'] : []),
  ].join(', ');
}
