import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSite, people, typesOf } from './site';
import type { TestSite } from './site';

let site: TestSite;
let pageId: string;
beforeEach(async () => {
  site = await createSite();
  pageId = (await site.page('Talked about')).id;
  site.takeEvents();
});
afterEach(() => site.dispose());

const storage = (value: string) => ({ representation: 'storage', value });

describe('comments', () => {
  const create = (who: 'admin' | 'member' | 'app', more: object = {}) =>
    site.call(who, 'POST', '/wiki/api/v2/footer-comments', { pageId, body: storage('<p>Hi</p>'), ...more });

  it('create: answers 201 with the comment and publishes it with its page', async () => {
    const answer = await create('app');
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      status: 'current',
      title: 'Re: Talked about',
      pageId,
      version: { number: 1 },
    });
    expect(site.takeEvents()).toMatchObject([
      {
        eventType: 'avi:confluence:created:comment',
        atlassianId: people.app,
        content: {
          type: 'comment',
          container: { id: pageId },
          ancestors: [],
          extensions: { location: 'footer' },
        },
      },
    ]);
  });

  it.each([
    ['no target', { pageId: undefined }, 400],
    ['two targets', { parentCommentId: '1' }, 400],
    ['a page that does not exist', { pageId: '1' }, 404],
    ['a body that is not well-formed', { body: storage('<p>') }, 400],
    ['no body', { body: undefined }, 400],
    ['wiki markup, which is not emulated', { body: { representation: 'wiki', value: '*b*' } }, 501],
  ])('create: refuses %s', async (_what, more, status) => {
    expect((await create('member', more)).status).toBe(status);
    expect(site.takeEvents()).toEqual([]);
  });

  it('create: is refused on a page in the trash', async () => {
    await site.call('admin', 'DELETE', `/wiki/api/v2/pages/${pageId}`);
    expect((await create('member')).status).toBe(404);
  });

  it('list: holds first comments with their bodies; replies are children', async () => {
    const first = (await create('member')).text('id');
    const reply = await site.call('admin', 'POST', '/wiki/api/v2/footer-comments', {
      parentCommentId: first,
      body: storage('<p>Re</p>'),
    });
    const list = await site.call(
      'admin',
      'GET',
      `/wiki/api/v2/pages/${pageId}/footer-comments?body-format=storage`,
    );
    expect(list.list('results', 'body.storage.value')).toEqual(['<p>Hi</p>']);
    const children = await site.call('admin', 'GET', `/wiki/api/v2/footer-comments/${first}/children`);
    expect(children.list('results', 'id')).toEqual([reply.text('id')]);
  });

  it('update: needs the next version, and the author for other words', async () => {
    const id = (await create('member')).text('id');
    const update = (who: 'admin' | 'member', number: number) =>
      site.call(who, 'PUT', `/wiki/api/v2/footer-comments/${id}`, {
        version: { number },
        body: storage('<p>No</p>'),
      });
    expect((await update('member', 1)).status).toBe(409);
    expect((await update('admin', 2)).status).toBe(404);
    expect((await update('member', 2)).body).toMatchObject({ version: { number: 2 } });
  });

  it('delete: removes the thread for good; only its author and administrators of the space may', async () => {
    const id = (await create('member')).text('id');
    await site.call('admin', 'POST', '/wiki/api/v2/footer-comments', {
      parentCommentId: id,
      body: storage(''),
    });
    site.takeEvents();
    const path = `/wiki/api/v2/footer-comments/${id}`;
    expect((await site.call('writer', 'DELETE', path)).status).toBe(404);
    expect((await site.call('admin', 'DELETE', path)).status).toBe(204);
    expect(typesOf(site.takeEvents())).toEqual(['avi:confluence:deleted:comment']);
    const list = await site.call('admin', 'GET', '/wiki/api/v2/footer-comments');
    expect(list.list('results')).toEqual([]);
  });

  it('inline: finds the selected text, and is resolved and reopened', async () => {
    const post = (properties: object) =>
      site.call('member', 'POST', '/wiki/api/v2/inline-comments', {
        pageId,
        body: storage('<p>?</p>'),
        inlineCommentProperties: properties,
      });
    expect((await post({ textSelection: 'absent', textSelectionMatchCount: 1 })).status).toBe(400);
    expect((await post({ textSelection: 'a', textSelectionMatchCount: 1 })).status).toBe(400);
    const made = await post({
      textSelection: 'Talked',
      textSelectionMatchCount: 1,
      textSelectionMatchIndex: 0,
    });
    expect(made.body).toMatchObject({
      resolutionStatus: 'open',
      properties: { inlineOriginalSelection: 'Talked' },
    });
    const resolve = (number: number, resolved: boolean) =>
      site.call('admin', 'PUT', `/wiki/api/v2/inline-comments/${made.text('id')}`, {
        version: { number },
        resolved,
      });
    expect((await resolve(2, true)).body).toMatchObject({
      resolutionStatus: 'resolved',
      resolutionLastModifierId: people.admin,
    });
    expect((await resolve(3, false)).body).toMatchObject({ resolutionStatus: 'reopened' });
    const open = await site.call(
      'admin',
      'GET',
      `/wiki/api/v2/pages/${pageId}/inline-comments?resolution-status=open`,
    );
    expect(open.list('results')).toEqual([]);
  });
});

