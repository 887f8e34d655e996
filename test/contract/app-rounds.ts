// What is done so that the app makes every request it can: beyond the cases in test/app/actions.ts, other subjects and
// other parameters. It runs nothing; app-requests.ts does.

import { findEvent } from '../../src/core/events/find-event';
import { onDemandFieldsOf } from '../../src/core/events/on-demand-fields';
import { DEMO_ACCOUNTS } from '../../src/local/confluence/seed/people';
import { APP_ACCOUNT_ID } from '../../src/local/ports';
import { FIRST_DEEDS, LATER_DEEDS } from '../app/deeds';
import type { JsonObject } from '../../src/core/json';
import type { Case } from '../app/actions';
import type { AppHost } from '../app/app-host';

/** One action, and what fires it. */
export interface Round extends Pick<
  Case,
  'kind' | 'when' | 'arrange' | 'with' | 'cause' | 'write' | 'settle'
> {
  readonly if?: JsonObject;
}

const deeds = { ...FIRST_DEEDS, ...LATER_DEEDS };

/** Lets the deed of that event, whatever it is about, fire the rule. */
function after(event: string): Pick<Round, 'when' | 'cause'> {
  const deed = deeds[event];
  if (deed === undefined) throw new Error(`No deed causes ${event}.`);
  return {
    when: `avi:confluence:${event}`,
    cause: async ({ host }) => {
      await deed(host);
    },
  };
}

const property = { key: 'review', value: 1 };
const WRITES_COMMENT = { method: 'POST', path: '-comments' };
const BLOG_POST = { method: 'PUT', path: '/wiki/api/v2/blogposts/' };

