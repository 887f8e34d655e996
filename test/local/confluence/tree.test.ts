import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSite, people, typesOf } from './site';
import type { TestSite } from './site';

let site: TestSite;
beforeEach(async () => {
  site = await createSite();
});
afterEach(() => site.dispose());

const storage = (value: string) => ({ representation: 'storage', value });

const page = async (title: string, parentId?: string) =>
  (await site.page(title, parentId === undefined ? {} : { parentId })).id;

const children = async (id: string) =>
  (await site.call('admin', 'GET', `/wiki/api/v2/pages/${id}/children`)).list('results', 'title');

describe('move', () => {
  const move = (id: string, position: string, targetId: string) =>
    site.call('member', 'PUT', `/wiki/rest/api/content/${id}/move/${position}/${targetId}`);

  it('below another page: publishes the move with the old place, and the version that it makes', async () => {
    const [a, b] = [await page('A'), await page('B')];
    site.takeEvents();
    expect((await move(a, 'append', b)).body).toEqual({ pageId: a });
    expect(await children(b)).toEqual(['A']);
    const events = site.takeEvents();
    expect(typesOf(events)).toEqual(['avi:confluence:moved:page', 'avi:confluence:updated:page']);
    expect(events[0]).toMatchObject({
      content: { version: { number: 2 } },
      prevContent: { version: { number: 1 } },
    });
  });

  it('before and after a sibling: changes the order and makes no version', async () => {
    const parent = await page('Parent');
    const [a, b, c] = [await page('A', parent), await page('B', parent), await page('C', parent)];
    site.takeEvents();
    await move(c, 'before', a);
    expect(await children(parent)).toEqual(['C', 'A', 'B']);
    expect(site.takeEvents()).toMatchObject([
      { eventType: 'avi:confluence:moved:page', content: { id: c, version: { number: 1 } } },
      {
        eventType: 'avi:confluence:children_reordered:page',
        content: { id: parent },
        oldSortedChildPageIds: [a, b, c],
        newSortedChildPageIds: [c, a, b],
      },
    ]);
    await move(c, 'after', b);
    expect(await children(parent)).toEqual(['A', 'B', 'C']);
  });

  it('into another space: takes along what is below, with comments, unless a title is taken there', async () => {
    const root = await page('Root');
    const below = await page('Below', root);
    const comment = await site.call('admin', 'POST', '/wiki/api/v2/footer-comments', {
      pageId: below,
      body: storage(''),
    });
    const ops = await site.spaceId('OPS');
    const target = (await site.call('admin', 'GET', `/wiki/api/v2/spaces/${ops}`)).text('homepageId');
    const taken = await site.call('admin', 'POST', '/wiki/api/v2/pages', { spaceId: ops, title: 'Below' });
    expect((await move(root, 'append', target)).status).toBe(400);
    await site.call('admin', 'DELETE', `/wiki/api/v2/pages/${taken.text('id')}`);
    site.takeEvents();
    expect((await move(root, 'append', target)).status).toBe(200);
    expect((await site.call('admin', 'GET', `/wiki/api/v2/pages/${below}`)).get('spaceId')).toBe(ops);
    expect(
      (await site.call('admin', 'GET', `/wiki/api/v2/footer-comments/${comment.text('id')}`)).status,
    ).toBe(200);
    expect(site.takeEvents()[0]).toMatchObject({
      content: { space: { key: 'OPS' } },
      prevContent: { space: { key: 'DEMO' } },
    });
  });

  it('refuses loops, unknown positions and pages that are not there', async () => {
    const root = await page('Root');
    const below = await page('Below', root);
    expect((await move(root, 'append', below)).status).toBe(400);
    expect((await move(root, 'append', root)).status).toBe(400);
    expect((await move(root, 'beside', below)).status).toBe(400);
    expect((await move(root, 'append', '1')).status).toBe(404);
  });

  it('by an update with another parent publishes both, and refuses a loop', async () => {
    const [a, b] = [await page('A'), await page('B')];
    site.takeEvents();
    const change = (parentId: string, number: number) =>
      site.call('admin', 'PUT', `/wiki/api/v2/pages/${a}`, {
        id: a,
        status: 'current',
        title: 'A',
        parentId,
        body: storage(''),
        version: { number },
      });
    expect((await change(b, 2)).get('parentId')).toBe(b);
    expect(typesOf(site.takeEvents())).toEqual(['avi:confluence:moved:page', 'avi:confluence:updated:page']);
    expect((await change(a, 3)).status).toBe(400);
    expect((await change(await page('C', a), 3)).status).toBe(400);
  });
});

