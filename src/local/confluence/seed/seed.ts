// Fills an empty site with the demo: people, spaces, pages. Nothing is published, because nothing happened.

import { createBlogPost, createPage } from '../publishing/write';
import type { SpaceRecord } from '../model/space';
import type { Session } from '../session';
import { createSpace } from '../spaces/store';
import { addLabels } from '../labels/store';
import { createTemplate } from '../templates/store';
import type { Site } from '../unit-of-work';
import { DEMO_CONTENT } from './content';
import type { DemoContent, DemoSpace } from './content';
import { DEMO_GROUPS, DEMO_USERS } from './people';

/** Seeds once; a site that has been seeded is left as it is, whatever was done to it since. */
export async function seedSite(site: Site): Promise<void> {
  if (site.tables.meta.get('seeded') !== undefined) return;
  await site.store.transaction(() => {
    const { tables } = site;
    for (const user of DEMO_USERS) tables.users.put(user.accountId, user);
    for (const group of DEMO_GROUPS) tables.groups.put(group.id, group);
    for (const space of DEMO_CONTENT) seedSpace(site, space);
    tables.meta.put('seeded', 1);
  });
}

function seedSpace(site: Site, demo: DemoSpace): void {
  const { key, name, description } = demo;
  const type = key.startsWith('~') ? 'personal' : 'global';
  const isPrivate = type === 'personal';
  const space = createSpace(sessionOf(site, demo.owner), { key, name, description, type, isPrivate });
  for (const template of demo.templates ?? []) {
    createTemplate(sessionOf(site, demo.owner), template, space.id);
  }
  for (const content of demo.content) seedContent(site, space, space.homepageId, content);
}

function seedContent(site: Site, space: SpaceRecord, parentId: string | undefined, demo: DemoContent): void {
  const session = sessionOf(site, demo.author);
  const written = {
    status: 'current',
    title: demo.title,
    body: { storage: demo.body },
    isPrivate: false,
  } as const;
  const content =
    demo.type === 'page'
      ? createPage(session, space, parentId, written)
      : createBlogPost(session, space, written);
  const labels = (demo.labels ?? []).map((name) => ({ prefix: 'global', name }) as const);
  addLabels(session, { kind: 'content', content }, labels);
  for (const child of demo.children ?? []) seedContent(site, space, content.id, child);
}

/** A session whose events go nowhere. */
function sessionOf(site: Site, accountId: string): Session {
  const actor = DEMO_USERS.find((user) => user.accountId === accountId);
  if (actor === undefined)
    throw new Error(`Failed to seed the demo site: "${accountId}" is not one of its people.`);
  const nowMs = site.clock.nowMs();
  return {
    tables: site.tables,
    actor,
    nowMs,
    nowIso: new Date(nowMs).toISOString(),
    baseUrl: '/wiki',
    edition: site.edition,
    publish: () => undefined,
    defer: () => undefined,
  };
}
