// The views of the host's pages that the suite about accessibility looks at, with what is on them and how each is opened. It checks nothing.

import { HOST_PAGES } from '../../static/host/pages/host-page-list';
import { createPage } from '../app/app-host';
import { adminViews } from './admin-views';
import { viewAfter, viewAt } from './view';
import type { AppHost } from '../app/app-host';
import type { View } from './view';

/** Rules of every state, and a page on which one acted and one failed, whose id is answered. */
export async function arrangeViews(host: AppHost): Promise<string> {
  const when = ['avi:confluence:created:page', 'avi:confluence:updated:page'];
  const meeting = { startsWith: [{ var: 'content.title' }, 'Meeting'] };
  const label = {
    id: 'label',
    action: 'label.add',
    as: 'app',
    onError: 'stop',
    with: { labels: ['meeting-notes'] },
  } as const;
  const broken = { ...label, id: 'broken', action: 'page.move', with: { target: '1', position: 'append' } };
  const labelMeetings = { id: 'label-meetings', name: 'Label meeting notes', when, then: [label] };
  await host.addRules(
    { ...labelMeetings, if: meeting },
    { id: 'move-meetings', name: 'Move meeting notes', when, if: meeting, then: [broken] },
    { id: 'shadow-rule', name: 'Try before use', state: 'shadow', when, then: [label] },
    { id: 'off-rule', name: 'Old rule', state: 'off', offReason: 'Replaced', when, then: [label] },
  );
  const edited = { ...labelMeetings, state: 'live', if: { and: [meeting, { '!': { hasLabel: 'done' } }] } };
  const saved = await host.admin('saveRule', { rule: edited, expectedVersion: 1 });
  if (!saved.ok) throw new Error(saved.error.message);
  const id = await createPage(host, 'Meeting of Monday');
  await host.whenIdle();
  return id;
}

/** Every view of the site at `url`; `content` is a page of the demo space that rules acted on. */
export function viewsOf(url: string, content: string): readonly View[] {
  const demo = `${url}/wiki/spaces/DEMO`;
  const page = viewAt('a page', `${demo}/pages/${content}`, 'Meeting of Monday', true);
  const inSpace = viewAt(
    'automation in a space',
    `${demo}/settings/apps/automation`,
    'Label meeting notes',
    true,
  );
  return [
    viewAt('spaces', `${url}/wiki/spaces`, 'Demo space', true),
    viewAt('a space', demo, 'Demo space'),
    viewAt('the blog of a space', `${demo}/blog`, 'Blog'),
    viewAt('the trash of a space', `${demo}/trash`, 'Trash'),
    viewAt('the settings of a space', `${demo}/settings`, 'Integrations', true),
    page,
    viewAt('editing a page', `${demo}/pages/${content}/edit`, 'Update', true),
    viewAt('a new page', `${demo}/pages/new`, 'Publish'),
    viewAfter('the menu of a page', page, async (shown) => {
      await shown.getByRole('button', { name: 'More actions' }).click();
      await shown.getByRole('menuitem', { name: 'Automation', exact: true }).waitFor();
    }),
    viewAfter(
      'automation on a page',
      page,
      async (shown) => {
        await shown.getByRole('button', { name: 'More actions' }).click();
        await shown.getByRole('menuitem', { name: 'Automation', exact: true }).click();
        await shown.getByText('Because of').first().waitFor();
        await shown.getByRole('button', { name: 'Show the condition' }).first().click();
        await shown.getByRole('button', { name: 'Why not the others?' }).click();
        await shown.getByRole('button', { name: 'Hide the others' }).waitFor();
      },
      true,
    ),
    inSpace,
    viewAfter(
      'why not in a space',
      inSpace,
      async (shown) => {
        await shown.getByRole('tab', { name: 'Why not?' }).click();
        await shown.getByLabel('A page of this space').fill('Meeting');
        await shown.getByRole('option', { name: 'Meeting of Monday' }).click();
        await shown.getByText('What it would do').first().waitFor();
      },
      true,
    ),
    ...HOST_PAGES.map(({ path, title }) => viewAt(`host: ${title}`, `${url}${path}`, title)),
    ...adminViews(`${url}/wiki/admin/rulewright`),
  ];
}