describe('trash', () => {
  it('a trashed page leaves its children to its parent', async () => {
    const parent = await page('Parent');
    const middle = await page('Middle', parent);
    await page('Leaf', middle);
    await site.call('admin', 'DELETE', `/wiki/api/v2/pages/${middle}`);
    expect(await children(parent)).toEqual(['Leaf']);
  });

  it('the homepage of a space stays', async () => {
    const space = await site.spaceId('DEMO');
    const home = (await site.call('admin', 'GET', `/wiki/api/v2/spaces/${space}`)).text('homepageId');
    expect((await site.call('admin', 'DELETE', `/wiki/api/v2/pages/${home}`)).status).toBe(400);
  });

  it('a title in the trash is free, and blocks the return of the first', async () => {
    const first = await page('Phoenix');
    await site.call('admin', 'DELETE', `/wiki/api/v2/pages/${first}`);
    await page('Phoenix');
    expect((await site.call('admin', 'POST', `/_host/site/pages/${first}/restore`)).status).toBe(400);
  });
});

describe('copy', () => {
  const all = { copyAttachments: true, copyLabels: true, copyProperties: true, copyPermissions: true };
  const copy = (id: string, more: object) =>
    site.call('member', 'POST', `/wiki/rest/api/content/${id}/copy`, more);

  it('takes along what is asked for, and publishes the copy with its origin', async () => {
    const origin = await page('Origin');
    await site.call('admin', 'POST', `/wiki/rest/api/content/${origin}/label`, [{ name: 'carried' }]);
    await site.call('admin', 'POST', `/wiki/api/v2/pages/${origin}/properties`, { key: 'k', value: 1 });
    const form = new FormData();
    form.set('file', new File(['text'], 'a.txt', { type: 'text/plain' }));
    const token = { 'x-atlassian-token': 'no-check' };
    await site.call('admin', 'POST', `/wiki/rest/api/content/${origin}/child/attachment`, form, token);
    site.takeEvents();
    const made = await copy(origin, {
      ...all,
      destination: { type: 'parent_page', value: origin },
      pageTitle: 'Copy',
    });
    expect(made.body).toMatchObject({ type: 'page', status: 'current', title: 'Copy' });
    expect(site.takeEvents()).toMatchObject([
      { eventType: 'avi:confluence:copied:page', originContentId: origin, content: { title: 'Copy' } },
    ]);
    const id = made.text('id');
    const read = await site.call(
      'member',
      'GET',
      `/wiki/api/v2/pages/${id}?include-labels=true&include-properties=true`,
    );
    expect(read.list('labels.results', 'name')).toEqual(['carried']);
    expect(read.list('properties.results', 'key')).toEqual(['k']);
    expect(read.get('authorId')).toBe(people.member);
    const file = await site.call('member', 'GET', `/wiki/download/attachments/${id}/a.txt`);
    expect(file.body).toBe('text');
    const bare = await copy(origin, { destination: { type: 'space', value: 'OPS' } });
    const labels = await site.call('member', 'GET', `/wiki/api/v2/pages/${bare.text('id')}/labels`);
    expect(labels.list('results')).toEqual([]);
  });

  it('refuses a taken title, a destination that is not there, and one that is not the actor’s', async () => {
    const origin = await page('Origin');
    const to = (type: string, value: string) => copy(origin, { destination: { type, value } });
    expect((await to('space', 'DEMO')).status).toBe(400);
    expect((await to('space', 'NOWHERE')).status).toBe(404);
    expect((await to('parent_page', '1')).status).toBe(404);
    expect((await to('moon', 'DEMO')).status).toBe(400);
    const grants = [
      { principalType: 'user', principalId: people.admin, level: 'admin' },
      { principalType: 'user', principalId: people.member, level: 'view' },
    ];
    await site.call('admin', 'PUT', '/_host/site/spaces/OPS/permissions', { grants });
    expect((await to('space', 'OPS')).status).toBe(403);
  });

  it('over an existing page makes a version of that page', async () => {
    const [origin, target] = [await page('Origin'), await page('Target')];
    site.takeEvents();
    await copy(origin, { destination: { type: 'existing_page', value: target } });
    const read = await site.call('member', 'GET', `/wiki/api/v2/pages/${target}?body-format=storage`);
    expect(read.body).toMatchObject({
      title: 'Target',
      version: { number: 2 },
      body: { storage: { value: '<p>Origin</p>' } },
    });
    expect(typesOf(site.takeEvents())).toEqual(['avi:confluence:updated:page']);
  });

  it('of a hierarchy is a job that renames, and fails as a whole when a title is taken', async () => {
    const root = await page('Root');
    await page('Leaf', root);
    const target = await page('Target');
    const start = (titleOptions: object) =>
      site.call('admin', 'POST', `/wiki/rest/api/content/${root}/pagehierarchy/copy`, {
        destinationPageId: target,
        titleOptions,
      });
    const state = async (task: string) =>
      (await site.call('admin', 'GET', `/wiki/rest/api/longtask/${task}`)).body;
    const clashing = (await start({ search: 'Root', replace: 'Roots' })).text('id');
    await site.advance(1000);
    expect(await state(clashing)).toMatchObject({ finished: true, successful: false });
    expect(await children(target)).toEqual([]);
    const good = (await start({ prefix: 'New ' })).text('id');
    expect(await state(good)).toMatchObject({ finished: false, percentageComplete: 0 });
    await site.advance(1000);
    expect(await state(good)).toMatchObject({ finished: true, successful: true, percentageComplete: 100 });
    expect(await children(target)).toEqual(['New Root']);
  });
});

