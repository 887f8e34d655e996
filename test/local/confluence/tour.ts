// Once round the site: every operation that it has, done as it is meant to be done. Answers the calls that were
// made, for the checks of openapi.test.ts; throws when one of them is refused.

import { people } from './site';
import type { Answer, TestSite } from './site';
import type { Call } from './openapi';

const storage = (value: string) => ({ representation: 'storage', value });
const TOKEN = { 'x-atlassian-token': 'no-check' };

export async function tour(site: TestSite): Promise<readonly Call[]> {
  const calls: Call[] = [];

  async function ask(method: string, path: string, body?: unknown, headers?: object): Promise<Answer> {
    const answer = await site.call('admin', method, path, body, headers);
    calls.push({ method, path, answer, ...(body === undefined ? {} : { body }) });
    if (answer.status >= 400) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    }
    return answer;
  }

  const space = (await ask('GET', '/wiki/api/v2/spaces?keys=DEMO&limit=5&description-format=plain')).text(
    'results.0.id',
  );
  const page = await tourPages(ask, space);
  await tourBlogPosts(ask, space);
  await tourComments(ask, page);
  await tourLabels(ask, page, space);
  await tourAttachments(ask, page);
  await tourProperties(ask, page, space);
  await tourTree(site, ask, page, space);
  await tourCustomContent(ask, page, space);
  await tourPeople(ask, page);
  await tourSpaces(site, ask, space);
  await tourTemplates(ask);
  await tourTasks(ask, page);
  await ask('GET', '/wiki/rest/api/longtask?limit=2');
  return calls;
}

type Ask = (method: string, path: string, body?: unknown, headers?: object) => Promise<Answer>;

async function tourPages(ask: Ask, spaceId: string): Promise<string> {
  const body = storage(
    '<p>Some selected text</p><ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Do it</ac:task-body></ac:task></ac:task-list>',
  );
  const page = (
    await ask('POST', '/wiki/api/v2/pages', { spaceId, status: 'current', title: 'Tour', body })
  ).text('id');
  const one = `/wiki/api/v2/pages/${page}`;
  await ask('POST', `/wiki/rest/api/content/${page}/label`, [{ prefix: 'global', name: 'toured' }]);
  const everything = ['labels', 'properties', 'operations', 'likes', 'versions', 'version']
    .map((name) => `include-${name}=true`)
    .join('&');
  await ask('GET', `${one}?body-format=storage&${everything}&include-favorited-by-current-user-status=true`);
  await ask('PUT', one, {
    id: page,
    status: 'current',
    title: 'Tour 2',
    body,
    version: { number: 2, message: 'm' },
  });
  await ask('PUT', `${one}/title`, { status: 'current', title: 'Tour 3' });
  await ask('GET', `/wiki/api/v2/pages?space-id=${spaceId}&body-format=storage&limit=2&sort=-modified-date`);
  await ask('GET', `/wiki/api/v2/spaces/${spaceId}/pages?depth=all`);
  await ask('GET', `${one}/versions?body-format=storage`);
  await ask('GET', `${one}/versions/2`);
  await ask('GET', `${one}/operations`);
  await ask('GET', `${one}/likes/count`);
  await ask('GET', `${one}/likes/users`);
  return page;
}

async function tourBlogPosts(ask: Ask, spaceId: string): Promise<void> {
  const body = { storage: storage('<p>x</p>') };
  const post = (
    await ask('POST', '/wiki/api/v2/blogposts', { spaceId, status: 'current', title: 'News', body })
  ).text('id');
  const one = `/wiki/api/v2/blogposts/${post}`;
  await ask('GET', `${one}?body-format=view&include-labels=true`);
  await ask('PUT', one, { id: post, status: 'current', title: 'News 2', body, version: { number: 2 } });
  await ask('PUT', `${one}/title`, { status: 'current', title: 'News 3' });
  await ask('GET', '/wiki/api/v2/blogposts?title=News 3');
  await ask('GET', `/wiki/api/v2/spaces/${spaceId}/blogposts`);
  const comment = await ask('POST', '/wiki/api/v2/footer-comments', { blogPostId: post, body });
  await ask('GET', `${one}/footer-comments?body-format=storage`);
  await ask('GET', `${one}/inline-comments`);
  await ask('DELETE', `/wiki/api/v2/footer-comments/${comment.text('id')}`);
  const property = await ask('POST', `${one}/properties`, { key: 'k', value: [1] });
  await tourProperty(ask, `${one}/properties`, property.text('id'));
  for (const list of [
    'labels',
    'attachments',
    'versions',
    'operations',
    'likes/count',
    'likes/users',
    'custom-content?type=x',
  ]) {
    await ask('GET', `${one}/${list}`);
  }
  await ask('GET', `${one}/versions/1`);
  await ask('DELETE', one);
}

