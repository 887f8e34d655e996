import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { problemsOfPayload } from './catalogue';
import { EVENTS } from '../../../src/core/events/catalogue';
import { canonicalEventId } from '../../../src/core/events/find-event';
import { createSite, people, typesOf } from './site';
import type { TestSite } from './site';

let site: TestSite;
beforeEach(async () => {
  site = await createSite();
});
afterEach(() => site.dispose());

const storage = (value: string) => ({ representation: 'storage', value });
const TOKEN = { 'x-atlassian-token': 'no-check' };
const tasks = (status: string) =>
  `<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>${status}</ac:task-status><ac:task-body>Do <ac:link><ri:user ri:account-id="${people.writer}" /></ac:link> <time datetime="2026-02-01" /></ac:task-body></ac:task></ac:task-list>`;

/** Does something by hand; answers nothing, because what counts is what is published. */
type Deed = (site: TestSite) => Promise<unknown>;

const host = (method: string, path: string, body?: unknown): Deed => {
  return (on) => did(on, method, `/_host/site/${path}`, body);
};

async function did(
  on: TestSite,
  method: string,
  path: string,
  body?: unknown,
  headers?: object,
): Promise<string> {
  const answer = await on.call('admin', method, path, body, headers);
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  const id = answer.get('id') ?? answer.get('results.0.id');
  return typeof id === 'string' ? id : '';
}

const page = async (on: TestSite, title = 'Page', more: object = {}) => (await on.page(title, more)).id;

async function blogPost(on: TestSite): Promise<string> {
  const spaceId = await on.spaceId('DEMO');
  return did(on, 'POST', '/wiki/api/v2/blogposts', { spaceId, title: 'Post', body: storage('') });
}

const comment = async (on: TestSite) =>
  did(on, 'POST', '/wiki/api/v2/footer-comments', { pageId: await page(on), body: storage('<p>x</p>') });

async function attachment(on: TestSite): Promise<{ readonly pageId: string; readonly id: string }> {
  const pageId = await page(on);
  const path = `/wiki/rest/api/content/${pageId}/child/attachment`;
  return { pageId, id: await did(on, 'POST', path, upload(), TOKEN) };
}

function upload(): FormData {
  const form = new FormData();
  form.set('file', new File(['png'], 'logo.png', { type: 'image/png' }));
  return form;
}

async function custom(on: TestSite): Promise<string> {
  const written = { type: 'ac:app:note', pageId: await page(on), title: 'Note', body: storage('') };
  return did(on, 'POST', '/wiki/api/v2/custom-content', written);
}

const item = async (on: TestSite, kind: string, title = 'Item') =>
  did(on, 'POST', `/wiki/api/v2/${kind}`, { spaceId: await on.spaceId('DEMO'), title });

async function update(on: TestSite, kind: string, id: string, number: number, body = storage('<p>y</p>')) {
  const change = { id, status: 'current', title: 'Changed', body, version: { number } };
  await did(on, 'PUT', `/wiki/api/v2/${kind}/${id}`, change);
}

async function restrict(on: TestSite, id: string): Promise<void> {
  const restrictions = { user: [{ type: 'known', accountId: people.admin }] };
  await did(on, 'PUT', `/wiki/rest/api/content/${id}/restriction`, [{ operation: 'update', restrictions }]);
}

const label = (on: TestSite, id: string, name = 'fresh') =>
  did(on, 'POST', `/wiki/rest/api/content/${id}/label`, [{ name }]);

async function archive(on: TestSite, id: string): Promise<void> {
  await did(on, 'POST', '/wiki/rest/api/content/archive', { pages: [{ id }] });
  await on.advance(1000);
}

async function group(on: TestSite): Promise<string> {
  return did(on, 'POST', '/wiki/rest/api/group', { name: 'new-group' });
}

async function user(on: TestSite): Promise<string> {
  return (await on.call('admin', 'POST', '/_host/site/users', { displayName: 'New Person' })).text(
    'accountId',
  );
}

