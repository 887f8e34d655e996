import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { at, createSite, people, typesOf } from './site';
import type { TestSite } from './site';

let site: TestSite;
beforeEach(async () => {
  site = await createSite();
});
afterEach(() => site.dispose());

const storage = (value: string) => ({ representation: 'storage', value });

describe('pages', () => {
  it('create: answers the page and publishes its creation in the shape of the events reference', async () => {
    const spaceId = await site.spaceId('DEMO');
    const answer = await site.call('member', 'POST', '/wiki/api/v2/pages', {
      spaceId,
      status: 'current',
      title: 'Meeting: budget',
      body: storage('<p>Numbers &nbsp; and <strong>words</strong></p>'),
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      status: 'current',
      title: 'Meeting: budget',
      spaceId,
      authorId: people.member,
      parentType: 'page',
      version: { number: 1, authorId: people.member },
    });

    expect(site.events).toEqual([
      {
        eventType: 'avi:confluence:created:page',
        atlassianId: people.member,
        eventCreatedDate: '2026-01-05T09:00:00.000Z',
        suppressNotifications: false,
        content: {
          id: answer.text('id'),
          type: 'page',
          status: 'current',
          title: 'Meeting: budget',
          space: {
            id: Number(spaceId),
            key: 'DEMO',
            alias: 'DEMO',
            name: 'Demo space',
            icon: {
              path: '/images/logo/default-space-logo-256.png',
              width: 48,
              height: 48,
              isDefault: false,
            },
            type: 'global',
            status: 'current',
          },
          history: {
            latest: true,
            createdBy: aUser(people.member),
            ownedBy: aUser(people.member),
            createdDate: '2026-01-05T09:00:00.000Z',
          },
          version: { by: aUser(people.member), when: '2026-01-05T09:00:00.000Z', number: 1 },
        },
      },
    ]);
  });

  it('create: refuses a title that another page of the space has, in any case, with 400', async () => {
    await site.page('Twice');
    const spaceId = await site.spaceId('DEMO');
    const again = await site.call('member', 'POST', '/wiki/api/v2/pages', { spaceId, title: 'tWICE' });
    expect(again.status).toBe(400);
    expect(again.text('errors.0.title')).toContain('A page with this title already exists');
    const elsewhere = await site.call('member', 'POST', '/wiki/api/v2/pages', {
      spaceId: await site.spaceId('OPS'),
      title: 'Twice',
    });
    expect(elsewhere.status).toBe(200);
  });

  it.each([
    ['a body that is not well-formed', { body: storage('<p>open <b>bold</p>') }, 'Error parsing xhtml'],
    ['an unknown namespace prefix', { body: storage('<foo:bar />') }, 'Error parsing xhtml'],
    ['an unknown entity', { body: storage('<p>&nosuch;</p>') }, 'Error parsing xhtml'],
    [
      'a body that is no document',
      { body: { representation: 'atlas_doc_format', value: '[]' } },
      'not a document',
    ],
    ['no title', { title: '' }, 'A title is required'],
    ['a title that is too long', { title: 'x'.repeat(256) }, 'longer than 255'],
    ['a parent that does not exist', { parentId: '1' }, 'parentId'],
    ['a field of the wrong type', { title: 7 }, 'title'],
  ])('create: refuses %s with 400', async (_what, change, text) => {
    const spaceId = await site.spaceId('DEMO');
    const answer = await site.call('member', 'POST', '/wiki/api/v2/pages', {
      spaceId,
      title: 'A page',
      ...change,
    });
    expect(answer.status).toBe(400);
    expect(answer.get('errors.0')).toMatchObject({ status: 400, code: 'INVALID_REQUEST_PARAMETER' });
    expect(answer.text('errors.0.title')).toContain(text);
    expect(site.events).toEqual([]);
  });

  it('create: a draft is seen by its author alone and published by an update with version 1', async () => {
    const draft = await site.page('Not yet', { status: 'draft' });
    expect(site.takeEvents()).toEqual([]);
    expect((await site.call('member', 'GET', `/wiki/api/v2/pages/${draft.id}`)).status).toBe(404);
    const change = {
      id: draft.id,
      status: 'current',
      title: 'Now',
      body: storage('<p>x</p>'),
      version: { number: 1 },
    };
    const published = await site.call('admin', 'PUT', `/wiki/api/v2/pages/${draft.id}`, change);
    expect(published.body).toMatchObject({ status: 'current', title: 'Now', version: { number: 1 } });
    expect(typesOf(site.takeEvents())).toEqual(['avi:confluence:created:page']);
  });

  it('read: gives the body in the form that is asked for, and none unless asked', async () => {
    const page = await site.page('Forms', {
      body: storage(
        `<h2>T</h2><p>a <em>b</em> <ac:link><ri:user ri:account-id="${people.writer}" /></ac:link></p>`,
      ),
    });
    const get = (query: string) => site.call('member', 'GET', `/wiki/api/v2/pages/${page.id}${query}`);
    expect((await get('')).get('body')).toEqual({});
    expect((await get('?body-format=storage')).text('body.storage.value')).toContain('<h2>T</h2>');
    const adf = (await get('?body-format=atlas_doc_format')).text('body.atlas_doc_format.value');
    const mention = { type: 'mention', attrs: { id: people.writer } };
    expect(at(JSON.parse(adf), 'content.1.content.3')).toEqual(mention);
  });

  it('read: a body written as ADF comes back as it was, and as storage', async () => {
    const value = JSON.stringify({
      type: 'doc',
      version: 1,
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'a < b', marks: [{ type: 'strong' }] }] },
      ],
    });
    const page = await site.page('From ADF', { body: { representation: 'atlas_doc_format', value } });
    const read = async (format: string) => {
      const path = `/wiki/api/v2/pages/${page.id}?body-format=${format}`;
      return (await site.call('member', 'GET', path)).text(`body.${format}.value`);
    };
    expect(await read('atlas_doc_format')).toBe(value);
    expect(await read('storage')).toBe('<p><strong>a &lt; b</strong></p>');
  });

  it('read: includes labels, properties, operations and versions on request, and leaves the version out', async () => {
    const page = await site.page('Included');
    await site.call('admin', 'POST', `/wiki/rest/api/content/${page.id}/label`, [{ name: 'one' }]);
    const query = 'include-labels=true&include-operations=true&include-versions=true&include-version=false';
    const { body, get } = await site.call('admin', 'GET', `/wiki/api/v2/pages/${page.id}?${query}`);
    expect(get('labels.results')).toEqual([
      { id: expect.any(String) as string, name: 'one', prefix: 'global' },
    ]);
    expect(get('operations.results')).toContainEqual({ operation: 'update', targetType: 'page' });
    expect(get('versions.results')).toHaveLength(1);
    expect(body).not.toHaveProperty('version');
    expect(body).not.toHaveProperty('properties');
  });

  it('update: makes a version and publishes it', async () => {
    const page = await site.page('Before');
    site.takeEvents();
    const change = {
      id: page.id,
      status: 'current',
      title: 'After',
      body: storage('<p>new</p>'),
      version: { number: 2, message: 'why' },
    };
    const answer = await site.call('writer', 'PUT', `/wiki/api/v2/pages/${page.id}`, change);
    expect(answer.body).toMatchObject({
      title: 'After',
      version: { number: 2, message: 'why', authorId: people.writer },
    });
    const [event, ...more] = site.takeEvents();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      eventType: 'avi:confluence:updated:page',
      atlassianId: people.writer,
      updateTrigger: 'edit_page',
      content: {
        title: 'After',
        version: { number: 2 },
        history: { createdBy: { accountId: people.admin } },
      },
    });
    const first = await site.call(
      'writer',
      'GET',
      `/wiki/api/v2/pages/${page.id}?version=1&body-format=storage`,
    );
    expect(first.body).toMatchObject({ title: 'Before', body: { storage: { value: '<p>Before</p>' } } });
  });

  it.each([
    [1, 409],
    [3, 409],
    [2, 200],
  ])('update: version %i after version 1 answers %i', async (number, status) => {
    const page = await site.page('Versions');
    const change = {
      id: page.id,
      status: 'current',
      title: 'Versions',
      body: storage(''),
      version: { number },
    };
    expect((await site.call('admin', 'PUT', `/wiki/api/v2/pages/${page.id}`, change)).status).toBe(status);
  });

  it('rename: changes the title alone and makes a version', async () => {
    const page = await site.page('Old name');
    const answer = await site.call('admin', 'PUT', `/wiki/api/v2/pages/${page.id}/title`, {
      status: 'current',
      title: 'New name',
    });
    expect(answer.body).toMatchObject({ title: 'New name', version: { number: 2 } });
    const taken = await site.call('admin', 'PUT', `/wiki/api/v2/pages/${page.id}/title`, {
      status: 'current',
      title: 'Start here',
    });
    expect(taken.status).toBe(400);
  });

  it('delete: trashes, restores by an update and purges only from the trash, each with its event', async () => {
    const page = await site.page('Fleeting');
    site.takeEvents();
    const path = `/wiki/api/v2/pages/${page.id}`;
    expect((await site.call('admin', 'DELETE', `${path}?purge=true`)).status).toBe(400);
    expect((await site.call('admin', 'DELETE', path)).status).toBe(204);
    expect((await site.call('admin', 'GET', path)).get('status')).toBe('trashed');
    const change = {
      id: page.id,
      status: 'current',
      title: 'Fleeting',
      body: storage(''),
      version: { number: 2 },
    };
    expect((await site.call('admin', 'PUT', path, change)).body).toMatchObject({
      status: 'current',
      version: { number: 1 },
    });
    await site.call('admin', 'DELETE', path);
    expect((await site.call('admin', 'DELETE', `${path}?purge=true`)).status).toBe(204);
    expect((await site.call('admin', 'GET', path)).status).toBe(404);
    expect(typesOf(site.takeEvents())).toEqual([
      'avi:confluence:trashed:page',
      'avi:confluence:restored:page',
      'avi:confluence:trashed:page',
      'avi:confluence:deleted:page',
    ]);
  });

  it('list: filters, sorts and pages by cursor', async () => {
    for (const title of ['P1', 'P2', 'P3']) await site.page(title);
    const spaceId = await site.spaceId('DEMO');
    const first = await site.call(
      'admin',
      'GET',
      `/wiki/api/v2/pages?space-id=${spaceId}&sort=-title&limit=2`,
    );
    expect(first.list('results', 'title')).toEqual(['Start here', 'P3']);
    expect(first.headers.get('link')).toContain('rel="next"');
    const second = await site.call('admin', 'GET', first.text('_links.next'));
    expect(second.list('results', 'title')).toEqual(['P2', 'P1']);
    const byTitle = await site.call('admin', 'GET', `/wiki/api/v2/pages?title=p2`);
    expect(byTitle.list('results')).toHaveLength(1);
    expect((await site.call('admin', 'GET', '/wiki/api/v2/pages?cursor=nonsense')).status).toBe(400);
    expect((await site.call('admin', 'GET', '/wiki/api/v2/pages?limit=0')).status).toBe(400);
    expect((await site.call('admin', 'GET', '/wiki/api/v2/pages?status=asleep')).status).toBe(400);
  });

  it('blog posts have the same operations and events of their own', async () => {
    const spaceId = await site.spaceId('ENG');
    const made = await site.call('writer', 'POST', '/wiki/api/v2/blogposts', {
      spaceId,
      title: 'News',
      body: storage('<p>x</p>'),
    });
    expect(made.body).not.toHaveProperty('parentId');
    const change = {
      id: made.text('id'),
      status: 'current',
      title: 'News',
      body: storage(''),
      version: { number: 2 },
    };
    await site.call('writer', 'PUT', `/wiki/api/v2/blogposts/${made.text('id')}`, change);
    await site.call('writer', 'DELETE', `/wiki/api/v2/blogposts/${made.text('id')}`);
    expect(typesOf(site.takeEvents())).toEqual([
      'avi:confluence:created:blogpost',
      'avi:confluence:updated:blogpost',
      'avi:confluence:trashed:blogpost',
    ]);
    const list = await site.call('writer', 'GET', `/wiki/api/v2/spaces/${spaceId}/blogposts?status=trashed`);
    expect(list.list('results', 'title')).toEqual(['News']);
  });

  it('a live doc is initialized, then started by its first change and snapshotted by later ones', async () => {
    const doc = await site.page('Living', { subtype: 'live' });
    for (const number of [2, 3]) {
      const change = {
        id: doc.id,
        status: 'current',
        title: 'Living',
        body: storage(`<p>${number}</p>`),
        version: { number },
      };
      await site.call('admin', 'PUT', `/wiki/api/v2/pages/${doc.id}`, change);
    }
    const events = site.takeEvents();
    expect(typesOf(events)).toEqual([
      'avi:confluence:initialized:page',
      'avi:confluence:started:page',
      'avi:confluence:snapshotted:page',
    ]);
    expect(events[0]).toMatchObject({ content: { subType: 'live' } });
  });

  it('keeps everything over a restart, without seeding again', async () => {
    const page = await site.page('Kept');
    await site.reopen();
    await site.confluence.seedDemo();
    expect((await site.call('admin', 'GET', `/wiki/api/v2/pages/${page.id}`)).get('title')).toBe('Kept');
    expect((await site.call('admin', 'GET', '/wiki/api/v2/spaces?keys=DEMO')).list('results')).toHaveLength(
      1,
    );
  });
});

function aUser(accountId: string) {
  return {
    type: 'known',
    username: accountId,
    accountId,
    accountType: 'atlassian',
    email: accountId,
    publicName: accountId,
    profilePicture: { path: `/wiki/aa-avatar/${accountId}`, width: 48, height: 48, isDefault: false },
    displayName: accountId,
    isExternalCollaborator: false,
  };
}
