// The tab "Rules", through the real reconciler and the real use cases.

import { describe, expect, it } from 'vitest';
import { tallyOfRun } from '../../src/core/runs/tally';
import { aRule, aRun, anAction } from '../support/builders';
import { createFakePorts } from '../support/fake-ports';
import { openPage } from './page-harness';

function twoRules() {
  const ports = createFakePorts();
  ports.setRules(
    aRule({ id: 'label-notes', name: 'Label meeting notes' }),
    aRule({
      id: 'greet',
      name: 'Greet writers',
      state: 'off',
      when: ['avi:confluence:created:blogpost'],
      scope: { spaces: ['ENG', 'OPS'] },
      then: [anAction({ action: 'comment.add', with: { body: 'Hello' } })],
    }),
  );
  return ports;
}

describe('rules page', () => {
  it('shows each rule with its state, events and actions in plain words', async () => {
    const page = await openPage(twoRules());
    await page.until(() => page.all('Row').length === 2);
    const text = page.text();
    for (const shown of [
      'Label meeting notes',
      'Live',
      'Page created',
      'Add labels',
      'Has not run yet',
      'Greet writers',
      'Off',
      'Blog post created',
      'Add a comment',
      'ENG, OPS',
    ]) {
      expect(text).toContain(shown);
    }
  });

  it('explains itself when there are no rules, and offers packs and to create one', async () => {
    const page = await openPage(createFakePorts());
    await page.until(() => page.text().includes('No rules yet'));
    expect(page.text()).toContain('A rule watches for something that happens in Confluence');
    page.click('Create rule');
    await page.until(() => page.text().includes('New rule'));
  });

  it('gets from an empty list to rules through a pack', async () => {
    const ports = createFakePorts();
    const page = await openPage(ports);
    await page.until(() => page.text().includes('No rules yet'));
    page.click('Choose a pack');
    await page.until(() => page.text().includes('Look at Meeting notes'));
    page.click('Look at Meeting notes');
    await page.until(() => page.text().includes('Adapt it'));
    page.type('Spaces it is for', 'ENG');
    page.click('Add 2 rules');
    await page.until(() => page.text().includes('were added'));
    page.click('See the rules');
    await page.until(() => page.all('Row').length === 2);
    expect([...ports.stored.rules.values()].every(({ rule }) => rule.scope?.spaces?.[0] === 'ENG')).toBe(
      true,
    );
  });

  it('turns a rule on through its toggle', async () => {
    const ports = twoRules();
    const page = await openPage(ports);
    await page.until(() => page.all('Toggle').length === 2);
    page.check('Turn on Greet writers', true);
    await page.until(() => page.text().includes('Turn off Greet writers'));
    expect(ports.stored.rules.get('greet')?.rule.state).toBe('live');
    expect(page.calls.filter((call) => call.name === 'setRuleState')).toHaveLength(1);
  });

  it('says why a rule could not be turned on, and leaves the list as it is', async () => {
    const page = await openPage(twoRules());
    await page.until(() => page.all('Toggle').length === 2);
    page.refuseNext('setRuleState', {
      ok: false,
      error: { code: 'conflict', message: 'Somebody was faster.' },
    });
    page.check('Turn on Greet writers', true);
    await page.until(() => page.flags.length === 1);
    expect(page.flags[0]).toMatchObject({ type: 'error', description: 'Somebody was faster.' });
    expect(page.text()).toContain('Turn on Greet writers');
  });

  it('deletes a rule only after asking', async () => {
    const ports = twoRules();
    const page = await openPage(ports);
    await page.until(() => page.all('Row').length === 2);
    const ask = async () => {
      page.click('More');
      await page.until(() => page.text().includes('Run earlier'));
      page.click('Delete');
      await page.until(() => page.text().includes('Delete “Greet writers”?'));
    };
    await ask();
    page.click('Cancel');
    await page.until(() => page.all('Modal').length === 0);
    expect(ports.stored.rules.size).toBe(2);
    await ask();
    page.click('Delete rule');
    await page.until(() => page.all('Row').length === 1);
    expect([...ports.stored.rules.keys()]).toEqual(['label-notes']);
    expect(page.flags.map((flag) => flag.title)).toEqual(['1 rule deleted']);
  });

  it('shows what rules did in seven days, after the rows are there', async () => {
    const ports = twoRules();
    const run = aRun({
      rule: 'label-notes',
      outcome: 'failed',
      startedAt: new Date(ports.nowMs).toISOString(),
    });
    ports.stored.runs.set(run.id, run);
    const tally = tallyOfRun(run);
    ports.stored.tallies.set(tally.id, tally);
    const page = await openPage(ports);
    await page.until(() => page.text().includes('1 run, 1 failed'));
    expect(page.calls.map(({ name }) => name)).toEqual(['listRules', 'getStatistics']);
  });

  it('filters by state and by what the rules have', async () => {
    const page = await openPage(twoRules());
    await page.until(() => page.all('Row').length === 2);
    page.pick('State', 'off');
    await page.until(() => page.all('Row').length === 1);
    expect(page.text()).toContain('1 of 2 rules');
    page.pick('Space', 'DEMO');
    await page.until(() => page.text().includes('No rule matches'));
    page.click('Clear the search');
    await page.until(() => page.all('Row').length === 2);
  });

  it('changes several rules at once: to shadow, and off with a reason', async () => {
    const ports = twoRules();
    const page = await openPage(ports);
    await page.until(() => page.all('Row').length === 2);
    page.click('Choose several');
    await page.until(() => page.text().includes('0 rules chosen'));
    page.click('All on this page');
    await page.until(() => page.text().includes('2 rules chosen'));
    page.click('To shadow');
    await page.until(() => page.flags.length === 1);
    expect([...ports.stored.rules.values()].map(({ rule }) => rule.state)).toEqual(['shadow', 'shadow']);
    await page.until(() => page.text().includes('0 rules chosen'));
    page.check('Greet writers', true);
    await page.until(() => page.text().includes('1 rule chosen'));
    page.click('Turn off');
    await page.until(() => page.all('Modal').length === 1);
    page.type('Reason, for the next admin', 'Too loud');
    page.click('Turn it off');
    await page.until(() => page.text().includes('Too loud') && page.all('Modal').length === 0);
    expect(ports.stored.rules.get('greet')?.rule).toMatchObject({ state: 'off', offReason: 'Too loud' });
  });

  it('moves a rule before its neighbour, and copies one', async () => {
    const ports = twoRules();
    const page = await openPage(ports);
    await page.until(() => page.all('Row').length === 2);
    page.click('More');
    await page.until(() => page.text().includes('Run later'));
    page.click('Run later');
    await page.until(() => page.text().includes('priority 101'));
    page.click('Duplicate');
    await page.until(() => page.all('Row').length === 3);
    expect(ports.stored.rules.get('greet-2')?.rule).toMatchObject({ state: 'off', priority: 101 });
  });

  it('searches while one types, and offers a way back when nothing is found', async () => {
    const page = await openPage(twoRules());
    await page.until(() => page.all('Row').length === 2);
    page.type('Search rules', 'meet');
    await page.until(() => page.all('Row').length === 1);
    expect(page.text()).toContain('Label meeting notes');
    page.type('Search rules', 'nothing like it');
    await page.until(() => page.text().includes('No rule matches'));
    page.click('Clear the search');
    await page.until(() => page.all('Row').length === 2);
  });

  it('turns pages', async () => {
    const ports = createFakePorts();
    for (let index = 1; index <= 30; index += 1) {
      const number = String(index).padStart(2, '0');
      ports.setRules(aRule({ id: `rule-${number}`, name: `Rule ${number}` }));
    }
    const page = await openPage(ports);
    await page.until(() => page.all('Row').length === 25);
    expect(page.button('Previous').props['isDisabled']).toBe(true);
    page.click('Next');
    await page.until(() => page.all('Row').length === 5);
    expect(page.button('Next').props['isDisabled']).toBe(true);
    page.click('Previous');
    await page.until(() => page.all('Row').length === 25);
  });

  it('tells someone without permission whom to ask, and shows nothing else of the rules', async () => {
    const ports = twoRules();
    const page = await openPage(ports);
    await page.until(() => page.all('Row').length === 2);
    page.refuseNext('listRules', { ok: false, error: { code: 'forbidden', message: 'no' } });
    page.type('Search rules', 'x');
    await page.until(() => page.text().includes('You cannot see this page'));
    expect(page.text()).not.toContain('Label meeting notes');
  });

  it('says what went wrong when the app cannot be reached, and tries again when asked', async () => {
    const page = await openPage(twoRules());
    await page.until(() => page.all('Row').length === 2);
    page.refuseNext('listRules', new Error('the network is down'));
    page.type('Search rules', 'greet');
    await page.until(() => page.text().includes('Failed to reach the app: the network is down'));
    page.click('Try again');
    await page.until(() => page.all('Row').length === 1);
  });

  it('does not take an answer of an unexpected form for an empty list', async () => {
    const page = await openPage(twoRules());
    await page.until(() => page.all('Row').length === 2);
    page.refuseNext('listRules', {});
    page.type('Search rules', 'greet');
    await page.until(() => page.text().includes('unexpected form'));
  });
});