/** For each event of the catalogue that a person can cause, how. */
const DEEDS: { readonly [eventType: string]: Deed } = {
  'created:page': (on) => page(on),
  'updated:page': async (on) => update(on, 'pages', await page(on), 2),
  'moved:page': async (on) =>
    did(on, 'PUT', `/wiki/rest/api/content/${await page(on, 'A')}/move/append/${await page(on, 'B')}`),
  'copied:page': async (on) => host('POST', `pages/${await page(on)}/copy`, {})(on),
  'children_reordered:page': async (on) => {
    const parent = await page(on);
    const first = await page(on, 'First', { parentId: parent });
    const second = await page(on, 'Second', { parentId: parent });
    await host('PUT', `pages/${parent}/children-order`, { order: [second, first] })(on);
  },
  'liked:page': async (on) => host('POST', `pages/${await page(on)}/like`)(on),
  'viewed:page': async (on) => host('POST', `pages/${await page(on)}/view`)(on),
  'archived:page': async (on) => archive(on, await page(on)),
  'unarchived:page': async (on) => {
    const id = await page(on);
    await archive(on, id);
    await host('POST', `pages/${id}/unarchive`)(on);
  },
  'permissions_updated:page': async (on) => restrict(on, await page(on)),
  'trashed:page': async (on) => did(on, 'DELETE', `/wiki/api/v2/pages/${await page(on)}`),
  'restored:page': async (on) => {
    const id = await page(on);
    await did(on, 'DELETE', `/wiki/api/v2/pages/${id}`);
    await host('POST', `pages/${id}/restore`)(on);
  },
  'deleted:page': async (on) => {
    const id = await page(on);
    await did(on, 'DELETE', `/wiki/api/v2/pages/${id}`);
    await did(on, 'DELETE', `/wiki/api/v2/pages/${id}?purge=true`);
  },
  'initialized:page': (on) => page(on, 'Live', { subtype: 'live' }),
  'started:page': async (on) =>
    host('POST', `pages/${await page(on, 'Live', { subtype: 'live' })}/edit-session`, {
      body: storage('<p>z</p>'),
    })(on),
  'snapshotted:page': async (on) => {
    const id = await page(on, 'Live', { subtype: 'live' });
    await host('POST', `pages/${id}/edit-session`, {})(on);
    await host('POST', `pages/${id}/edit-session`, { title: 'Livelier' })(on);
  },
  'published:page': async (on) =>
    host('POST', `pages/${await page(on, 'Live', { subtype: 'live' })}/publish`)(on),
  'created:blogpost': blogPost,
  'updated:blogpost': async (on) => update(on, 'blogposts', await blogPost(on), 2),
  'liked:blogpost': async (on) => host('POST', `blogposts/${await blogPost(on)}/like`)(on),
  'viewed:blogpost': async (on) => host('POST', `blogposts/${await blogPost(on)}/view`)(on),
  'permissions_updated:blogpost': async (on) => restrict(on, await blogPost(on)),
  'trashed:blogpost': async (on) => did(on, 'DELETE', `/wiki/api/v2/blogposts/${await blogPost(on)}`),
  'restored:blogpost': async (on) => {
    const id = await blogPost(on);
    await did(on, 'DELETE', `/wiki/api/v2/blogposts/${id}`);
    await host('POST', `blogposts/${id}/restore`)(on);
  },
  'deleted:blogpost': async (on) => {
    const id = await blogPost(on);
    await did(on, 'DELETE', `/wiki/api/v2/blogposts/${id}`);
    await did(on, 'DELETE', `/wiki/api/v2/blogposts/${id}?purge=true`);
  },
  ...Object.fromEntries(
    ['whiteboard', 'database', 'embed', 'folder'].flatMap((type) => [
      [`created:${type}`, (on: TestSite) => item(on, `${type}s`)],
      [
        `moved:${type}`,
        async (on: TestSite) => {
          const move = { position: 'append', targetId: await page(on) };
          await host('POST', `${type}s/${await item(on, `${type}s`)}/move`, move)(on);
        },
      ],
      [
        `copied:${type}`,
        async (on: TestSite) => host('POST', `${type}s/${await item(on, `${type}s`)}/copy`, {})(on),
      ],
      [`permissions_updated:${type}`, async (on: TestSite) => restrict(on, await item(on, `${type}s`))],
    ]),
  ),
  'created:task': (on) => page(on, 'Tasks', { body: storage(tasks('incomplete')) }),
  'updated:task': async (on) =>
    update(
      on,
      'pages',
      await page(on, 'Tasks', { body: storage(tasks('incomplete')) }),
      2,
      storage(tasks('complete')),
    ),
  'removed:task': async (on) =>
    update(
      on,
      'pages',
      await page(on, 'Tasks', { body: storage(tasks('incomplete')) }),
      2,
      storage('<p>none</p>'),
    ),
  'created:comment': comment,
  'updated:comment': async (on) =>
    did(on, 'PUT', `/wiki/api/v2/footer-comments/${await comment(on)}`, {
      version: { number: 2 },
      body: storage(''),
    }),
  'liked:comment': async (on) => host('POST', `comments/${await comment(on)}/like`)(on),
  'deleted:comment': async (on) => did(on, 'DELETE', `/wiki/api/v2/footer-comments/${await comment(on)}`),
  'created:attachment': attachment,
  'updated:attachment': async (on) =>
    did(
      on,
      'PUT',
      `/wiki/rest/api/content/${(await attachment(on)).pageId}/child/attachment`,
      upload(),
      TOKEN,
    ),
  'viewed:attachment': async (on) => host('POST', `attachments/${(await attachment(on)).id}/view`)(on),
  'archived:attachment': async (on) => host('POST', `attachments/${(await attachment(on)).id}/archive`)(on),
  'unarchived:attachment': async (on) => {
    const { pageId } = await attachment(on);
    await archive(on, pageId);
    await host('POST', `pages/${pageId}/unarchive`)(on);
  },
  'trashed:attachment': async (on) =>
    did(on, 'DELETE', `/wiki/api/v2/attachments/${(await attachment(on)).id}`),
  'restored:attachment': async (on) => {
    const { id } = await attachment(on);
    await did(on, 'DELETE', `/wiki/api/v2/attachments/${id}`);
    await host('POST', `attachments/${id}/restore`)(on);
  },
  'deleted:attachment': async (on) => {
    const { id } = await attachment(on);
    await did(on, 'DELETE', `/wiki/api/v2/attachments/${id}`);
    await did(on, 'DELETE', `/wiki/api/v2/attachments/${id}?purge=true`);
  },
  'created:label': async (on) => label(on, await page(on)),
  'added:label': async (on) => label(on, await page(on)),
  'removed:label': async (on) => {
    const id = await page(on);
    await label(on, id);
    await did(on, 'DELETE', `/wiki/rest/api/content/${id}/label/fresh`);
  },
  'deleted:label': async (on) => {
    const id = await page(on);
    await label(on, id);
    await did(on, 'DELETE', `/wiki/rest/api/content/${id}/label?name=fresh`);
  },
  'created:space:V2': (on) => did(on, 'POST', '/wiki/api/v2/spaces', { name: 'New', key: 'NEW' }),
  'updated:space:V2': (on) => did(on, 'PUT', '/wiki/rest/api/space/DEMO', { name: 'Renamed' }),
  'permissions_updated:space:V2': (on) =>
    host('PUT', 'spaces/DEMO/permissions', {
      grants: [{ principalType: 'user', principalId: people.admin, level: 'admin' }],
    })(on),
  'deleted:space:V2': async (on) => {
    await did(on, 'DELETE', '/wiki/rest/api/space/OPS');
    await on.advance(1000);
  },
  'created:custom_content': custom,
  'updated:custom_content': async (on) => {
    const id = await custom(on);
    const change = {
      id,
      type: 'ac:app:note',
      status: 'current',
      title: 'Note 2',
      body: storage(''),
      version: { number: 2 },
    };
    await did(on, 'PUT', `/wiki/api/v2/custom-content/${id}`, change);
  },
  'permissions_updated:custom_content': async (on) => restrict(on, await custom(on)),
  'trashed:custom_content': async (on) =>
    did(on, 'DELETE', `/wiki/api/v2/custom-content/${await custom(on)}`),
  'restored:custom_content': async (on) => {
    const id = await custom(on);
    await did(on, 'DELETE', `/wiki/api/v2/custom-content/${id}`);
    await host('POST', `custom-content/${id}/restore`)(on);
  },
  'deleted:custom_content': async (on) => {
    const id = await custom(on);
    await did(on, 'DELETE', `/wiki/api/v2/custom-content/${id}`);
    await did(on, 'DELETE', `/wiki/api/v2/custom-content/${id}?purge=true`);
  },
  'created:user': user,
  'deleted:user': async (on) => host('DELETE', `users/${await user(on)}`)(on),
  'created:group': group,
  'deleted:group': async (on) => did(on, 'DELETE', `/wiki/rest/api/group/by-id?id=${await group(on)}`),
  'created:relation': async (on) => host('POST', `pages/${await page(on)}/like`)(on),
  'deleted:relation': async (on) => {
    const id = await page(on);
    await host('POST', `pages/${id}/like`)(on);
    await host('DELETE', `pages/${id}/like`)(on);
  },
  'performed:search': host('POST', 'search', { query: 'runbook' }),
};