async function tourComments(ask: Ask, pageId: string): Promise<void> {
  const body = storage('<p>words</p>');
  for (const location of ['footer', 'inline']) {
    const root = `/wiki/api/v2/${location}-comments`;
    const inlineCommentProperties = {
      textSelection: 'selected text',
      textSelectionMatchCount: 1,
      textSelectionMatchIndex: 0,
    };
    const place = location === 'inline' ? { inlineCommentProperties } : {};
    const comment = (await ask('POST', root, { pageId, body, ...place })).text('id');
    const reply = (await ask('POST', root, { parentCommentId: comment, body })).text('id');
    const included =
      'include-properties=true&include-operations=true&include-likes=true&include-versions=true';
    await ask('GET', `${root}/${comment}?body-format=storage&${included}`);
    const resolved = location === 'inline' ? { resolved: true } : {};
    await ask('PUT', `${root}/${comment}`, { version: { number: 2 }, body, ...resolved });
    await ask('GET', `${root}/${comment}?body-format=atlas_doc_format`);
    await ask('GET', `${root}/${comment}/children?body-format=storage`);
    await ask('GET', `${root}?limit=3`);
    await ask('GET', `/wiki/api/v2/pages/${pageId}/${location}-comments?body-format=storage`);
    for (const list of ['versions', 'versions/1', 'operations', 'likes/count', 'likes/users']) {
      await ask('GET', `${root}/${comment}/${list}`);
    }
    const property = await ask('POST', `/wiki/api/v2/comments/${comment}/properties`, {
      key: 'k',
      value: 'v',
    });
    await tourProperty(ask, `/wiki/api/v2/comments/${comment}/properties`, property.text('id'));
    await ask('DELETE', `${root}/${reply}`);
  }
}

async function tourProperty(ask: Ask, list: string, id: string): Promise<void> {
  await ask('GET', `${list}?key=k`);
  await ask('GET', `${list}/${id}`);
  await ask('PUT', `${list}/${id}`, {
    key: 'k',
    value: { deep: true },
    version: { number: 2, message: 'm' },
  });
  await ask('DELETE', `${list}/${id}`);
}

async function tourLabels(ask: Ask, page: string, spaceId: string): Promise<void> {
  const labels = `/wiki/rest/api/content/${page}/label`;
  await ask('POST', labels, [
    { prefix: 'global', name: 'one' },
    { prefix: 'team', name: 'two' },
  ]);
  await ask('GET', `${labels}?prefix=global&limit=10`);
  await ask('DELETE', `${labels}?name=one`);
  await ask('DELETE', `${labels}/two`);
  const list = await ask('GET', `/wiki/api/v2/pages/${page}/labels?prefix=global&sort=name`);
  const label = list.text('results.0.id');
  await ask('GET', '/wiki/api/v2/labels?limit=3');
  for (const kind of ['pages', 'blogposts', 'attachments'])
    await ask('GET', `/wiki/api/v2/labels/${label}/${kind}`);
  const space = '/wiki/rest/api/space/DEMO/label';
  await ask('POST', space, [{ prefix: 'global', name: 'on-space' }]);
  await ask('GET', space);
  await ask('GET', `/wiki/api/v2/spaces/${spaceId}/labels`);
  await ask('GET', `/wiki/api/v2/spaces/${spaceId}/content/labels?prefix=team`);
  await ask('DELETE', `${space}?name=on-space`);
}

