import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSite, people, typesOf } from './site';
import type { TestSite } from './site';

let site: TestSite;
let pageId: string;
beforeEach(async () => {
  site = await createSite();
  pageId = (await site.page('Data')).id;
  site.takeEvents();
});
afterEach(() => site.dispose());

const storage = (value: string) => ({ representation: 'storage', value });
const TOKEN = { 'x-atlassian-token': 'no-check' };

describe('properties', () => {
  it('are created once, changed with the next version, and publish nothing', async () => {
    const list = `/wiki/api/v2/pages/${pageId}/properties`;
    const made = await site.call('app', 'POST', list, { key: 'due', value: { on: '2026-02-01' } });
    expect(made.body).toMatchObject({ key: 'due', value: { on: '2026-02-01' }, version: { number: 1 } });
    const one = `${list}/${made.text('id')}`;
    expect((await site.call('app', 'POST', list, { key: 'due', value: 1 })).status).toBe(409);
    const change = (number: number, key = 'due') =>
      site.call('app', 'PUT', one, { key, value: null, version: { number } });
    expect((await change(1)).status).toBe(409);
    expect((await change(2, 'other')).status).toBe(400);
    expect((await change(2)).body).toMatchObject({ value: null, version: { number: 2 } });
    expect((await site.call('app', 'GET', `${list}?key=absent`)).list('results')).toEqual([]);
    const large = 'x'.repeat(33_000);
    expect((await site.call('app', 'POST', list, { key: 'big', value: large })).status).toBe(413);
    expect((await site.call('app', 'DELETE', one)).status).toBe(204);
    expect((await site.call('app', 'GET', one)).status).toBe(404);
    expect(site.takeEvents()).toEqual([]);
  });

  it('of a space are apart from those of content', async () => {
    const spaceId = await site.spaceId('DEMO');
    const made = await site.call('admin', 'POST', `/wiki/api/v2/spaces/${spaceId}/properties`, {
      key: 'k',
      value: [],
    });
    expect(made.status).toBe(201);
    const wrong = await site.call(
      'admin',
      'GET',
      `/wiki/api/v2/pages/${pageId}/properties/${made.text('id')}`,
    );
    expect(wrong.status).toBe(404);
  });
});

describe('attachments', () => {
  const form = (text: string, name = 'note.txt') => {
    const data = new FormData();
    data.set('file', new File([text], name, { type: 'text/plain' }));
    data.set('comment', 'why');
    return data;
  };
  const many = () => `/wiki/rest/api/content/${pageId}/child/attachment`;

  it('upload: needs the header, refuses the same name again, and publishes the file', async () => {
    expect((await site.call('member', 'POST', many(), form('x'))).status).toBe(403);
    const made = await site.call('member', 'POST', many(), form('one'), TOKEN);
    expect(made.body).toMatchObject({
      results: [{ title: 'note.txt', extensions: { fileSize: 3, comment: 'why' } }],
    });
    expect((await site.call('member', 'POST', many(), form('two'), TOKEN)).status).toBe(400);
    expect(site.takeEvents()).toMatchObject([
      {
        eventType: 'avi:confluence:created:attachment',
        attachment: {
          title: 'note.txt',
          container: { id: pageId },
          extensions: { mediaType: 'text/plain', fileSize: '3', mediaTypeDescription: 'Text File' },
        },
      },
    ]);
  });

  it('upload again: makes a version with the new file, which is what is downloaded', async () => {
    await site.call('member', 'PUT', many(), form('one'), TOKEN);
    const second = await site.call('member', 'PUT', many(), form('second'), TOKEN);
    expect(second.get('results.0.version.number')).toBe(2);
    expect(typesOf(site.takeEvents())).toEqual([
      'avi:confluence:created:attachment',
      'avi:confluence:updated:attachment',
    ]);
    const id = second.text('results.0.id');
    const redirect = await site.call('member', 'GET', `${many()}/${id}/download`);
    expect(redirect.status).toBe(302);
    const address = new URL(redirect.headers.get('location') ?? '');
    const file = await site.call('member', 'GET', address.pathname + address.search);
    expect(file.body).toBe('second');
    expect(file.headers.get('content-disposition')).toContain('attachment');
  });

  it('delete: trashes, then purges; each is published', async () => {
    const id = (await site.call('member', 'POST', many(), form('x'), TOKEN)).text('results.0.id');
    site.takeEvents();
    const one = `/wiki/api/v2/attachments/${id}`;
    expect((await site.call('admin', 'DELETE', `${one}?purge=true`)).status).toBe(400);
    expect((await site.call('admin', 'DELETE', one)).status).toBe(204);
    expect(
      (await site.call('admin', 'GET', `/wiki/api/v2/pages/${pageId}/attachments`)).list('results'),
    ).toEqual([]);
    expect((await site.call('admin', 'DELETE', `${one}?purge=true`)).status).toBe(204);
    expect((await site.call('admin', 'GET', one)).status).toBe(404);
    expect(typesOf(site.takeEvents())).toEqual([
      'avi:confluence:trashed:attachment',
      'avi:confluence:deleted:attachment',
    ]);
  });
});

