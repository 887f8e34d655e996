// The view "Import and export", through the real reconciler and the real use cases.

import { describe, expect, it } from 'vitest';
import { aRule, anAction } from '../support/builders';
import { createFakePorts } from '../support/fake-ports';
import { openPage } from './page-harness';
import type { FakePorts } from '../support/fake-ports';
import type { Rule } from '../../src/core/rules/rule';

const GREET = aRule({ id: 'greet', name: 'Greet writers' });
const NOTES = aRule({ id: 'notes', name: 'Label notes', state: 'off' });

function aSet(...rules: readonly Rule[]): string {
  return JSON.stringify({ format: 'rulewright', version: 1, rules });
}

async function showTransfer(ports: FakePorts) {
  const page = await openPage(ports);
  await page.until(() => page.text().includes('Create rule'));
  page.showTab('transfer');
  await page.until(() => page.all('Frame').length === 1);
  return page;
}

describe('import page', () => {
  it('tells the Frame to show the box for files as soon as it listens', async () => {
    const page = await showTransfer(createFakePorts());
    expect(page.all('Frame')[0]?.props['resource']).toBe('rule-files');
    page.report({ type: 'ready' });
    await page.until(() => page.commands.length === 1);
    expect(page.commands).toEqual([{ type: 'show-files' }]);
  });

  it('previews a chosen file: what is new, changed and the same, with the differences', async () => {
    const ports = createFakePorts();
    ports.setRules(GREET, NOTES);
    const page = await showTransfer(ports);
    const text = aSet(
      { ...GREET.rule, state: 'off', when: ['avi:confluence:updated:page'] },
      NOTES.rule,
      aRule({ id: 'fresh', name: 'A new one' }).rule,
    );
    page.report({ type: 'file-opened', name: 'rules.json', text });
    await page.until(() => page.all('Lozenge').length === 3);
    const shown = page.text();
    for (const piece of [
      'From rules.json',
      'New 1',
      'Conflict 1',
      'The same 1',
      'Page updated',
      'Import 1 rule',
    ]) {
      expect(shown).toContain(piece);
    }
    expect(page.field('Label notes').props['isDisabled']).toBe(true);
  });

  it('imports only what is chosen, turned off', async () => {
    const ports = createFakePorts();
    const page = await showTransfer(ports);
    page.type('Rule set as JSON', aSet(GREET.rule, NOTES.rule));
    await page.until(() => page.button('Show what would change').props['isDisabled'] === false);
    page.click('Show what would change');
    await page.until(() => page.all('Lozenge').length === 2);
    page.check('Label notes', false);
    await page.until(() => page.text().includes('Import 1 rule'));
    page.click('Import 1 rule');
    await page.until(() => page.text().includes('1 rule was imported.'));
    expect([...ports.stored.rules.values()].map(({ rule }) => [rule.id, rule.state])).toEqual([
      ['greet', 'off'],
    ]);
    page.click('See the rules');
    await page.until(() => page.text().includes('Turn on Greet writers'));
  });

  it('keeps the states of the file when asked to', async () => {
    const ports = createFakePorts();
    const page = await showTransfer(ports);
    page.report({ type: 'file-opened', name: 'rules.json', text: aSet(GREET.rule) });
    await page.until(() => page.all('Lozenge').length === 1);
    page.check('Keep the state that the file gives each rule', true);
    page.click('Import 1 rule');
    await page.until(() => page.text().includes('1 rule was imported.'));
    expect(ports.stored.rules.get('greet')?.rule.state).toBe('live');
  });

  it('keeps what was edited here unless told otherwise, and adds a copy when asked to', async () => {
    const ports = createFakePorts();
    ports.setRules(GREET);
    const page = await showTransfer(ports);
    page.report({ type: 'file-opened', name: 'a.json', text: aSet({ ...GREET.rule, name: 'Greet all' }) });
    await page.until(() => page.all('Lozenge').length === 1);
    expect(page.button('Import 0 rules').props['isDisabled']).toBe(true);
    page.pick('Greet all', 'copy');
    await page.until(() => page.text().includes('Import 1 rule'));
    page.click('Import 1 rule');
    await page.until(() => page.text().includes('1 rule was imported.'));
    expect([...ports.stored.rules.values()].map(({ rule }) => [rule.id, rule.name])).toEqual([
      ['greet', GREET.rule.name],
      ['greet-2', 'Greet all (copy)'],
    ]);
  });

  it('shows every problem of an invalid rule with its path, and lets the others in', async () => {
    const ports = createFakePorts();
    const page = await showTransfer(ports);
    const broken = { ...GREET.rule, name: '', then: [{ ...anAction(), as: 'nobody' }] };
    page.report({ type: 'file-opened', name: 'broken.json', text: aSet(broken as never, NOTES.rule) });
    await page.until(() => page.text().includes('Cannot be imported'));
    expect(page.text()).toContain('rules[0].name');
    expect(page.text()).toContain('rules[0].then[0].as');
    page.click('Import 1 rule');
    await page.until(() => page.text().includes('1 rule was imported.'));
    expect([...ports.stored.rules.keys()]).toEqual(['notes']);
  });

  it('refuses a text that is no rule set, and changes nothing', async () => {
    const ports = createFakePorts();
    const page = await showTransfer(ports);
    page.report({ type: 'file-opened', name: 'broken.json', text: '{ "format": "other", "rules": [] }' });
    await page.until(() => page.text().includes('Nothing can be imported from this text'));
    expect(page.text()).toContain('format');
    expect(ports.stored.rules.size).toBe(0);
    expect(page.all('Lozenge')).toHaveLength(0);
  });

  it('runs the tests in the set and shows how they went', async () => {
    const page = await showTransfer(createFakePorts());
    const event = { sample: 'avi:confluence:created:page' };
    const expected = (verdict: string) => [{ rule: 'greet', verdict }];
    const tests = [
      { name: 'good', event, expect: expected('acts') },
      { name: 'bad', event, expect: expected('condition-false') },
    ];
    const text = JSON.stringify({ format: 'rulewright', version: 1, rules: [GREET.rule], tests });
    page.report({ type: 'file-opened', name: 'a.json', text });
    await page.until(() => page.text().includes('1 of the 2 tests inside fails'));
    expect(page.text()).toContain('expected condition-false, got acts');
  });

  it('says in the page why a file could not be taken', async () => {
    const page = await showTransfer(createFakePorts());
    page.report({ type: 'file-refused', name: 'picture.png', reason: 'It is no text.' });
    await page.until(() => page.text().includes('picture.png cannot be used'));
    expect(page.text()).toContain('It is no text.');
  });

  it('sends a text that is larger than one call carries in parts', async () => {
    const ports = createFakePorts();
    const page = await showTransfer(ports);
    const rules = Array.from({ length: 700 }, (_, index) =>
      aRule({ id: `rule-${index}`, name: `Rule ${index}`, description: 'x'.repeat(500) }),
    );
    const text = aSet(...rules.map(({ rule }) => rule));
    page.report({ type: 'file-opened', name: 'big.json', text });
    await page.until(() => page.text().includes('Import 700 rules'));
    expect(page.calls.filter((call) => call.name === 'stageImport').length).toBeGreaterThan(1);
    expect(page.all('Lozenge').length).toBeLessThanOrEqual(20);
    page.click('Import 700 rules');
    await page.until(() => page.text().includes('700 rules were imported.'));
    expect(ports.stored.rules.size).toBe(700);
  });
});