async function tourAttachments(ask: Ask, page: string): Promise<void> {
  const upload = (text: string): FormData => {
    const form = new FormData();
    form.set('file', new File([text], 'note.txt', { type: 'text/plain' }));
    form.set('comment', 'about it');
    form.set('minorEdit', 'true');
    return form;
  };
  const many = `/wiki/rest/api/content/${page}/child/attachment`;
  const attachment = (await ask('POST', many, upload('one'), TOKEN)).text('results.0.id');
  await ask('PUT', many, upload('two'), TOKEN);
  await ask('POST', `${many}/${attachment}/data`, upload('three'), TOKEN);
  const properties = {
    id: attachment,
    type: 'attachment',
    status: 'current',
    title: 'note 2.txt',
    version: versionNumber(3),
  };
  await ask('PUT', `${many}/${attachment}`, properties);
  await ask('GET', `${many}?filename=note 2.txt`);
  await ask('GET', `${many}/${attachment}/download`);
  await ask('GET', `/wiki/download/attachments/${page}/note 2.txt`);
  const one = `/wiki/api/v2/attachments/${attachment}`;
  await ask('GET', `/wiki/api/v2/pages/${page}/attachments?filename=note 2.txt`);
  await ask('GET', '/wiki/api/v2/attachments?limit=2');
  await ask(
    'GET',
    `${one}?include-labels=true&include-properties=true&include-operations=true&include-versions=true`,
  );
  for (const list of ['labels', 'operations', 'versions', 'versions/2', 'footer-comments'])
    await ask('GET', `${one}/${list}`);
  const property = await ask('POST', `${one}/properties`, { key: 'k', value: 1 });
  await tourProperty(ask, `${one}/properties`, property.text('id'));
  await ask('DELETE', one);
}

/** v1's Version asks for more than a number. */
function versionNumber(number: number): object {
  return { number, when: null, minorEdit: false };
}

async function tourProperties(ask: Ask, page: string, space: string): Promise<void> {
  for (const owner of [`pages/${page}`, `spaces/${space}`]) {
    const list = `/wiki/api/v2/${owner}/properties`;
    await tourProperty(ask, list, (await ask('POST', list, { key: 'k', value: { a: 1 } })).text('id'));
  }
}

