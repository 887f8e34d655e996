import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSite, people } from './site';
import type { TestSite } from './site';

let site: TestSite;
let pageId: string;
beforeEach(async () => {
  site = await createSite();
  pageId = (await site.page('Guarded')).id;
});
afterEach(() => site.dispose());

const storage = (value: string) => ({ representation: 'storage', value });

async function restrict(
  operation: 'read' | 'update',
  users: readonly string[],
  groups: readonly string[] = [],
) {
  const restrictions = {
    user: users.map((accountId) => ({ type: 'known', accountId })),
    group: groups.map((id) => ({ type: 'group', id })),
  };
  return site.call('admin', 'PUT', `/wiki/rest/api/content/${pageId}/restriction`, [
    { operation, restrictions },
  ]);
}

describe('who may act at all', () => {
  it.each([
    ['anonymous', { kind: 'anonymous' }, 401],
    ['somebody unknown', { kind: 'user', accountId: 'nobody' }, 401],
    ['a deactivated user', 'deactivated', 401],
    ['a user without access', 'guest', 403],
    ['a member', 'member', 200],
    ['the app', 'app', 200],
  ] as const)('%s', async (_who, caller, status) => {
    for (const path of ['/wiki/rest/api/user/current', `/wiki/api/v2/pages/${pageId}`]) {
      expect((await site.call(caller, 'GET', path)).status).toBe(status);
    }
  });

  it('the current user is told whether he administers the site, when asked', async () => {
    const path = '/wiki/rest/api/user/current?expand=operations';
    const administer = { operation: 'administer', targetType: 'application' };
    expect((await site.call('admin', 'GET', path)).list('operations')).toContainEqual(administer);
    for (const who of ['member', 'app'] as const) {
      expect((await site.call(who, 'GET', path)).list('operations')).not.toContainEqual(administer);
    }
    const bare = await site.call('admin', 'GET', '/wiki/rest/api/user/current');
    expect(bare.body).toMatchObject({
      accountId: people.admin,
      displayName: 'Ada Admin',
      accountType: 'atlassian',
    });
    expect(bare.body).not.toHaveProperty('operations');
  });

  it('the demo site has one of each kind of account', () => {
    expect(
      site.confluence
        .users()
        .map(({ displayName, admin, active, access, app }) => ({ displayName, admin, active, access, app })),
    ).toEqual(
      expect.arrayContaining([
        { displayName: 'Ada Admin', admin: true, active: true, access: true, app: false },
        { displayName: 'Mia Member', admin: false, active: true, access: true, app: false },
        { displayName: 'Omar Writer', admin: false, active: true, access: true, app: false },
        { displayName: 'Dan Deactivated', admin: false, active: false, access: true, app: false },
        { displayName: 'Gus Guest', admin: false, active: true, access: false, app: false },
        { displayName: 'Rulewright', admin: false, active: true, access: true, app: true },
      ]),
    );
  });
});

describe('spaces', () => {
  it('a personal space is its owner’s, the administrators’ and the app’s', async () => {
    const key = `~${people.member}`;
    for (const [who, count] of [
      ['member', 1],
      ['admin', 1],
      ['app', 1],
      ['writer', 0],
    ] as const) {
      const list = await site.call(who, 'GET', `/wiki/api/v2/spaces?keys=${encodeURIComponent(key)}`);
      expect(list.list('results')).toHaveLength(count);
    }
  });

  it('a view permission lets see and not write', async () => {
    const grants = [
      { principalType: 'user', principalId: people.admin, level: 'admin' },
      { principalType: 'group', principalId: 'group-confluence-users', level: 'view' },
    ];
    await site.call('admin', 'PUT', '/_host/site/spaces/DEMO/permissions', { grants });
    expect((await site.call('member', 'GET', `/wiki/api/v2/pages/${pageId}`)).status).toBe(200);
    const spaceId = await site.spaceId('DEMO');
    const attempts = [
      ['POST', '/wiki/api/v2/pages', { spaceId, title: 'Mine' }, 404],
      ['PUT', `/wiki/api/v2/pages/${pageId}/title`, { status: 'current', title: 'Mine' }, 404],
      ['DELETE', `/wiki/api/v2/pages/${pageId}`, undefined, 404],
      ['POST', '/wiki/api/v2/footer-comments', { pageId, body: storage('') }, 404],
      ['POST', `/wiki/rest/api/content/${pageId}/label`, [{ name: 'x' }], 403],
      ['PUT', `/wiki/rest/api/content/${pageId}/state?status=current`, { id: 1 }, 403],
    ] as const;
    for (const [method, path, body, status] of attempts) {
      expect([path, (await site.call('member', method, path, body)).status]).toEqual([path, status]);
    }
  });

  it('purging and changing a space are its administrators’', async () => {
    await site.call('member', 'DELETE', `/wiki/api/v2/pages/${pageId}`);
    const purge = `/wiki/api/v2/pages/${pageId}?purge=true`;
    expect((await site.call('member', 'DELETE', purge)).status).toBe(404);
    expect((await site.call('admin', 'DELETE', purge)).status).toBe(204);
    expect((await site.call('member', 'PUT', '/wiki/rest/api/space/DEMO', { name: 'Mine' })).status).toBe(
      404,
    );
  });
});

