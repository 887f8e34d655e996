// The tab "Rules", through the real reconciler and the real use cases.

import { describe, expect, it } from 'vitest';
import { aRule, anAction } from '../support/builders';
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

  it('explains itself when there are no rules, and offers to create or import', async () => {
    const page = await openPage(createFakePorts());
    await page.until(() => page.text().includes('No rules yet'));
    expect(page.text()).toContain('A rule watches for something that happens in Confluence');
    page.click('Create rule');
    await page.until(() => page.text().includes('New rule'));
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
    page.click('Delete');
    await page.until(() => page.text().includes('Delete “Greet writers”?'));
    page.click('Cancel');
    await page.until(() => page.all('Modal').length === 0);
    expect(ports.stored.rules.size).toBe(2);
    page.click('Delete');
    await page.until(() => page.all('Modal').length === 1);
    page.click('Delete rule');
    await page.until(() => page.all('Row').length === 1);
    expect([...ports.stored.rules.keys()]).toEqual(['label-notes']);
    expect(page.flags.map((flag) => flag.title)).toEqual(['“Greet writers” was deleted']);
  });

  it('searches while one types, and offers a way back when nothing is found', async () => {
    const page = await openPage(twoRules());
    await page.until(() => page.all('Row').length === 2);
    page.type('Search rules', 'meet');
    await page.until(() => page.all('Row').length === 1);
    expect(page.text()).toContain('Label meeting notes');
    page.type('Search rules', 'nothing like it');
    await page.until(() => page.text().includes('No rule matches'));
    expect(page.text()).toContain('nothing like it');
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
