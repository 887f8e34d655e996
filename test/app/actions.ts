// One case for each kind of action, over the real app on the host: what is there before, what the action says, and
// what is then different on the site.

import { expect } from 'vitest';
import { DEMO_ACCOUNTS } from '../../src/local/confluence/seed/people';
import { APP_ACCOUNT_ID } from '../../src/local/ports';
import { commentsOf, createPage, labelsOf } from './app-host';
import { OUTSIDE_CASES } from './outside-actions';
import type { JsonObject } from '../../src/core/json';
import type { AppHost } from './app-host';

/** The accounts of the three identities: the demo admin causes the events. */
export const ACTORS = {
  app: APP_ACCOUNT_ID,
  initiator: DEMO_ACCOUNTS.admin,
  named: DEMO_ACCOUNTS.writer,
} as const;
export type ActorName = keyof typeof ACTORS;

/** What a case works on: the page, and whatever its `arrange` made beside it. */
export interface Scene {
  readonly host: AppHost;
  readonly page: string;
  readonly actor: string;
  readonly more: Readonly<Record<string, string>>;
}

export interface Case {
  readonly kind: string;
  /** @default a like of the page */
  readonly when?: string;
  /** Makes what the action needs; its answer is `more`. */
  readonly arrange?: (scene: Omit<Scene, 'more'>) => Promise<Record<string, string>>;
  readonly with: (scene: Scene) => JsonObject;
  /**
   * Does what fires the event. @default likes the page, or the comment of `more`: no action here does that, so that none
   * of them fires its own rule again when it acts as a user
   */
  readonly cause?: (scene: Scene) => Promise<void>;
  readonly preview: string | RegExp;
  /** What the site has afterwards, and, where it tells, who did it. */
  readonly check: (scene: Scene) => Promise<void>;
  /** How often the effect is there: each run of it would add one. Only kinds that add something. */
  readonly count?: (scene: Scene) => Promise<number>;
  /** The part of a path by which the write to Confluence is recognised, to lose its answer. */
  readonly write?: { readonly method: string; readonly path: string };
  /** Has the answer to a write elsewhere lost once. */
  readonly lose?: () => Promise<void>;
  /** Lets time pass until it is done, where it is not at once. */
  readonly settle?: (scene: Scene) => Promise<void>;
}

const storage = (value: string) => ({ representation: 'storage', value });

const pageOf = ({ host, page }: Scene, query = '?body-format=storage') =>
  host.rest('GET', `/wiki/api/v2/pages/${page}${query}`);

const pagesTitled = async ({ host }: Scene, title: string): Promise<any[]> =>
  (await host.rest('GET', `/wiki/api/v2/pages?title=${encodeURIComponent(title)}&body-format=storage`))
    .results;

/** Waits for the job that archives. */
const afterJobs = ({ host }: Scene) => host.clock.advance(60_000);

async function addComment(
  { host, page }: Omit<Scene, 'more'>,
  location: 'footer' | 'inline',
): Promise<string> {
  const selection = { textSelection: 'Text', textSelectionMatchCount: 1, textSelectionMatchIndex: 0 };
  const comment = await host.rest('POST', `/wiki/api/v2/${location}-comments`, {
    pageId: page,
    body: storage('<p>Really?</p>'),
    ...(location === 'inline' ? { inlineCommentProperties: selection } : {}),
  });
  return comment.id;
}

const repliesTo = async ({ host, more }: Scene): Promise<any[]> =>
  (await host.rest('GET', `/wiki/api/v2/footer-comments/${more['comment']}/children?body-format=storage`))
    .results;

const inlineOf = async ({ host, page }: Scene): Promise<any[]> =>
  (await host.rest('GET', `/wiki/api/v2/pages/${page}/inline-comments?body-format=storage`)).results;

const restrictionOf = async ({ host, page }: Scene, operation: string) => {
  const { restrictions } = await host.rest(
    'GET',
    `/wiki/rest/api/content/${page}/restriction/byOperation/${operation}`,
  );
  return {
    users: restrictions.user.results.map((user: any) => user.accountId).sort(),
    groups: restrictions.group.results.map((group: any) => group.name),
  };
};

const watches = async ({ host, page, actor }: Scene): Promise<boolean> => {
  const { results } = await host.rest('GET', `/wiki/rest/api/content/${page}/notification/child-created`);
  return results.some(({ watcher }: any) => watcher.accountId === actor);
};

const setStatus = ({ host, page }: Omit<Scene, 'more'>, id: number) =>
  host.rest('PUT', `/wiki/rest/api/content/${page}/state?status=current`, { id });

