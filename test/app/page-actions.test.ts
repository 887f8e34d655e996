// What the page actions do beyond their case in actions.ts: the other modes, blog posts, templates, spaces, and a
// version that somebody else took in between.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAppHost, createPage } from './app-host';
import type { JsonObject } from '../../src/core/json';
import type { AppHost } from './app-host';

let host: AppHost;
beforeAll(async () => {
  host = await createAppHost();
}, 300_000);
afterAll(() => host?.dispose());

let rules = 0;

/** Runs one action for a like of the content, and answers its step. */
async function act(content: string, action: string, parameters: JsonObject) {
  const id = `rule-${++rules}`;
  const [collection, contentId] = content.split('/');
  const type = collection === 'pages' ? 'page' : 'blogpost';
  await host.addRules({
    id,
    when: [`avi:confluence:liked:${type}`],
    if: { '==': [{ var: 'content.id' }, contentId] },
    then: [{ id: 'act', action, as: 'app', onError: 'stop', with: parameters }],
  });
  // Two likes at one instant are one event to the engine.
  await host.clock.advance(1000);
  await host.rest('POST', `/_host/site/${content}/like`);
  await host.whenIdle();
  await host.rest('DELETE', `/_host/site/${content}/like`);
  return stepOf(id);
}

async function stepOf(rule: string) {
  await host.admin('setRuleState', { id: rule, state: 'off' });
  const runs = await host.admin('listRuns', { rule });
  return runs.ok ? runs.data.items[0]?.steps[0] : undefined;
}

const bodyOf = async (content: string): Promise<string> =>
  (await host.rest('GET', `/wiki/api/v2/${content}?body-format=storage`)).body.storage.value;

async function blogPost(title: string): Promise<string> {
  const { results } = await host.rest('GET', '/wiki/api/v2/spaces?keys=DEMO');
  const post = await host.rest('POST', '/wiki/api/v2/blogposts', {
    spaceId: results[0].id,
    status: 'current',
    title,
    body: { representation: 'storage', value: '<p>News</p>' },
  });
  return `blogposts/${post.id}`;
}

it('page.body writes above the text, and replaces a section again and again', async () => {
  const page = `pages/${await createPage(host, 'Sections')}`;
  await act(page, 'page.body', { mode: 'prepend', body: '<p>Top</p>' });
  expect(await bodyOf(page)).toMatch(/^<p>Top<\/p>.*<p>Text<\/p>$/);
  for (const text of ['One', 'Two']) {
    const step = await act(page, 'page.body', { mode: 'replace', section: 'log', body: `<p>${text}</p>` });
    expect(step).toMatchObject({ outcome: 'done' });
  }
  const body = await bodyOf(page);
  expect(body).toContain('<p>Two</p>');
  expect(body).not.toContain('<p>One</p>');
  expect(await act(page, 'page.body', { mode: 'replace', section: 'log', body: '<p>Two</p>' })).toMatchObject(
    {
      reason: expect.stringContaining('was so already'),
    },
  );
});

it('page.title and page.body change blog posts too', async () => {
  const post = await blogPost('Old news');
  await act(post, 'page.title', { title: 'New news' });
  await act(post, 'page.body', { body: '<p>More</p>' });
  expect((await host.rest('GET', `/wiki/api/v2/${post}`)).title).toBe('New news');
  expect(await bodyOf(post)).toMatch(/^<p>News<\/p><p>More<\/p>/);
});

it('page.create fills in a Confluence template', async () => {
  const template = await host.rest('POST', '/wiki/rest/api/template', {
    name: 'Minutes',
    templateType: 'page',
    body: { storage: { value: '<p>Of <at:var at:name="who"/>.</p>', representation: 'storage' } },
  });
  const page = await createPage(host, 'Asks for minutes');
  const step = await act(`pages/${page}`, 'page.create', {
    title: 'Minutes of {{content.title}}',
    parent: page,
    template: template.templateId,
    variables: { who: '{{content.title}} & Co' },
  });
  const made = /^Created page (\d+)/.exec(step?.reason ?? '')?.[1] ?? step?.reason ?? '';
  expect(await bodyOf(`pages/${made}`)).toMatch(/^<p>Of Asks for minutes &amp; Co\.<\/p>/);
});

it('page.move takes a page to another space', async () => {
  const { results } = await host.rest('GET', '/wiki/api/v2/spaces?keys=ENG');
  const page = await createPage(host, 'Wanders');
  await act(`pages/${page}`, 'page.move', { target: results[0].homepageId });
  expect((await host.rest('GET', `/wiki/api/v2/pages/${page}`)).spaceId).toBe(results[0].id);
});

it('page.title reads the version again when somebody else wrote in between', async () => {
  const page = await createPage(host, 'Contested');
  await host.rest('POST', '/_host/api/faults', {
    service: 'confluence',
    method: 'PUT',
    path: `/wiki/api/v2/pages/${page}`,
    times: 2,
    do: { kind: 'status', status: 409 },
  });
  const step = await act(`pages/${page}`, 'page.title', { title: 'Agreed' });
  expect(step?.attempts).toHaveLength(1);
  expect(step).toMatchObject({ outcome: 'done' });
});

it('property.set raises the version of a property, and keeps one of a space', async () => {
  const page = await createPage(host, 'Counted');
  const steps = [];
  for (const value of [1, 2, 2])
    steps.push(await act(`pages/${page}`, 'property.set', { key: 'count', value }));
  expect(steps).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }, { outcome: 'done' }]);
  const { results } = await host.rest('GET', `/wiki/api/v2/pages/${page}/properties?key=count`);
  expect(results[0]).toMatchObject({ value: 2, version: { number: 2 } });

  await host.addRules({
    id: 'of-space',
    when: ['avi:confluence:updated:space:V2'],
    then: [
      {
        id: 'set',
        action: 'property.set',
        as: 'app',
        onError: 'stop',
        with: { key: 'renamed', value: true },
      },
    ],
  });
  await host.rest('PUT', '/wiki/rest/api/space/DEMO', { name: 'Renamed' });
  await host.whenIdle();
  expect(await stepOf('of-space')).toMatchObject({ outcome: 'done' });
});
