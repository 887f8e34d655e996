// Events from outside bring what they speak of along: the site gets it with the payload's ids, keeps what it has,
// publishes nothing, and takes any payload.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVENTS } from '../../../src/core/events/catalogue';
import { samplePayloadOf } from '../../../src/core/events/find-event';
import type { JsonObject } from '../../../src/core/json';
import { mutatePayload, seededRandom } from '../../core/events/mutate-payload';
import { createSite } from './site';
import type { TestSite } from './site';

const EXAMPLES = join(import.meta.dirname, '..', '..', 'fixtures', 'events');
const ACTOR = '4ad9aa0c52dc1b420a791d12';
const PAGE = '838205441';

let site: TestSite;
beforeEach(async () => {
  site = await createSite();
});
afterEach(() => site.dispose());

const example = (name: string): JsonObject =>
  JSON.parse(readFileSync(join(EXAMPLES, `${name}.json`), 'utf8')) as JsonObject;
const sample = (name: string): JsonObject => samplePayloadOf(`avi:confluence:${name}`) ?? {};
const get = (path: string) => site.call('admin', 'GET', `/wiki/${path}`);

describe('an event from outside', () => {
  it('brings its page, its space and its people, and publishes nothing', async () => {
    await site.confluence.materialise(example('page-created'));
    expect((await get(`api/v2/pages/${PAGE}`)).body).toMatchObject({
      id: PAGE,
      title: 'A brand new page',
      status: 'current',
      authorId: ACTOR,
      spaceId: '827392002',
      createdAt: '2021-01-20T06:29:21.707Z',
    });
    expect((await get('api/v2/spaces/827392002')).body).toMatchObject({
      key: 'SP',
      name: 'Project: Sample Project',
    });
    expect(site.confluence.users().find(({ accountId }) => accountId === ACTOR)).toMatchObject({
      active: true,
      access: true,
      admin: false,
      app: false,
    });
    expect(site.events).toEqual([]);
  });

  it('lets its people act: they may use Confluence and edit in the space', async () => {
    await site.confluence.materialise(example('page-created'));
    const caller = { kind: 'user', accountId: ACTOR } as const;
    const path = `/wiki/rest/api/content/${PAGE}/label`;
    expect((await site.call(caller, 'POST', path, [{ name: 'mine' }])).status).toBe(200);
    expect((await site.call('app', 'POST', path, [{ name: 'ours' }])).status).toBe(200);
  });

  it('brings a comment with the comment it answers, and the page of both', async () => {
    await site.confluence.materialise(sample('created:comment'));
    expect((await get('api/v2/footer-comments/838205455')).body).toMatchObject({
      pageId: PAGE,
      parentCommentId: '838205415',
    });
    expect((await get(`api/v2/pages/${PAGE}/footer-comments`)).list('results', 'id')).toEqual(['838205415']);
  });

  it('brings an attachment, which REST knows by att and the number', async () => {
    await site.confluence.materialise(example('attachment-created'));
    expect((await get('api/v2/attachments/att838205455')).body).toMatchObject({
      id: 'att838205455',
      title: 'logo.png',
      pageId: PAGE,
      mediaType: 'image/png',
      fileSize: 3329,
    });
  });

  it('brings the labels of a live doc, of a space and of a template', async () => {
    await site.confluence.materialise(example('label-added-to-live-doc'));
    expect((await get(`api/v2/pages/${PAGE}`)).get('subtype')).toBe('live');
    const all = ['existing-label-1', 'existing-label-2', 'example-label'];
    expect((await get(`rest/api/content/${PAGE}/label`)).list('results', 'name')).toEqual(all);

    await site.confluence.materialise(example('label-added-to-template'));
    const template = await get('rest/api/template/123456789');
    expect(template.get('name')).toBe('Example Template');
    expect(template.list('labels', 'name')).toEqual(all);
  });

  it('brings a task together with a body that has it, so that an edit elsewhere leaves it alone', async () => {
    await site.confluence.materialise(sample('updated:task'));
    const page = await get(`api/v2/pages/${PAGE}?body-format=storage`);
    expect(page.get('body.storage.value')).toContain('<ac:task-status>complete</ac:task-status>');
    expect((await get('api/v2/tasks/1')).body).toMatchObject({
      pageId: PAGE,
      status: 'complete',
      assignedTo: ACTOR,
    });
    const body = { representation: 'storage', value: `${page.text('body.storage.value')}<p>More</p>` };
    const edit = { id: PAGE, status: 'current', title: page.text('title'), body, version: { number: 2 } };
    await site.call('admin', 'PUT', `/wiki/api/v2/pages/${PAGE}`, edit);
    expect(site.events.map(({ eventType }) => eventType)).toEqual(['avi:confluence:updated:page']);
  });

  it('brings whiteboards, databases, Smart Links and folders', async () => {
    for (const [kind, path] of [
      ['whiteboard', 'whiteboards'],
      ['database', 'databases'],
      ['embed', 'embeds'],
      ['folder', 'folders'],
    ] as const) {
      const payload = sample(`created:${kind}`);
      const content = { ...(payload['content'] as JsonObject), id: `77${kind.length}` };
      await site.confluence.materialise({ ...payload, content });
      expect((await get(`api/v2/${path}/77${kind.length}`)).status).toBe(200);
    }
  });

  it('does not bring back what it says was deleted, but what that was on', async () => {
    await site.confluence.materialise(sample('deleted:comment'));
    expect((await get('api/v2/footer-comments/838205455')).status).toBe(404);
    expect((await get(`api/v2/pages/${PAGE}`)).status).toBe(200);
  });
});

describe('what the site has', () => {
  it('stays as it is', async () => {
    await site.confluence.materialise(example('page-created'));
    const other = JSON.stringify(example('page-created'))
      .replace('A brand new page', 'Another title')
      .replace('Project: Sample Project', 'Another space');
    await site.confluence.materialise(JSON.parse(other) as JsonObject);
    expect((await get(`api/v2/pages/${PAGE}`)).get('title')).toBe('A brand new page');
    expect((await get('api/v2/spaces/827392002')).get('name')).toBe('Project: Sample Project');
  });

  it('takes in a page of a space that it has by key, under a title that is still free', async () => {
    const { id } = await site.page('Minutes');
    const payload = JSON.stringify(example('page-created'))
      .replace('"SP"', '"DEMO"')
      .replace('A brand new page', 'minutes');
    await site.confluence.materialise(JSON.parse(payload) as JsonObject);
    expect((await get(`api/v2/pages/${PAGE}`)).body).toMatchObject({
      title: `minutes (${PAGE})`,
      spaceId: await site.spaceId('DEMO'),
    });
    expect((await get('api/v2/pages?title=Minutes')).list('results', 'id')).toEqual([id]);
  });

  it('never shares an id with what comes later', async () => {
    const { id } = await site.page('Before');
    const soon = String(Number(id) + 1);
    const payload = JSON.stringify(example('page-created')).replace(`"${PAGE}"`, `"${soon}"`);
    await site.confluence.materialise(JSON.parse(payload) as JsonObject);
    expect((await get(`api/v2/pages/${soon}`)).get('title')).toBe('A brand new page');
    expect((await site.page('After')).id).not.toBe(soon);
  });
});

it('takes payloads of any shape', async () => {
  const random = seededRandom(5);
  for (let count = 0; count < 400; count += 1) {
    const broken = mutatePayload(EVENTS[count % EVENTS.length]!.sample, random);
    await site.confluence.materialise(broken as JsonObject);
  }
  expect(site.events).toEqual([]);
  expect((await get('api/v2/spaces')).status).toBe(200);
});