/** Only Forge's own mapping names these; Atlassian's documentation does not say what would cause them. */
const CAUSELESS = [
  'avi:confluence:permissions_updated:comment',
  'avi:confluence:permissions_updated:attachment',
];

describe('events', () => {
  it('every event of the catalogue can be caused by hand', () => {
    const caused = Object.keys(DEEDS).map((name) => canonicalEventId(`avi:confluence:${name}`));
    expect([...caused, ...CAUSELESS].toSorted()).toEqual(EVENTS.map(({ id }) => id).toSorted());
  });

  it.each(Object.entries(DEEDS))(
    '%s: is published with the fields that the catalogue gives it',
    async (name, deed) => {
      await deed(site);
      const last = site.events.findLast((event) => event['eventType'] === `avi:confluence:${name}`);
      expect(typesOf(site.events)).toContain(`avi:confluence:${name}`);
      // The host adds whether the app itself was the cause.
      expect(problemsOfPayload({ ...last, selfGenerated: false })).toEqual([]);
      const isAboutPeople = /:(user|group)$/.test(name);
      expect(last?.['atlassianId']).toBe(isAboutPeople ? undefined : people.admin);
      expect(last?.['eventCreatedDate']).toMatch(/^2026-01-05T09:00:0[0-9]\.\d{3}Z$/);
    },
  );

  it('a label on a space and on a template is published with that in place of content', async () => {
    await did(site, 'POST', '/wiki/rest/api/space/DEMO/label', [{ name: 'spacious' }]);
    const [, added] = site.takeEvents();
    expect(added).toMatchObject({ label: { name: 'spacious' }, space: { key: 'DEMO', labels: [] } });
    expect(added).not.toHaveProperty('content');

    const template = await site.call('admin', 'POST', '/wiki/rest/api/template', {
      name: 'Minutes',
      templateType: 'page',
      body: { storage: storage('') },
      space: { key: 'DEMO' },
    });
    const id = template.text('templateId');
    for (const name of ['one', 'two']) await host('POST', `templates/${id}/labels`, { name })(site);
    expect(site.takeEvents().at(-1)).toMatchObject({
      eventType: 'avi:confluence:added:label',
      label: { name: 'two', prefix: 'global' },
      template: {
        templateId: id,
        name: 'Minutes',
        templateType: 'page',
        space: { key: 'DEMO' },
        labels: [{ name: 'one' }],
      },
    });
  });

  it('a reply carries the comments above it, newest first, and the page', async () => {
    const first = await comment(site);
    const reply = (parent: string) =>
      did(site, 'POST', '/wiki/api/v2/footer-comments', { parentCommentId: parent, body: storage('') });
    const second = await reply(first);
    await reply(second);
    expect(site.events.at(-1)).toMatchObject({
      content: {
        title: 'Re: Page',
        ancestors: [{ id: second }, { id: first }],
        container: { type: 'page', title: 'Page' },
        extensions: { location: 'footer' },
      },
    });
  });

  it('nothing is published by a request that is refused or that changes nothing', async () => {
    const id = await page(site);
    await label(site, id);
    site.takeEvents();
    await label(site, id);
    await did(site, 'DELETE', `/wiki/rest/api/content/${id}/label?name=absent`);
    await site.call('admin', 'POST', `/wiki/rest/api/content/${id}/label`, [
      { name: 'new' },
      { name: 'not good' },
    ]);
    expect(site.takeEvents()).toEqual([]);
    const labels = await site.call('admin', 'GET', `/wiki/api/v2/pages/${id}/labels`);
    expect(labels.list('results', 'name')).toEqual(['fresh']);
  });

  it('the app is told apart from people by the account that acted', async () => {
    const id = await page(site);
    site.takeEvents();
    await site.call('app', 'POST', `/wiki/rest/api/content/${id}/label`, [{ name: 'by-app' }]);
    expect(site.takeEvents().map((event) => event['atlassianId'])).toEqual([people.app, people.app]);
  });
});