async function tourTree(site: TestSite, ask: Ask, page: string, spaceId: string): Promise<void> {
  const child = (await ask('POST', '/wiki/api/v2/pages', { spaceId, title: 'Child', parentId: page })).text(
    'id',
  );
  await ask('GET', `/wiki/api/v2/pages/${child}/ancestors`);
  await ask('GET', `/wiki/api/v2/pages/${page}/children?sort=child-position`);
  await ask('GET', `/wiki/api/v2/pages/${page}/direct-children`);
  await ask('POST', '/wiki/api/v2/content/convert-ids-to-types', { contentIds: [page, 1] });
  const flags = {
    copyAttachments: true,
    copyPermissions: true,
    copyProperties: true,
    copyLabels: true,
    copyCustomContents: true,
  };
  const destination = { type: 'parent_page', value: page };
  const copy = await ask('POST', `/wiki/rest/api/content/${child}/copy?expand=body.storage,version,space`, {
    ...flags,
    destination,
    pageTitle: 'Copy',
  });
  await ask('PUT', `/wiki/rest/api/content/${copy.text('id')}/move/before/${child}`);
  const titleOptions = { prefix: 'Again: ', search: 'Child', replace: 'Kid' };
  await ask('POST', `/wiki/rest/api/content/${page}/pagehierarchy/copy`, {
    ...flags,
    destinationPageId: page,
    titleOptions,
  });
  await site.advance(1000);
  const task = await ask('POST', '/wiki/rest/api/content/archive', {
    pages: [{ id: Number(copy.text('id')) }],
  });
  await site.advance(1000);
  await ask('GET', `/wiki/rest/api/longtask/${task.text('id')}`);

  for (const kind of ['whiteboards', 'databases', 'embeds', 'folders']) {
    const written = {
      spaceId,
      title: `A ${kind}`,
      parentId: page,
      ...(kind === 'embeds' ? { embedUrl: 'https://example.com/' } : {}),
    };
    const item = (await ask('POST', `/wiki/api/v2/${kind}`, written)).text('id');
    const one = `/wiki/api/v2/${kind}/${item}`;
    for (const part of ['', '/ancestors', '/operations', '/direct-children']) await ask('GET', one + part);
    const property = await ask('POST', `${one}/properties`, { key: 'k', value: null });
    await tourProperty(ask, `${one}/properties`, property.text('id'));
    await ask('DELETE', one);
  }

  for (const operation of ['read', 'update']) {
    const all = `/wiki/rest/api/content/${child}/restriction`;
    const entry = {
      operation,
      restrictions: {
        user: [{ type: 'known', accountId: people.admin }],
        group: [{ type: 'group', name: 'writers' }],
      },
    };
    await ask('PUT', all, [entry]);
    await ask('POST', all, { results: [entry] });
    await ask('GET', `${all}?expand=restrictions.user`);
    await ask('GET', `${all}/byOperation`);
    await ask('GET', `${all}/byOperation/${operation}`);
    for (const subject of [`user?accountId=${people.app}`, 'byGroupId/group-confluence-admins']) {
      await ask('PUT', `${all}/byOperation/${operation}/${subject}`);
      await ask('GET', `${all}/byOperation/${operation}/${subject}`);
      await ask('DELETE', `${all}/byOperation/${operation}/${subject}`);
    }
    await ask('DELETE', all);
  }
  const subject = { type: 'user', identifier: people.member };
  await ask('POST', `/wiki/rest/api/content/${child}/permission/check`, { subject, operation: 'update' });
  const state = `/wiki/rest/api/content/${child}/state`;
  await ask('PUT', `${state}?status=current`, { name: 'Parked', color: '#ff0000' });
  for (const path of [state, `${state}/available`, '/wiki/rest/api/content-states']) await ask('GET', path);
  await ask('DELETE', `${state}?status=current`);
  await ask('DELETE', `/wiki/api/v2/pages/${child}`);
}

async function tourCustomContent(ask: Ask, pageId: string, spaceId: string): Promise<void> {
  const root = '/wiki/api/v2/custom-content';
  const written = {
    type: 'ac:app:note',
    status: 'current',
    pageId,
    title: 'Note',
    body: storage('<p>x</p>'),
  };
  const id = (await ask('POST', root, written)).text('id');
  const one = `${root}/${id}`;
  await ask('GET', `${one}?body-format=storage&include-labels=true`);
  await ask('PUT', one, { ...written, id, title: 'Note 2', version: { number: 2 } });
  await ask('GET', `${root}?type=ac:app:note&body-format=storage`);
  await ask('GET', `/wiki/api/v2/pages/${pageId}/custom-content?type=ac:app:note`);
  await ask('GET', `/wiki/api/v2/spaces/${spaceId}/custom-content?type=ac:app:note`);
  for (const list of ['labels', 'attachments', 'footer-comments', 'operations', 'versions', 'versions/1']) {
    await ask('GET', `${one}/${list}`);
  }
  const property = await ask('POST', `${one}/properties`, { key: 'k', value: false });
  await tourProperty(ask, `${one}/properties`, property.text('id'));
  await ask('DELETE', one);
}