describe('search by CQL', () => {
  const find = async (cql: string) => {
    const answer = await site.call(
      'member',
      'GET',
      `/wiki/rest/api/search?limit=50&cql=${encodeURIComponent(cql)}`,
    );
    return answer.list('results', 'title');
  };

  it.each([
    ['type = page and title ~ "runbook"', ['Runbook: restoring a backup']],
    ['title ~ "run*"', ['Runbook: restoring a backup']],
    ['title = "Release checklist"', ['Release checklist']],
    ['label = adr and not label = proposed', ['ADR 1: One queue for all notifications']],
    ['label in (adr, runbook) and space = OPS', ['Runbook: restoring a backup']],
    [
      'space = OPS and (label = incident or label = runbook) order by title',
      ['Incident 12: slow checkout', 'Runbook: restoring a backup'],
    ],
    [
      'space = OPS and label in (incident, runbook) order by title desc',
      ['Runbook: restoring a backup', 'Incident 12: slow checkout'],
    ],
    ['type = blogpost', ['We cut our build time in half']],
    [
      `creator = "${people.writer}" and type != blogpost and label = accepted`,
      ['ADR 1: One queue for all notifications'],
    ],
    ['text ~ "missing index"', ['Incident 12: slow checkout']],
    ['space = DEMO and lastmodified < now("-1d")', []],
    ['space = DEMO and created >= "2026-01-05" and title ~ data', ['Data']],
    ['creator = currentUser() and space = OPS', ['Incident 12: slow checkout']],
  ])('%s', async (cql, titles) => {
    expect(await find(cql)).toEqual(titles);
  });

  it.each([
    '',
    'title',
    'title ~',
    'title ~ "a" and',
    'nofield = 1',
    'space ~ DEMO',
    'title > 1',
    '(title = a',
    'title = a order by colour',
    'creator = who()',
    '"',
  ])('refuses %j with 400', async (cql) => {
    const answer = await site.call('member', 'GET', `/wiki/rest/api/search?cql=${encodeURIComponent(cql)}`);
    expect(answer.status).toBe(400);
  });

  it('pages by cursor', async () => {
    const first = await site.call(
      'member',
      'GET',
      '/wiki/rest/api/content/search?limit=4&cql=type%20%3D%20page',
    );
    expect(first.list('results')).toHaveLength(4);
    const second = await site.call('member', 'GET', `/wiki${first.text('_links.next')}`);
    expect(second.list('results', 'id')).not.toContain(first.text('results.0.id'));
  });

  it('users are found by their name', async () => {
    const cql = encodeURIComponent('user.fullname ~ "omar"');
    const answer = await site.call('member', 'GET', `/wiki/rest/api/search/user?cql=${cql}`);
    expect(answer.list('results', 'user.accountId')).toEqual([people.writer]);
  });
});

describe('spaces', () => {
  it('create: publishes the space with its homepage made beside it', async () => {
    const answer = await site.call('member', 'POST', '/wiki/api/v2/spaces', {
      name: 'New things',
      key: 'NT',
    });
    expect(answer.status).toBe(201);
    expect(site.takeEvents()).toMatchObject([
      {
        eventType: 'avi:confluence:created:space:V2',
        space: { key: 'NT', name: 'New things', type: 'global' },
      },
    ]);
    const home = await site.call('writer', 'GET', `/wiki/api/v2/pages/${answer.text('homepageId')}`);
    expect(home.get('title')).toBe('New things Home');
    expect(
      (await site.call('member', 'POST', '/wiki/api/v2/spaces', { name: 'Again', key: 'NT' })).status,
    ).toBe(400);
    expect(
      (await site.call('member', 'POST', '/wiki/rest/api/space', { name: 'Bad', key: 'no good' })).status,
    ).toBe(400);
  });

  it('delete: is a job that takes everything along and publishes the space alone', async () => {
    expect((await site.call('admin', 'DELETE', '/wiki/rest/api/space/DEMO')).status).toBe(202);
    await site.advance(1000);
    expect(typesOf(site.takeEvents())).toEqual(['avi:confluence:deleted:space:V2']);
    expect((await site.call('admin', 'GET', `/wiki/api/v2/pages/${pageId}`)).status).toBe(404);
    expect((await site.call('admin', 'GET', '/wiki/rest/api/space/DEMO')).status).toBe(404);
  });
});

describe('templates', () => {
  it('are written by administrators and read by all; the global and a space’s are apart', async () => {
    const written = { name: 'Minutes', templateType: 'page', body: { storage: storage('<p>Present:</p>') } };
    const root = '/wiki/rest/api/template';
    expect((await site.call('member', 'POST', root, written)).status).toBe(403);
    const made = await site.call('admin', 'POST', root, { ...written, labels: [{ name: 'minutes' }] });
    const read = await site.call('member', 'GET', `${root}/${made.text('templateId')}`);
    expect(read.body).toMatchObject({
      name: 'Minutes',
      body: { storage: { value: '<p>Present:</p>' } },
      labels: [{ name: 'minutes' }],
    });
    expect((await site.call('member', 'GET', `${root}/page`)).list('results', 'name')).toContain('Minutes');
    expect(
      (await site.call('member', 'GET', `${root}/page?spaceKey=DEMO`)).list('results', 'name'),
    ).not.toContain('Minutes');
    expect((await site.call('member', 'GET', `${root}/1`)).status).toBe(403);
    expect(
      (await site.call('admin', 'POST', root, { ...written, body: { storage: storage('<p>') } })).status,
    ).toBe(400);
  });
});