const statusOf = async ({ host, page }: Scene) =>
  (await host.rest('GET', `/wiki/rest/api/content/${page}/state`)).contentState;

const anotherPage = async ({ host, page }: Omit<Scene, 'more'>) => ({
  other: await createPage(host, `Beside ${page}`),
});

const { member, writer } = DEMO_ACCOUNTS;

export const CASES: readonly Case[] = [
  {
    kind: 'label.add',
    write: { method: 'POST', path: '/label' },
    with: () => ({ labels: ['seen', '{{space.key}}'] }),
    preview: /^add the labels "seen", "demo" to page \d+$/,
    check: async ({ host, page }) => expect((await labelsOf(host, page)).sort()).toEqual(['demo', 'seen']),
  },
  {
    kind: 'label.remove',
    write: { method: 'DELETE', path: '/label' },
    arrange: async ({ host, page }) => {
      await host.rest('POST', `/wiki/rest/api/content/${page}/label`, [{ prefix: 'global', name: 'draft' }]);
      return {};
    },
    with: () => ({ labels: ['draft', 'never-there'] }),
    preview: /^remove the labels "draft", "never-there" from page \d+$/,
    check: async ({ host, page }) => expect(await labelsOf(host, page)).toEqual([]),
  },
  {
    kind: 'label.replace',
    write: { method: 'DELETE', path: '/label' },
    arrange: async ({ host, page }) => {
      const labels = ['draft', 'kept'].map((name) => ({ prefix: 'global', name }));
      await host.rest('POST', `/wiki/rest/api/content/${page}/label`, labels);
      return {};
    },
    with: () => ({ remove: ['draft'], labels: ['final'] }),
    preview: /^remove the label "draft" from page \d+ and add the label "final" to page \d+$/,
    check: async ({ host, page }) => expect((await labelsOf(host, page)).sort()).toEqual(['final', 'kept']),
  },
  {
    kind: 'comment.add',
    with: () => ({ body: '<p>Seen</p>' }),
    preview: /^comment on page \d+: <p>Seen<\/p>/,
    check: async ({ host, page, actor }) => {
      const { results } = await host.rest('GET', `/wiki/api/v2/pages/${page}/footer-comments`);
      expect(results.map((comment: any) => comment.version.authorId)).toEqual([actor]);
    },
    count: async ({ host, page }) => (await commentsOf(host, page)).length,
    write: { method: 'POST', path: 'footer-comments' },
  },
  {
    kind: 'comment.reply',
    when: 'avi:confluence:liked:comment',
    arrange: async (scene) => ({ comment: await addComment(scene, 'footer') }),
    with: () => ({ body: '<p>Really.</p>' }),
    preview: /^reply to comment \d+: <p>Really\.<\/p>/,
    check: async (scene) =>
      expect((await repliesTo(scene)).map((reply) => reply.version.authorId)).toEqual([scene.actor]),
    count: async (scene) => (await repliesTo(scene)).length,
    write: { method: 'POST', path: 'footer-comments' },
  },
  {
    kind: 'comment.inline',
    with: () => ({ passage: 'Text', body: '<p>Which?</p>' }),
    preview: /^comment on "Text" in page \d+: <p>Which\?<\/p>/,
    check: async (scene) =>
      expect((await inlineOf(scene)).map((comment) => comment.version.authorId)).toEqual([scene.actor]),
    count: async (scene) => (await inlineOf(scene)).length,
    write: { method: 'POST', path: 'inline-comments' },
  },
  {
    kind: 'comment.resolve',
    write: { method: 'PUT', path: 'inline-comments' },
    when: 'avi:confluence:liked:comment',
    arrange: async (scene) => ({ comment: await addComment(scene, 'inline') }),
    with: () => ({}),
    preview: /^resolve comment \d+$/,
    check: async (scene) =>
      expect((await inlineOf(scene)).map(({ resolutionStatus }) => resolutionStatus)).toEqual(['resolved']),
  },
  {
    kind: 'notify.mention',
    with: () => ({ users: [member], groups: ['writers'], author: true, body: '<p>Look</p>' }),
    preview: /^mention \S+, the group "writers", the author in a comment on page \d+: <p>Look<\/p>$/,
    check: async ({ host, page }) => {
      const [comment = ''] = await commentsOf(host, page);
      const mentioned = [...comment.matchAll(/account-id="([^"]+)"/g)].map((match) => match[1]);
      expect(mentioned).toEqual([member, DEMO_ACCOUNTS.admin, writer]);
    },
    count: async ({ host, page }) => (await commentsOf(host, page)).length,
    write: { method: 'POST', path: 'footer-comments' },
  },
  {
    kind: 'page.create',
    with: ({ page }) => ({
      title: `Minutes ${page} of {{content.title}}`.slice(0, 40),
      parent: page,
      body: '<p>{{content.title}}</p>',
      unique: true,
    }),
    preview: /^create the page "Minutes .*" below page \d+$/,
    check: async (scene) => {
      const { results } = await scene.host.rest('GET', `/wiki/api/v2/pages/${scene.page}/children`);
      expect(results).toHaveLength(1);
      const made = await scene.host.rest('GET', `/wiki/api/v2/pages/${results[0].id}`);
      expect(made.authorId).toBe(scene.actor);
    },
    count: async ({ host, page }) =>
      (await host.rest('GET', `/wiki/api/v2/pages/${page}/children`)).results.length,
    write: { method: 'POST', path: 'api/v2/pages' },
  },
  {
    kind: 'page.copy',
    with: ({ page }) => ({ title: `Copy of ${page}`, unique: true }),
    preview: /^copy page \d+ to "Copy of \d+" in space DEMO$/,
    check: async (scene) => {
      const [copy, ...others] = await pagesTitled(scene, `Copy of ${scene.page}`);
      expect(others).toEqual([]);
      expect(copy.authorId).toBe(scene.actor);
      expect(copy.body.storage.value).toContain('<p>Text</p>');
    },
    count: async (scene) =>
      (await pagesTitled(scene, `Copy of ${scene.page}`)).length +
      (await pagesTitled(scene, `Copy of ${scene.page} (2)`)).length,
    write: { method: 'POST', path: '/copy' },
  },
  {
    kind: 'page.title',
    with: ({ page }) => ({ title: `${page} in {{space.name}}` }),
    preview: /^rename page \d+ to "\d+ in .*"$/,
    check: async (scene) => {
      const { title, version } = await pageOf(scene);
      expect(title).toMatch(new RegExp(`^${scene.page} in `));
      expect(version).toMatchObject({ number: 2, authorId: scene.actor });
    },
    count: async (scene) => (await pageOf(scene)).version.number - 1,
    write: { method: 'PUT', path: '/wiki/api/v2/pages/' },
  },
  {
    kind: 'page.body',
    with: () => ({ mode: 'append', body: '<p>Added</p>' }),
    preview: /^add to the end of page \d+: <p>Added<\/p>$/,
    check: async (scene) => {
      const { body, version } = await pageOf(scene);
      expect(body.storage.value).toMatch(/^<p>Text<\/p><p>Added<\/p>/);
      expect(version).toMatchObject({ number: 2, authorId: scene.actor });
    },
    count: async (scene) => (await pageOf(scene)).body.storage.value.split('<p>Added</p>').length - 1,
    write: { method: 'PUT', path: '/wiki/api/v2/pages/' },
  },
  {
    kind: 'page.move',
    write: { method: 'PUT', path: '/move/' },
    arrange: anotherPage,
    with: ({ more }) => ({ target: more['other'] ?? '' }),
    preview: /^move page \d+ below page \d+$/,
    check: async (scene) => expect((await pageOf(scene)).parentId).toBe(scene.more['other']),
  },
  {
    kind: 'page.owner',
    with: () => ({ owner: member }),
    preview: /^make \S+ the owner of page \d+$/,
    check: async (scene) => {
      const { ownerId, version } = await pageOf(scene);
      expect(ownerId).toBe(member);
      expect(version.authorId).toBe(scene.actor);
    },
    count: async (scene) => (await pageOf(scene)).version.number - 1,
    write: { method: 'PUT', path: '/wiki/api/v2/pages/' },
  },
  {
    kind: 'page.archive',
    write: { method: 'POST', path: '/archive' },
    with: () => ({}),
    preview: /^archive page \d+$/,
    check: async (scene) => {
      await afterJobs(scene);
      expect((await pageOf(scene)).status).toBe('archived');
    },
  },
  {
    kind: 'page.trash',
    write: { method: 'DELETE', path: '/wiki/api/v2/pages/' },
    with: () => ({}),
    preview: /^move page \d+ to the trash$/,
    check: async (scene) => expect((await pageOf(scene)).status).toBe('trashed'),
  },
  {
    kind: 'status.set',
    with: () => ({ name: 'Ready for review' }),
    preview: /^set the status of page \d+ to "Ready for review"$/,
    check: async (scene) => {
      expect(await statusOf(scene)).toMatchObject({ name: 'Ready for review', color: '#57d9a3' });
      expect((await pageOf(scene)).version.authorId).toBe(scene.actor);
    },
    count: async (scene) => (await pageOf(scene)).version.number - 1,
    write: { method: 'PUT', path: '/state' },
  },
  {
    kind: 'status.clear',
    write: { method: 'DELETE', path: '/state' },
    arrange: async (scene) => {
      await setStatus(scene, 1);
      return {};
    },
    with: () => ({}),
    preview: /^clear the status of page \d+$/,
    check: async (scene) => expect(await statusOf(scene)).toBeNull(),
  },
  {
    kind: 'property.set',
    write: { method: 'POST', path: '/properties' },
    with: () => ({ key: 'review', value: { of: '{{content.id}}', marks: [1, 2] } }),
    preview: /^set the property "review" of page \d+ to \{"of":"\d+","marks":\[1,2\]\}$/,
    check: async ({ host, page, actor }) => {
      const { results } = await host.rest('GET', `/wiki/api/v2/pages/${page}/properties?key=review`);
      expect(results[0]).toMatchObject({
        value: { of: page, marks: [1, 2] },
        version: { number: 1, authorId: actor },
      });
    },
  },
  {
    kind: 'restriction.add',
    write: { method: 'POST', path: '/restriction' },
    with: () => ({ operation: 'update', users: [member], groups: ['writers'] }),
    preview: /^add \S+, the group "writers" to the update restriction of page \d+$/,
    check: async (scene) =>
      expect(await restrictionOf(scene, 'update')).toEqual({
        users: [member, scene.actor].sort(),
        groups: ['writers'],
      }),
  },
  {
    kind: 'restriction.remove',
    write: { method: 'DELETE', path: '/restriction' },
    arrange: async ({ host, page, actor }) => {
      const users = [...new Set([member, actor, DEMO_ACCOUNTS.admin])];
      const user = users.map((accountId) => ({ type: 'known', accountId }));
      await host.rest('PUT', `/wiki/rest/api/content/${page}/restriction`, [
        { operation: 'update', restrictions: { user, group: [] } },
      ]);
      return {};
    },
    with: () => ({ users: [member, 'nobody'] }),
    preview: /^remove \S+, nobody from the update restriction of page \d+$/,
    check: async (scene) =>
      expect((await restrictionOf(scene, 'update')).users).toEqual(
        [...new Set([scene.actor, DEMO_ACCOUNTS.admin])].sort(),
      ),
  },
  {
    kind: 'restriction.replace',
    write: { method: 'PUT', path: '/restriction' },
    with: () => ({ operation: 'update', users: [member] }),
    preview: /^set the update restriction of page \d+ to \S+ and whoever acts$/,
    check: async (scene) =>
      expect(await restrictionOf(scene, 'update')).toEqual({
        users: [member, scene.actor].sort(),
        groups: [],
      }),
  },
  {
    kind: 'watch.add',
    write: { method: 'POST', path: '/watch/' },
    with: ({ actor }) => ({ user: actor }),
    preview: /^make \S+ watch page \d+$/,
    check: async (scene) => expect(await watches(scene)).toBe(true),
  },
  {
    kind: 'watch.remove',
    write: { method: 'DELETE', path: '/watch/' },
    with: ({ actor }) => ({ user: actor }),
    preview: /^make \S+ stop watching page \d+$/,
    check: async (scene) => expect(await watches(scene)).toBe(false),
  },
  {
    kind: 'task.complete',
    write: { method: 'PUT', path: '/tasks/' },
    when: 'avi:confluence:created:task',
    cause: async ({ host, page }) => {
      const task = `<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Do</ac:task-body></ac:task></ac:task-list>`;
      const { title, version } = await host.rest('GET', `/wiki/api/v2/pages/${page}`);
      await host.rest('PUT', `/wiki/api/v2/pages/${page}`, {
        id: page,
        status: 'current',
        title,
        body: storage(task),
        version: { number: Number(version.number) + 1 },
      });
    },
    with: () => ({ status: 'complete' }),
    preview: /^make task \d+ complete$/,
    check: async ({ host, page }) => {
      const { results } = await host.rest('GET', `/wiki/api/v2/tasks?page-id=${page}`);
      expect(results.map(({ status }: any) => status)).toEqual(['complete']);
    },
  },
  ...OUTSIDE_CASES,
];