async function tourPeople(ask: Ask, page: string): Promise<void> {
  const who = `accountId=${people.member}`;
  await ask('GET', '/wiki/rest/api/user/current?expand=operations');
  await ask('GET', `/wiki/rest/api/user?${who}`);
  await ask('GET', `/wiki/rest/api/user/memberof?${who}`);
  await ask('GET', `/wiki/rest/api/user/bulk?${who}`);
  await ask('POST', '/wiki/api/v2/users-bulk', { accountIds: [people.member, 'nobody'] });
  const watch = `/wiki/rest/api/user/watch/content/${page}`;
  await ask('POST', `${watch}?${who}`, undefined, TOKEN);
  await ask('GET', watch);
  await ask('GET', `/wiki/rest/api/content/${page}/notification/child-created`);
  await ask('DELETE', watch, undefined, TOKEN);
  const watchSpace = '/wiki/rest/api/user/watch/space/DEMO';
  await ask('POST', watchSpace, undefined, TOKEN);
  await ask('GET', watchSpace);
  await ask('GET', `/wiki/rest/api/content/${page}/notification/created`);
  await ask('DELETE', watchSpace, undefined, TOKEN);

  const group = (await ask('POST', '/wiki/rest/api/group', { name: 'tourists' })).text('id');
  await ask('POST', `/wiki/rest/api/group/userByGroupId?groupId=${group}`, { accountId: people.member });
  await ask('GET', `/wiki/rest/api/group/${group}/membersByGroupId`);
  await ask('DELETE', `/wiki/rest/api/group/userByGroupId?groupId=${group}&${who}`);
  for (const path of ['', `/by-id?id=${group}`, '/by-name?name=tourists', '/picker?query=tour']) {
    await ask('GET', `/wiki/rest/api/group${path}`);
  }
  await ask('DELETE', `/wiki/rest/api/group/by-id?id=${group}`);
  const cql = encodeURIComponent('space = DEMO and title ~ "Tour*"');
  await ask('GET', `/wiki/rest/api/content/search?cql=${cql}&expand=space,metadata.labels`);
  await ask('GET', `/wiki/rest/api/search?cql=${cql}&limit=1`);
  await ask('GET', `/wiki/rest/api/search/user?cql=${encodeURIComponent('user.fullname ~ "Mia"')}`);
  await ask('GET', `/wiki/aa-avatar/${people.member}`);
}

async function tourSpaces(site: TestSite, ask: Ask, spaceId: string): Promise<void> {
  await ask('POST', '/wiki/api/v2/spaces', {
    name: 'Tour space',
    key: 'TOUR',
    description: { value: 'd', representation: 'plain' },
  });
  const included =
    'include-labels=true&include-properties=true&include-operations=true&include-permissions=true';
  await ask('GET', `/wiki/api/v2/spaces/${spaceId}?description-format=plain&include-icon=true&${included}`);
  await ask('GET', `/wiki/api/v2/spaces/${spaceId}/operations`);
  await ask('GET', `/wiki/api/v2/spaces/${spaceId}/permissions`);
  await ask('GET', '/wiki/rest/api/space?type=global&limit=2&expand=description.plain,metadata.labels');
  await ask('GET', '/wiki/rest/api/space/DEMO?expand=operations');
  const description = { plain: { value: 'd', representation: 'plain' } };
  await ask('POST', '/wiki/rest/api/space', { key: 'TWO', name: 'Two', description });
  await ask('POST', '/wiki/rest/api/space/_private', { key: 'OWN', name: 'Own', description });
  await ask('PUT', '/wiki/rest/api/space/TWO', { name: 'Two!', description });
  await ask('GET', '/wiki/rest/api/space/TWO/state');
  await ask('GET', '/wiki/rest/api/space/TWO/state/settings');
  await ask('DELETE', '/wiki/rest/api/space/TWO');
  await site.advance(1000);
}

async function tourTemplates(ask: Ask): Promise<void> {
  const root = '/wiki/rest/api/template';
  const written = {
    name: 'Minutes',
    templateType: 'page',
    body: { storage: storage('<p>Present:</p>') },
    description: 'For meetings',
    space: { key: 'DEMO' },
  };
  const template = (await ask('POST', root, written)).text('templateId');
  await ask('PUT', root, { ...written, templateId: template, name: 'Minutes 2' });
  await ask('GET', `${root}/page?spaceKey=DEMO&expand=body`);
  await ask('GET', `${root}/blueprint`);
  await ask('GET', `${root}/${template}`);
  await ask('DELETE', `${root}/${template}`);
}

async function tourTasks(ask: Ask, page: string): Promise<void> {
  const task = (await ask('GET', `/wiki/api/v2/tasks?page-id=${page}&body-format=storage`)).text(
    'results.0.id',
  );
  await ask('PUT', `/wiki/api/v2/tasks/${task}`, { status: 'complete' });
  await ask('GET', `/wiki/api/v2/tasks/${task}?body-format=storage`);
}