describe('archive', () => {
  const archive = (...ids: readonly string[]) =>
    site.call('member', 'POST', '/wiki/rest/api/content/archive', {
      pages: ids.map((id) => ({ id: Number(id) })),
    });

  it('is a job; while it runs another one is refused', async () => {
    const [a, b] = [await page('A'), await page('B')];
    site.takeEvents();
    const task = await archive(a);
    expect(task.status).toBe(202);
    const second = await archive(b);
    expect(second.status).toBe(400);
    expect(second.text('message')).toContain('already an archival job running');
    expect(typesOf(site.takeEvents())).toEqual([]);
    await site.advance(1000);
    expect(site.takeEvents()).toMatchObject([
      {
        eventType: 'avi:confluence:archived:page',
        atlassianId: people.member,
        content: { status: 'archived' },
      },
    ]);
    expect((await archive(b)).status).toBe(202);
    expect(
      (await site.call('admin', 'GET', `/wiki/rest/api/longtask/${task.text('id')}`)).body,
    ).toMatchObject({
      finished: true,
      successful: true,
    });
  });

  it('goes on when the account that asked for it is gone', async () => {
    const id = await page('A');
    const made = await site.call('admin', 'POST', '/_host/site/users', { displayName: 'Brief Guest' });
    const caller = { kind: 'user', accountId: made.text('accountId') } as const;
    await site.call(caller, 'POST', '/wiki/rest/api/content/archive', { pages: [{ id }] });
    await site.call('admin', 'DELETE', `/_host/site/users/${caller.accountId}`);
    await site.advance(1000);
    expect((await site.call('admin', 'GET', `/wiki/api/v2/pages/${id}`)).get('status')).toBe('archived');
  });

  it('that has not run yet runs after a restart', async () => {
    const id = await page('A');
    await archive(id);
    await site.reopen();
    await site.advance(1000);
    expect((await site.call('admin', 'GET', `/wiki/api/v2/pages/${id}`)).get('status')).toBe('archived');
  });

  it('refuses what is archived, what is no page, what is not there, and several pages below Premium', async () => {
    const [a, b] = [await page('A'), await page('B')];
    expect((await archive(a, b)).status).toBe(400);
    expect((await archive()).status).toBe(400);
    expect((await archive('1')).status).toBe(400);
    await archive(a);
    await site.advance(1000);
    const again = await archive(a);
    expect(again.status).toBe(400);
    expect(again.text('message')).toContain('already archived');
  });

  it('takes several pages in the Premium edition and none in the Free one', async () => {
    for (const [edition, statuses] of [
      ['premium', [202, 202]],
      ['free', [400, 400]],
    ] as const) {
      const other = await createSite({ edition });
      const ids = [(await other.page('A')).id, (await other.page('B')).id, (await other.page('C')).id];
      const start = (...pages: readonly (string | undefined)[]) =>
        other.call('admin', 'POST', '/wiki/rest/api/content/archive', {
          pages: pages.map((id) => ({ id: Number(id) })),
        });
      expect((await start(ids[0], ids[1])).status).toBe(statuses[0]);
      await other.advance(1000);
      expect((await start(ids[2])).status).toBe(statuses[1]);
      await other.dispose();
    }
  });
});

