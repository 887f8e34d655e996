// What a person does on the site by hand, through its own HTTP interface, so that each event happens. One deed for
// each event of Atlassian's first events reference, by canonical id, and for each event that came later.

import { createPage } from './app-host';
import type { AppHost } from './app-host';

/** Does what fires the event. */
export type Deed = (host: AppHost) => Promise<unknown>;

/** The four kinds of content that live in the tree beside pages, and where REST keeps each. */
const TREE = {
  whiteboard: 'whiteboards',
  database: 'databases',
  embed: 'embeds',
  folder: 'folders',
} as const;

let made = 0;
/** A name that no other deed uses. */
const fresh = (what: string): string => `${what} ${++made}`;

const storage = (value: string) => ({ representation: 'storage', value });

async function demoSpaceId(host: AppHost): Promise<string> {
  return (await host.rest('GET', '/wiki/api/v2/spaces?keys=DEMO')).results[0].id;
}

const page = (host: AppHost): Promise<string> => createPage(host, fresh('Page'));

async function pageOf(host: AppHost, more: object): Promise<string> {
  const spaceId = await demoSpaceId(host);
  const written = { spaceId, status: 'current', title: fresh('Page'), ...more };
  return (await host.rest('POST', '/wiki/api/v2/pages', written)).id;
}

const liveDoc = (host: AppHost): Promise<string> => pageOf(host, { subtype: 'live' });

async function blogPost(host: AppHost): Promise<string> {
  const written = { spaceId: await demoSpaceId(host), title: fresh('Post'), body: storage('<p>News</p>') };
  return (await host.rest('POST', '/wiki/api/v2/blogposts', { status: 'current', ...written })).id;
}

/** Writes the second version. */
async function rewrite(host: AppHost, collection: string, id: string, value: string): Promise<void> {
  const written = { id, status: 'current', title: fresh('Changed'), body: storage(value) };
  await host.rest('PUT', `/wiki/api/v2/${collection}/${id}`, { ...written, version: { number: 2 } });
}

const act = (host: AppHost, collection: string, id: string, deed: string, body?: object): Promise<unknown> =>
  host.rest('POST', `/_host/site/${collection}/${id}/${deed}`, body);

/** Long enough for the site's own jobs, such as archiving. */
const JOB_MS = 60_000;

async function archive(host: AppHost): Promise<string> {
  const id = await page(host);
  await host.rest('POST', '/wiki/rest/api/content/archive', { pages: [{ id }] });
  await host.clock.advance(JOB_MS);
  return id;
}

const TASKS =
  '<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Do it</ac:task-body></ac:task></ac:task-list>';
const pageWithTask = (host: AppHost): Promise<string> => pageOf(host, { body: storage(TASKS) });

async function tickTask(host: AppHost): Promise<void> {
  const id = await pageWithTask(host);
  const { results } = await host.rest('GET', `/wiki/api/v2/tasks?page-id=${id}`);
  await host.rest('PUT', `/wiki/api/v2/tasks/${results[0].id}`, { status: 'complete' });
}

async function comment(host: AppHost): Promise<string> {
  const written = { pageId: await page(host), body: storage('<p>Well said</p>') };
  return (await host.rest('POST', '/wiki/api/v2/footer-comments', written)).id;
}

async function upload(host: AppHost): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob(['one']), `${fresh('file')}.txt`);
  return sendFile(host, `${await page(host)}/child/attachment`, form);
}

/** Answers the attachment's id without REST's `att`. */
async function sendFile(host: AppHost, path: string, form: FormData): Promise<string> {
  const response = await fetch(`${host.url}/wiki/rest/api/content/${path}`, {
    method: 'POST',
    headers: { 'X-Atlassian-Token': 'no-check' },
    body: form,
  });
  const body = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(body));
  const [attachment] = body.results ?? [body];
  return attachment.id.replace('att', '');
}

async function uploadAgain(host: AppHost): Promise<void> {
  const id = await upload(host);
  const { pageId } = await host.rest('GET', `/wiki/api/v2/attachments/att${id}`);
  const form = new FormData();
  form.set('file', new Blob(['two']), 'again.txt');
  await sendFile(host, `${pageId}/child/attachment/att${id}/data`, form);
}

async function label(host: AppHost): Promise<{ readonly id: string; readonly name: string }> {
  const id = await page(host);
  const name = fresh('label').replace(' ', '-');
  await host.rest('POST', `/wiki/rest/api/content/${id}/label`, [{ prefix: 'global', name }]);
  return { id, name };
}

async function unlabel(host: AppHost): Promise<void> {
  const { id, name } = await label(host);
  await host.rest('DELETE', `/wiki/rest/api/content/${id}/label/${name}`);
}

