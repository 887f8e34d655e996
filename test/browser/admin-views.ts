// The views of the admin page, with what is done to open each. It checks nothing.

import { viewAfter, viewAt } from './view';
import type { Page } from 'playwright-core';
import type { View } from './view';

/** Added, in conflict and invalid, next to the rules that `arrangeViews` makes. */
const IMPORTED = {
  format: 'rulewright',
  version: 1,
  rules: [
    {
      id: 'label-meetings',
      name: 'Label all meeting notes',
      when: ['avi:confluence:created:page'],
      then: [{ id: 'label', action: 'label.add', with: { labels: ['meeting-notes'] } }],
    },
    {
      id: 'thank',
      name: 'Thank for a page',
      when: ['avi:confluence:created:page'],
      then: [{ id: 'thank', action: 'comment.add', with: { body: '<p>Thank you.</p>' } }],
    },
    {
      id: 'misspelt',
      name: 'A rule with a mistake',
      when: ['avi:confluence:created:pag'],
      then: [{ id: 'thank', action: 'comment.add', with: { body: '<p>Thank you.</p>' } }],
    },
  ],
};

/** Every view of the admin page at `address`, over what `arrangeViews` made. */
export function adminViews(address: string): readonly View[] {
  const rules = viewAt('admin: rules', address, 'Label meeting notes', true);
  const act = (name: string, from: View, doing: (page: Page) => Promise<void>): View =>
    viewAfter(`admin: ${name}`, from, doing, true);

  const tab = (name: string, shown: string): View =>
    act(name, rules, async (page) => {
      await page.getByRole('tab', { name, exact: true }).click();
      await page.getByText(shown).filter({ visible: true }).first().waitFor();
    });

  /** A view beside others of one tab. */
  const beside = (tabName: string, name: string, shown: string): View =>
    act(name, rules, async (page) => {
      await page.getByRole('tab', { name: tabName, exact: true }).click();
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('heading', { name: shown }).filter({ visible: true }).first().waitFor();
    });

  const activity = tab('Activity', 'Move meeting notes');
  const packs = beside('Transfer', 'Packs', 'Packs');
  const transfer = tab('Transfer', 'Export');
  const aRule = act('a rule', rules, async (page) => {
    await page.getByRole('button', { name: 'Label meeting notes' }).click();
    await page.getByLabel('Name').first().waitFor();
  });
  const trying = act('trying a rule', aRule, async (page) => {
    await page.getByRole('button', { name: 'Offer recorded events' }).click();
    await page.getByRole('button', { name: 'Offer recorded events' }).waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Try it on' }).fill('Monday');
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: 'Look up now' }).click();
    await page.getByText('Acts', { exact: true }).waitFor();
    await scrollTo(page, 'Try it');
  });
  const history = act('the history of a rule', rules, async (page) => {
    const row = page.getByRole('row').filter({ hasText: 'Label meeting notes' });
    await row.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'History' }).click();
    await page.getByRole('button', { name: 'Compare version 1' }).waitFor();
  });
  return [
    rules,
    activity,
    act('a run', activity, async (page) => {
      await page.getByRole('button', { name: 'Label meeting notes' }).first().click();
      await page.getByText('Attempt 1').first().waitFor();
    }),
    act('failed runs', activity, async (page) => {
      await page.getByRole('combobox', { name: 'Outcome' }).fill('Failed');
      await page.getByRole('option', { name: 'Failed' }).click();
      await page.getByRole('button', { name: /^Choose (the one|all)/ }).click();
      await page.getByText('1 failed run chosen').waitFor();
    }),
    act('why not', rules, async (page) => {
      await page.getByRole('tab', { name: 'Why not?', exact: true }).click();
      await page.getByRole('button', { name: 'Page created' }).first().click();
      await page.getByRole('button', { name: 'Show the condition' }).first().click();
    }),
    beside('Settings', 'Changes', 'Who changed what'),
    beside('Settings', 'Health', 'Health'),
    packs,
    act('a pack', packs, async (page) => {
      await page.getByRole('button', { name: 'Look at Meeting notes' }).click();
      await page.getByLabel('Spaces it is for').waitFor();
    }),
    transfer,
    act('an import', transfer, async (page) => {
      await page.getByLabel('Rule set as JSON').fill(JSON.stringify(IMPORTED));
      await page.getByRole('button', { name: 'Show what would change' }).click();
      await page.getByRole('button', { name: 'Conflict 1' }).waitFor();
      await scrollTo(page, 'What would change');
    }),
    tab('Settings', 'Save'),
    act('a new rule', rules, async (page) => {
      await page.getByRole('button', { name: 'Create rule' }).click();
      await page.getByLabel('Name').first().waitFor();
    }),
    aRule,
    trying,
    act('a backtest', trying, async (page) => {
      await page.getByRole('textbox', { name: 'Value' }).first().fill('Budget');
      await page.getByText('Condition not met').waitFor();
      await page.getByRole('button', { name: 'Run the backtest' }).click();
      await page.getByText('Stops acting: 1').waitFor();
      await scrollTo(page, 'Backtest');
    }),
    history,
    act('an earlier version', history, async (page) => {
      await page.getByRole('button', { name: 'Compare version 1' }).click();
      await page.getByRole('button', { name: 'Restore version 1' }).waitFor();
    }),
  ];
}

/** Brings the heading below the bar on top of the page, for the picture. */
async function scrollTo(page: Page, heading: string): Promise<void> {
  await page
    .getByRole('heading', { name: heading, exact: true })
    .first()
    .evaluate((element) => {
      const bar = 72;
      window.scrollBy(0, element.getBoundingClientRect().top - bar);
    });
}