/** What the kinds ask beyond their case in test/app/actions.ts: of other subjects, and with other parameters. */
export const MORE: readonly Round[] = [
  {
    kind: 'label.add',
    ...after('updated:space:V2'),
    with: () => ({ labels: ['seen'] }),
    write: { method: 'POST', path: '/label' },
  },
  {
    kind: 'label.remove',
    ...after('updated:space:V2'),
    with: () => ({ labels: ['seen', 'never-there'] }),
    write: { method: 'DELETE', path: '/label' },
  },
  {
    kind: 'label.replace',
    ...after('updated:space:V2'),
    with: () => ({ remove: ['seen'], labels: ['never-there'] }),
    write: { method: 'DELETE', path: '/label' },
  },
  ...['liked:blogpost', 'created:custom_content'].map((event) => ({
    kind: 'comment.add',
    ...after(event),
    with: () => ({ body: '<p>Seen</p>' }),
    write: WRITES_COMMENT,
  })),
  {
    kind: 'comment.add',
    when: 'avi:confluence:liked:comment',
    arrange: async ({ host }) => {
      const { id } = await host.rest('POST', '/wiki/api/v2/footer-comments', {
        attachmentId: `att${String(await deeds['created:attachment']?.(host))}`,
        body: { representation: 'storage', value: '<p>Which of them?</p>' },
      });
      return { comment: id };
    },
    with: () => ({ body: '<p>Seen</p>' }),
    write: WRITES_COMMENT,
  },
  {
    kind: 'comment.inline',
    when: 'avi:confluence:liked:blogpost',
    arrange: async ({ host }) => ({ post: await createPost(host) }),
    cause: async ({ host, more }) => host.rest('POST', `/_host/site/blogposts/${more['post']}/like`),
    with: () => ({ passage: 'Text', body: '<p>Which?</p>' }),
    write: WRITES_COMMENT,
  },
  {
    kind: 'comment.reply',
    when: 'avi:confluence:liked:comment',
    arrange: async ({ host, page }) => {
      const { id } = await host.rest('POST', '/wiki/api/v2/inline-comments', {
        pageId: page,
        body: { representation: 'storage', value: '<p>Really?</p>' },
        inlineCommentProperties: {
          textSelection: 'Text',
          textSelectionMatchCount: 1,
          textSelectionMatchIndex: 0,
        },
      });
      return { comment: id };
    },
    with: () => ({ body: '<p>Really.</p>' }),
    write: WRITES_COMMENT,
  },
  {
    kind: 'notify.mention',
    with: () => ({ watchers: true, author: true, groups: ['group-confluence-admins'], body: '<p>Look</p>' }),
    write: WRITES_COMMENT,
  },
  {
    kind: 'notify.mention',
    ...after('liked:blogpost'),
    with: () => ({ watchers: true, author: true, body: '<p>Look</p>' }),
    write: WRITES_COMMENT,
  },
  {
    kind: 'page.create',
    arrange: async ({ host }) => {
      const body = { storage: { value: '<p>Minutes</p>', representation: 'storage' } };
      const written = { name: 'Minutes', templateType: 'page', body };
      return { template: (await host.rest('POST', '/wiki/rest/api/template', written)).templateId };
    },
    with: ({ page, more }) => ({ title: `Minutes of ${page}`, template: more['template'] ?? '' }),
    write: { method: 'POST', path: 'api/v2/pages' },
  },
  {
    kind: 'page.title',
    ...after('liked:blogpost'),
    with: () => ({ title: 'News of {{content.id}}' }),
    write: BLOG_POST,
  },
  { kind: 'page.body', ...after('liked:blogpost'), with: () => ({ body: '<p>More</p>' }), write: BLOG_POST },
  {
    kind: 'page.trash',
    ...after('liked:blogpost'),
    with: () => ({}),
    write: { method: 'DELETE', path: '/wiki/api/v2/blogposts/' },
  },
  {
    kind: 'status.set',
    with: () => ({ name: 'Parked', color: '#ff0000' }),
    write: { method: 'PUT', path: '/state' },
  },
  {
    kind: 'property.set',
    arrange: async ({ host, page }) => {
      await host.rest('POST', `/wiki/api/v2/pages/${page}/properties`, { key: property.key, value: 0 });
      return {};
    },
    with: () => property,
    write: { method: 'PUT', path: '/properties/' },
  },
  ...['liked:blogpost', 'updated:space:V2'].map((event) => ({
    kind: 'property.set',
    ...after(event),
    with: () => ({ ...property, value: '{{content.id}}{{space.key}}' }),
    write: { method: 'POST', path: '/properties' },
  })),
  {
    kind: 'restriction.remove',
    arrange: async ({ host, page }) => {
      const group = [{ type: 'group', name: 'writers' }];
      const user = [DEMO_ACCOUNTS.admin, APP_ACCOUNT_ID, DEMO_ACCOUNTS.writer].map((accountId) => ({
        type: 'known',
        accountId,
      }));
      await host.rest('PUT', `/wiki/rest/api/content/${page}/restriction`, [
        { operation: 'update', restrictions: { user, group } },
      ]);
      return {};
    },
    with: () => ({ groups: ['writers'] }),
    write: { method: 'DELETE', path: '/restriction' },
  },
  {
    kind: 'restriction.replace',
    with: () => ({ operation: 'read', users: [DEMO_ACCOUNTS.admin], groups: ['writers'] }),
    write: { method: 'PUT', path: '/restriction' },
  },
];

/** Conditions that read every field on demand, of each thing of which the app reads them. */
export const READING_FIELDS: readonly Round[] = [
  'liked:page',
  'liked:blogpost',
  'liked:comment',
  'created:attachment',
].map((event) => ({
  kind: 'label.add',
  ...after(event),
  if: { '!=': [{ cat: fieldsOnDemand(`avi:confluence:${event}`).map((path) => ({ var: path })) }, 'x'] },
  with: () => ({ labels: ['seen'] }),
  write: { method: 'POST', path: '/label' },
}));

function fieldsOnDemand(eventId: string): readonly string[] {
  const event = findEvent(eventId);
  const fields = event === undefined ? [] : onDemandFieldsOf(event);
  return fields.map(({ path }) => path).filter((path) => !path.includes('[]'));
}

let posts = 0;

/** Creates a blog post in the demo space and returns its id. */
export async function createPost(host: AppHost): Promise<string> {
  const { results } = await host.rest('GET', '/wiki/api/v2/spaces?keys=DEMO');
  const post = await host.rest('POST', '/wiki/api/v2/blogposts', {
    spaceId: results[0].id,
    status: 'current',
    title: `Post ${++posts}`,
    body: { representation: 'storage', value: '<p>Text</p>' },
  });
  return post.id;
}