async function space(host: AppHost): Promise<string> {
  const key = fresh('HAND').replace(' ', '');
  await host.rest('POST', '/wiki/api/v2/spaces', { key, name: key });
  return key;
}

async function treeItem(host: AppHost, collection: string): Promise<string> {
  const written = { spaceId: await demoSpaceId(host), title: fresh('Item') };
  return (await host.rest('POST', `/wiki/api/v2/${collection}`, written)).id;
}

async function customContent(host: AppHost): Promise<string> {
  const written = {
    type: 'ac:notes:note',
    pageId: await page(host),
    title: fresh('Note'),
    body: storage(''),
  };
  return (await host.rest('POST', '/wiki/api/v2/custom-content', written)).id;
}

/** Lets nobody but the demo admin edit. */
async function restrict(host: AppHost, id: string): Promise<void> {
  const { accountId } = await host.rest('GET', '/wiki/rest/api/user/current');
  const entry = { operation: 'update', restrictions: { user: [{ accountId }], group: [] } };
  await host.rest('PUT', `/wiki/rest/api/content/${id}/restriction`, [entry]);
}

const remove = (host: AppHost, collection: string, id: string, purge = false): Promise<unknown> =>
  host.rest('DELETE', `/wiki/api/v2/${collection}/${id}${purge ? '?purge=true' : ''}`);

/** Makes one, puts it into the trash, and goes on from there. */
function inTrash(collection: string, make: (host: AppHost) => Promise<string>) {
  const one = (id: string): string => (collection === 'attachments' ? `att${id}` : id);
  const trash: Deed = async (host) => remove(host, collection, one(await make(host)));
  const restore: Deed = async (host) => {
    const id = await make(host);
    await remove(host, collection, one(id));
    await act(host, collection, id, 'restore');
  };
  const purge: Deed = async (host) => {
    const id = one(await make(host));
    await remove(host, collection, id);
    await remove(host, collection, id, true);
  };
  return { trash, restore, purge };
}

const pages = inTrash('pages', page);
const posts = inTrash('blogposts', blogPost);
const files = inTrash('attachments', upload);
const notes = inTrash('custom-content', customContent);

const PAGES: Readonly<Record<string, Deed>> = {
  'created:page': page,
  'updated:page': async (host) => rewrite(host, 'pages', await page(host), '<p>Changed</p>'),
  'liked:page': async (host) => act(host, 'pages', await page(host), 'like'),
  'viewed:page': async (host) => act(host, 'pages', await page(host), 'view'),
  'archived:page': archive,
  'unarchived:page': async (host) => act(host, 'pages', await archive(host), 'unarchive'),
  'moved:page': async (host) =>
    host.rest('PUT', `/wiki/rest/api/content/${await page(host)}/move/append/${await page(host)}`),
  'copied:page': async (host) =>
    host.rest('POST', `/wiki/rest/api/content/${await page(host)}/copy`, {
      pageTitle: fresh('Copy'),
      destination: { type: 'space', value: 'DEMO' },
    }),
  'children_reordered:page': async (host) => {
    const parentId = await page(host);
    const children = [await pageOf(host, { parentId }), await pageOf(host, { parentId })];
    await host.rest('PUT', `/_host/site/pages/${parentId}/children-order`, { order: children.toReversed() });
  },
  'initialized:page': liveDoc,
  'started:page': async (host) =>
    act(host, 'pages', await liveDoc(host), 'edit-session', { title: fresh('A') }),
  'snapshotted:page': async (host) => {
    const id = await liveDoc(host);
    await act(host, 'pages', id, 'edit-session', { title: fresh('B') });
    await act(host, 'pages', id, 'edit-session', { title: fresh('C') });
  },
  'published:page': async (host) => act(host, 'pages', await liveDoc(host), 'publish'),
  'created:blogpost': blogPost,
  'updated:blogpost': async (host) => rewrite(host, 'blogposts', await blogPost(host), '<p>Changed</p>'),
  'liked:blogpost': async (host) => act(host, 'blogposts', await blogPost(host), 'like'),
  'viewed:blogpost': async (host) => act(host, 'blogposts', await blogPost(host), 'view'),
  'created:task': pageWithTask,
  'updated:task': tickTask,
  'removed:task': async (host) => rewrite(host, 'pages', await pageWithTask(host), '<p>All done</p>'),
};