describe('export page', () => {
  it('exports all rules as text to copy, and as a file through the Frame', async () => {
    const ports = createFakePorts();
    ports.setRules(GREET, NOTES);
    const page = await showTransfer(ports);
    page.click('Export');
    await page.until(() => page.all('CodeBlock').length === 1);
    const text = String(page.all('CodeBlock')[0]!.props['text']);
    expect((JSON.parse(text) as { rules: unknown[] }).rules).toHaveLength(2);
    expect(page.text()).toContain('2 rules');
    page.click('Download as a file');
    await page.until(() => page.commands.length === 1);
    expect(page.commands).toEqual([{ type: 'download', name: 'rulewright-rules.json', text }]);
  });

  it('exports only chosen rules', async () => {
    const ports = createFakePorts();
    ports.setRules(GREET, NOTES);
    const page = await showTransfer(ports);
    page.pick('Which rules', 'chosen');
    await page.until(() => page.button('Export').props['isDisabled'] === true);
    await page.until(() => (page.field('Rules').props['options'] as unknown[]).length === 2);
    page.pick('Rules', 'notes');
    await page.until(() => page.button('Export').props['isDisabled'] === false);
    page.click('Export');
    await page.until(() => page.all('CodeBlock').length === 1);
    expect(page.calls.at(-1)).toEqual({ name: 'exportRules', payload: { ids: ['notes'] } });
  });

  it('imports what it exported without any change', async () => {
    const ports = createFakePorts();
    ports.setRules(GREET, NOTES);
    const page = await showTransfer(ports);
    page.click('Export');
    await page.until(() => page.all('CodeBlock').length === 1);
    const text = String(page.all('CodeBlock')[0]!.props['text']);
    page.report({ type: 'file-opened', name: 'rulewright-rules.json', text });
    await page.until(() => page.text().includes('Every rule in this text is already here'));
    expect(page.text()).not.toContain('Import 2 rules');
  });
});
