// The views of the host's pages that the suite about accessibility looks at, with what is on them and how each is opened. It checks nothing.

import { HOST_PAGES } from '../../static/host/pages/host-page-list';
import { createPage } from '../app/app-host';
import type { Page } from 'playwright-core';
import type { AppHost } from '../app/app-host';

export interface View {
  readonly name: string;
  /** Whether the keyboard walks through it, too. */
  readonly walked: boolean;
  /** Whether docs/screens.md shows it. */
  readonly pictured: boolean;
  readonly open: (page: Page) => Promise<void>;
}

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
  await host.addRules(
    {
      id: 'label-meetings',
      name: 'Label meeting notes',
      when,
      if: { and: [meeting, { '!': { hasLabel: 'done' } }] },
      then: [label],
    },
    { id: 'move-meetings', name: 'Move meeting notes', when, if: meeting, then: [broken] },
    { id: 'shadow-rule', name: 'Try before use', state: 'shadow', when, then: [label] },
    { id: 'off-rule', name: 'Old rule', state: 'off', offReason: 'Replaced', when, then: [label] },
  );
  const id = await createPage(host, 'Meeting of Monday');
  await host.whenIdle();
  return id;
}

/** Every view of the site at `url`; `content` is a page of the demo space that rules acted on. */
export function viewsOf(url: string, content: string): readonly View[] {
  const demo = `${url}/wiki/spaces/DEMO`;
  const at = (name: string, address: string, shown: string, walked = false): View => ({
    name,
    walked,
    pictured: /^(admin|automation|why)/.test(name),
    open: async (page) => {
      await page.goto(address);
      await page.getByText(shown, { exact: false }).filter({ visible: true }).first().waitFor();
    },
  });
  const then = (name: string, from: View, act: (page: Page) => Promise<void>, walked = false): View => ({
    name,
    walked,
    pictured: /^(admin|automation|why)/.test(name),
    open: async (page) => {
      await from.open(page);
      await act(page);
    },
  });
  const tab = (name: string, shown: string): View =>
    then(
      `admin: ${name}`,
      rules,
      async (page) => {
        await page.getByRole('tab', { name, exact: true }).click();
        await page.getByText(shown).filter({ visible: true }).first().waitFor();
      },
      true,
    );

  /** A view beside others of one tab. */
  const beside = (tabName: string, name: string, shown: string): View =>
    then(
      `admin: ${name}`,
      rules,
      async (page) => {
        await page.getByRole('tab', { name: tabName, exact: true }).click();
        await page.getByRole('button', { name, exact: true }).click();
        await page.getByRole('heading', { name: shown }).filter({ visible: true }).first().waitFor();
      },
      true,
    );

  const rules = at('admin: rules', `${url}/wiki/admin/rulewright`, 'Label meeting notes', true);
  const activity = tab('Activity', 'Move meeting notes');
  const page = at('a page', `${demo}/pages/${content}`, 'Meeting of Monday', true);
  const inSpace = at(
    'automation in a space',
    `${demo}/settings/apps/automation`,
    'Label meeting notes',
    true,
  );
  return [
    at('spaces', `${url}/wiki/spaces`, 'Demo space', true),
    at('a space', demo, 'Demo space'),
    at('the blog of a space', `${demo}/blog`, 'Blog'),
    at('the trash of a space', `${demo}/trash`, 'Trash'),
    at('the settings of a space', `${demo}/settings`, 'Integrations', true),
    page,
    at('editing a page', `${demo}/pages/${content}/edit`, 'Update', true),
    at('a new page', `${demo}/pages/new`, 'Publish'),
    then('the menu of a page', page, async (shown) => {
      await shown.getByRole('button', { name: 'More actions' }).click();
      await shown.getByRole('menuitem', { name: 'Automation', exact: true }).waitFor();
    }),
    then(
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
    then(
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
    ...HOST_PAGES.map(({ path, title }) => at(`host: ${title}`, `${url}${path}`, title)),
    rules,
    activity,
    then(
      'admin: a run',
      activity,
      async (shown) => {
        await shown.getByRole('button', { name: 'Label meeting notes' }).first().click();
        await shown.getByText('Attempt 1').first().waitFor();
      },
      true,
    ),
    then(
      'admin: why not',
      rules,
      async (shown) => {
        await shown.getByRole('tab', { name: 'Why not?', exact: true }).click();
        await shown.getByRole('button', { name: 'Page created' }).first().click();
        await shown.getByRole('button', { name: 'Show the condition' }).first().click();
      },
      true,
    ),
    beside('Settings', 'Changes', 'Who changed what'),
    beside('Settings', 'Health', 'Health'),
    beside('Transfer', 'Packs', 'Packs'),
    tab('Transfer', 'Export'),
    tab('Settings', 'Save'),
    then(
      'admin: a new rule',
      rules,
      async (shown) => {
        await shown.getByRole('button', { name: 'Create rule' }).click();
        await shown.getByLabel('Name').first().waitFor();
      },
      true,
    ),
    then(
      'admin: a rule',
      rules,
      async (shown) => {
        await shown.getByRole('button', { name: 'Label meeting notes' }).click();
        await shown.getByLabel('Name').first().waitFor();
      },
      true,
    ),
  ];
}