const IN_TREE: Readonly<Record<string, Deed>> = Object.fromEntries(
  Object.entries(TREE).flatMap(([kind, collection]): [string, Deed][] => [
    [`created:${kind}`, (host) => treeItem(host, collection)],
    [
      `moved:${kind}`,
      async (host) => {
        const position = { position: 'append', targetId: await page(host) };
        await act(host, collection, await treeItem(host, collection), 'move', position);
      },
    ],
    [
      `copied:${kind}`,
      async (host) =>
        act(host, collection, await treeItem(host, collection), 'copy', { title: fresh('Copy') }),
    ],
  ]),
);

const PARTS: Readonly<Record<string, Deed>> = {
  'created:comment': comment,
  'updated:comment': async (host) =>
    host.rest('PUT', `/wiki/api/v2/footer-comments/${await comment(host)}`, {
      version: { number: 2 },
      body: storage('<p>Better said</p>'),
    }),
  'liked:comment': async (host) => act(host, 'comments', await comment(host), 'like'),
  'created:space:V2': space,
  'updated:space:V2': async (host) =>
    host.rest('PUT', `/wiki/rest/api/space/${await space(host)}`, { name: fresh('Space') }),
  'created:attachment': upload,
  'updated:attachment': uploadAgain,
  'viewed:attachment': async (host) => act(host, 'attachments', await upload(host), 'view'),
  'archived:attachment': async (host) => act(host, 'attachments', await upload(host), 'archive'),
  'unarchived:attachment': async (host) => {
    const id = await upload(host);
    await act(host, 'attachments', id, 'archive');
    await act(host, 'attachments', id, 'unarchive');
  },
  'created:label': label,
  'added:label': label,
  'removed:label': unlabel,
  'deleted:label': unlabel,
};

/** By canonical id without `avi:confluence:`: the events of the first reference. */
export const FIRST_DEEDS: Readonly<Record<string, Deed>> = { ...PAGES, ...IN_TREE, ...PARTS };

/** The events that came later. */
export const LATER_DEEDS: Readonly<Record<string, Deed>> = {
  'trashed:page': pages.trash,
  'restored:page': pages.restore,
  'deleted:page': pages.purge,
  'permissions_updated:page': async (host) => restrict(host, await page(host)),
  'trashed:blogpost': posts.trash,
  'restored:blogpost': posts.restore,
  'deleted:blogpost': posts.purge,
  'permissions_updated:blogpost': async (host) => restrict(host, await blogPost(host)),
  'trashed:attachment': files.trash,
  'restored:attachment': files.restore,
  'deleted:attachment': files.purge,
  'created:custom_content': customContent,
  'updated:custom_content': async (host) => {
    const id = await customContent(host);
    const written = { id, type: 'ac:notes:note', status: 'current', title: fresh('Note'), body: storage('') };
    await host.rest('PUT', `/wiki/api/v2/custom-content/${id}`, { ...written, version: { number: 2 } });
  },
  'trashed:custom_content': notes.trash,
  'restored:custom_content': notes.restore,
  'deleted:custom_content': notes.purge,
  'permissions_updated:custom_content': async (host) => restrict(host, await customContent(host)),
  ...Object.fromEntries(
    Object.entries(TREE).map(([kind, collection]): [string, Deed] => [
      `permissions_updated:${kind}`,
      async (host) => restrict(host, await treeItem(host, collection)),
    ]),
  ),
  'deleted:comment': async (host) => remove(host, 'footer-comments', await comment(host)),
  'permissions_updated:space:V2': async (host) => {
    const path = `/_host/site/spaces/${await space(host)}/permissions`;
    const { grants } = await host.rest('GET', path);
    await host.rest('PUT', path, { grants: grants.slice(0, -1) });
  },
  'deleted:space:V2': async (host) => {
    await host.rest('DELETE', `/wiki/rest/api/space/${await space(host)}`);
    await host.clock.advance(JOB_MS);
  },
  'created:user': async (host) => host.rest('POST', '/_host/site/users', { displayName: fresh('Una User') }),
  'deleted:user': async (host) => {
    const user = await host.rest('POST', '/_host/site/users', { displayName: fresh('Una User') });
    await host.rest('DELETE', `/_host/site/users/${user.accountId}`);
  },
  'created:group': async (host) => host.rest('POST', '/wiki/rest/api/group', { name: fresh('group') }),
  'deleted:group': async (host) => {
    const { id } = await host.rest('POST', '/wiki/rest/api/group', { name: fresh('group') });
    await host.rest('DELETE', `/wiki/rest/api/group/by-id?id=${id}`);
  },
  'created:relation': async (host) => act(host, 'pages', await page(host), 'like'),
  'deleted:relation': async (host) => {
    const id = await page(host);
    await act(host, 'pages', id, 'like');
    await host.rest('DELETE', `/_host/site/pages/${id}/like`);
  },
  'performed:search': async (host) => host.rest('POST', '/_host/site/search', { query: 'Meeting' }),
};