describe('other items of the tree', () => {
  it('folders hold pages, and pages name them as parents', async () => {
    const spaceId = await site.spaceId('DEMO');
    const folder = await site.call('admin', 'POST', '/wiki/api/v2/folders', { spaceId, title: 'Minutes' });
    const inside = await site.page('Inside', { parentId: folder.text('id') });
    expect(inside.answer.body).toMatchObject({ parentId: folder.text('id'), parentType: 'folder' });
    const ancestors = await site.call('admin', 'GET', `/wiki/api/v2/pages/${inside.id}/ancestors`);
    expect(ancestors.list('results', 'type')).toEqual(['folder']);
    const direct = await site.call(
      'admin',
      'GET',
      `/wiki/api/v2/folders/${folder.text('id')}/direct-children`,
    );
    expect(direct.list('results', 'title')).toEqual(['Inside']);
  });
});

describe('content states', () => {
  const state = (id: string) => `/wiki/rest/api/content/${id}/state?status=current`;

  it('set and clear: each makes a version, which is published as an update', async () => {
    const id = await page('A');
    site.takeEvents();
    const set = await site.call('member', 'PUT', state(id), { name: 'Parked', color: '#FF0000' });
    expect(set.body).toMatchObject({ contentState: { name: 'Parked', color: '#ff0000' } });
    await site.call('member', 'PUT', state(id), { id: 1 });
    expect((await site.call('member', 'GET', state(id))).get('contentState.name')).toBe('In progress');
    expect((await site.call('member', 'DELETE', state(id))).get('contentState')).toBeNull();
    await site.call('member', 'DELETE', state(id));
    expect(site.takeEvents().map((event) => event['eventType'])).toEqual(
      Array(3).fill('avi:confluence:updated:page'),
    );
    expect((await site.call('member', 'GET', `/wiki/api/v2/pages/${id}`)).get('version.number')).toBe(4);
  });

  it.each([
    ['a name that is too long', { name: 'x'.repeat(21), color: '#ffffff' }, 400],
    ['a colour in words', { name: 'x', color: 'red' }, 400],
    ['nothing', {}, 400],
    ['an unknown id', { id: 99 }, 404],
  ])('set: refuses %s', async (_what, body, status) => {
    expect((await site.call('member', 'PUT', state(await page('A')), body)).status).toBe(status);
  });
});