describe('page restrictions', () => {
  it('a read restriction hides the page, what hangs on it and what lies below it, from the app too', async () => {
    const child = await site.page('Below', { parentId: pageId });
    const comment = await site.call('member', 'POST', '/wiki/api/v2/footer-comments', {
      pageId,
      body: storage(''),
    });
    await restrict('read', [people.admin], ['group-writers']);
    const paths = [
      `/wiki/api/v2/pages/${pageId}`,
      `/wiki/api/v2/pages/${child.id}`,
      `/wiki/api/v2/footer-comments/${comment.text('id')}`,
      `/wiki/rest/api/content/${pageId}/label`,
      `/wiki/api/v2/pages/${pageId}/properties`,
    ];
    for (const path of paths) {
      expect([path, (await site.call('app', 'GET', path)).status]).toEqual([path, 404]);
      expect([path, (await site.call('writer', 'GET', path)).status]).toEqual([path, 200]);
    }
    const cql = encodeURIComponent('type = page and title ~ "Guarded"');
    expect((await site.call('app', 'GET', `/wiki/rest/api/search?cql=${cql}`)).get('totalSize')).toBe(0);
    expect((await site.call('admin', 'GET', `/wiki/rest/api/search?cql=${cql}`)).get('totalSize')).toBe(1);
  });

  it('an update restriction lets see and comment, and not change; it is not inherited', async () => {
    const child = await site.page('Below', { parentId: pageId });
    await restrict('update', [people.admin]);
    const rename = (id: string) =>
      site.call('app', 'PUT', `/wiki/api/v2/pages/${id}/title`, { status: 'current', title: `New ${id}` });
    expect((await rename(pageId)).status).toBe(404);
    expect((await rename(child.id)).status).toBe(200);
    expect(
      (await site.call('app', 'POST', `/wiki/rest/api/content/${pageId}/label`, [{ name: 'x' }])).status,
    ).toBe(403);
    const comment = await site.call('app', 'POST', '/wiki/api/v2/footer-comments', {
      pageId,
      body: storage(''),
    });
    expect(comment.status).toBe(201);
  });

  it('adding merges, removing the last one lifts the restriction, replacing replaces', async () => {
    await restrict('read', [people.admin]);
    const one = `/wiki/rest/api/content/${pageId}/restriction/byOperation/read`;
    const put = (subject: string) => site.call('admin', 'PUT', `${one}/${subject}`);
    expect((await put(`user?accountId=${people.member}`)).status).toBe(200);
    expect((await put('byGroupId/nobody')).status).toBe(400);
    const users = async () =>
      (await site.call('admin', 'GET', one)).list('restrictions.user.results', 'accountId');
    expect(await users()).toEqual([people.admin, people.member]);
    await restrict('update', [people.admin]);
    expect(await users()).toEqual([]);
    expect((await site.call('writer', 'GET', `/wiki/api/v2/pages/${pageId}`)).status).toBe(200);
    const remove = `/wiki/rest/api/content/${pageId}/restriction/byOperation/update/user?accountId=${people.admin}`;
    expect((await site.call('admin', 'DELETE', remove)).status).toBe(200);
    expect((await site.call('admin', 'DELETE', remove)).status).toBe(404);
  });

  it('whether somebody may do something can be asked', async () => {
    await restrict('update', [people.admin]);
    const may = async (operation: string, type: string, identifier: string) => {
      const path = `/wiki/rest/api/content/${pageId}/permission/check`;
      return site.call('admin', 'POST', path, { subject: { type, identifier }, operation });
    };
    expect((await may('read', 'user', people.member)).body).toMatchObject({ hasPermission: true });
    expect((await may('update', 'user', people.member)).body).toMatchObject({ hasPermission: false });
    expect((await may('update', 'group', 'group-confluence-admins')).body).toMatchObject({
      hasPermission: true,
    });
    expect((await may('update', 'group', 'group-writers')).body).toMatchObject({ hasPermission: false });
    for (const who of [people.guest, people.deactivated]) {
      expect((await may('read', 'user', who)).body).toMatchObject({ hasPermission: false });
    }
    expect((await may('read', 'user', 'nobody')).status).toBe(400);
  });

  it('a private page is its author’s alone', async () => {
    const spaceId = await site.spaceId('DEMO');
    const path = '/wiki/api/v2/pages?private=true';
    const page = await site.call('member', 'POST', path, { spaceId, title: 'Secret', body: storage('') });
    expect((await site.call('admin', 'GET', `/wiki/api/v2/pages/${page.text('id')}`)).status).toBe(404);
  });
});

describe('watches', () => {
  const token = { 'x-atlassian-token': 'no-check' };

  it('are one’s own; for another only an administrator’s; and need the header', async () => {
    const path = `/wiki/rest/api/user/watch/content/${pageId}`;
    const other = `${path}?accountId=${people.writer}`;
    expect((await site.call('member', 'POST', path)).status).toBe(403);
    expect((await site.call('member', 'POST', path, undefined, token)).status).toBe(204);
    expect((await site.call('member', 'POST', other, undefined, token)).status).toBe(403);
    expect((await site.call('admin', 'POST', other, undefined, token)).status).toBe(204);
    const watchers = await site.call(
      'admin',
      'GET',
      `/wiki/rest/api/content/${pageId}/notification/child-created`,
    );
    expect(watchers.list('results', 'watcher.accountId').toSorted()).toEqual(
      [people.admin, people.member, people.writer].toSorted(),
    );
    expect((await site.call('member', 'DELETE', path, undefined, token)).status).toBe(204);
    expect((await site.call('member', 'GET', path)).body).toEqual({ watching: false });
  });
});