describe('labels', () => {
  const labels = () => `/wiki/rest/api/content/${pageId}/label`;

  it('add: keeps what is there, answers all of them and publishes only what is new', async () => {
    await site.call('member', 'POST', labels(), [{ prefix: 'global', name: 'One' }]);
    const answer = await site.call('member', 'POST', labels(), [
      { name: 'one' },
      { prefix: 'team', name: 'two' },
    ]);
    expect(answer.list('results', 'label')).toEqual(['one', 'team:two']);
    expect(site.takeEvents().map((event) => [event['eventType'], event['label']])).toMatchObject([
      ['avi:confluence:created:label', { name: 'one', prefix: 'global' }],
      ['avi:confluence:added:label', { name: 'one' }],
      ['avi:confluence:created:label', { name: 'two', prefix: 'team' }],
      ['avi:confluence:added:label', { name: 'two' }],
    ]);
  });

  it('add: a label that the site knows is only added', async () => {
    const other = await site.page('Other');
    await site.call('member', 'POST', `/wiki/rest/api/content/${other.id}/label`, [{ name: 'known' }]);
    site.takeEvents();
    await site.call('member', 'POST', labels(), { name: 'known' });
    expect(typesOf(site.takeEvents())).toEqual(['avi:confluence:added:label']);
    await site.call('member', 'DELETE', `${labels()}?name=known`);
    expect(typesOf(site.takeEvents())).toEqual(['avi:confluence:removed:label']);
  });

  it.each([
    ['a space in the name', [{ name: 'not good' }]],
    ['punctuation in the name', [{ name: 'what?' }]],
    ['an empty name', [{ name: ' ' }]],
    ['an unknown prefix', [{ prefix: 'galactic', name: 'x' }]],
    ['too many at once', Array.from({ length: 21 }, (_, index) => ({ name: `l${index}` }))],
    ['something else', 'label'],
  ])('add: refuses %s with 400 in the form of v1', async (_what, body) => {
    const answer = await site.call('member', 'POST', labels(), body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ statusCode: 400, data: { successful: false } });
    expect(answer.text('message')).toMatch(
      /^com\.atlassian\.confluence\.api\.service\.exceptions\.BadRequestException: /,
    );
  });

  it('remove: takes the label off in both forms; one with a slash only by the query', async () => {
    await site.call('admin', 'POST', labels(), [{ name: 'a' }, { name: 'b/c' }]);
    expect((await site.call('admin', 'DELETE', `${labels()}/a`)).status).toBe(204);
    expect((await site.call('admin', 'DELETE', `${labels()}/b%2Fc`)).status).toBe(400);
    expect((await site.call('admin', 'DELETE', `${labels()}?name=b%2Fc`)).status).toBe(204);
    expect((await site.call('admin', 'DELETE', labels())).status).toBe(400);
    expect((await site.call('admin', 'GET', labels())).list('results')).toEqual([]);
  });

  it('works on attachments by the id that REST gives them', async () => {
    const form = new FormData();
    form.set('file', new File(['x'], 'x.txt', { type: 'text/plain' }));
    const token = { 'x-atlassian-token': 'no-check' };
    const path = `/wiki/rest/api/content/${pageId}/child/attachment`;
    const id = (await site.call('admin', 'POST', path, form, token)).text('results.0.id');
    expect(id).toMatch(/^att\d+$/);
    await site.call('admin', 'POST', `/wiki/rest/api/content/${id}/label`, [{ name: 'file' }]);
    expect(site.takeEvents().at(-1)).toMatchObject({ content: { type: 'attachment', id: id.slice(3) } });
    const list = await site.call('admin', 'GET', `/wiki/api/v2/attachments/${id}/labels`);
    expect(list.list('results', 'name')).toEqual(['file']);
  });
});

describe('tasks', () => {
  const list = (status: string, text = 'Do it') =>
    `<p>Before</p><ac:task-list><ac:task><ac:task-id>7</ac:task-id><ac:task-status>${status}</ac:task-status><ac:task-body>${text}</ac:task-body></ac:task></ac:task-list>`;

  it('complete: ticks the task in the body without a version, and publishes the task with its old self', async () => {
    const page = await site.page('With tasks', { body: storage(list('incomplete')) });
    const found = await site.call('member', 'GET', `/wiki/api/v2/tasks?page-id=${page.id}&status=incomplete`);
    const id = found.text('results.0.id');
    site.takeEvents();
    const answer = await site.call('member', 'PUT', `/wiki/api/v2/tasks/${id}`, { status: 'complete' });
    expect(answer.body).toMatchObject({
      status: 'complete',
      completedBy: people.member,
      pageId: page.id,
      localId: '7',
    });
    expect(site.takeEvents()).toMatchObject([
      {
        eventType: 'avi:confluence:updated:task',
        task: { status: 'complete', statusAsString: 'CHECKED' },
        oldTask: { status: 'incomplete', statusAsString: 'UNCHECKED' },
        content: { id: page.id },
      },
    ]);
    const read = await site.call('member', 'GET', `/wiki/api/v2/pages/${page.id}?body-format=storage`);
    expect(read.body).toMatchObject({
      version: { number: 1 },
      body: { storage: { value: list('complete') } },
    });
  });

  it('an edit that leaves a task as it is publishes nothing about it', async () => {
    const page = await site.page('Same tasks', { body: storage(list('incomplete')) });
    site.takeEvents();
    const body = storage(`${list('incomplete')}<p>More</p>`);
    const change = { id: page.id, status: 'current', title: 'Same tasks', body, version: { number: 2 } };
    await site.call('admin', 'PUT', `/wiki/api/v2/pages/${page.id}`, change);
    expect(typesOf(site.takeEvents())).toEqual(['avi:confluence:updated:page']);
  });
});
