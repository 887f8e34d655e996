// The rule editor, through the real reconciler and the real use cases.

import { describe, expect, it } from 'vitest';
import { saveRule } from '../../src/core/admin/manage-rules';
import { aRule, anAction } from '../support/builders';
import { createFakePorts } from '../support/fake-ports';
import { openPage } from './page-harness';
import type { FakePorts } from '../support/fake-ports';
import type { OpenPage } from './page-harness';

const RULE = aRule({
  id: 'label-notes',
  name: 'Label meeting notes',
  if: { startsWith: [{ var: 'content.title' }, 'Meeting'] },
  then: [
    anAction({ id: 'label', with: { labels: ['meeting-notes'] } }),
    anAction({ id: 'greet', action: 'comment.add', with: { body: 'Thanks' } }),
  ],
});

async function newRule(ports: FakePorts): Promise<OpenPage> {
  const page = await openPage(ports);
  await page.until(() => page.text().includes('No rules yet'));
  page.click('Create rule');
  await page.until(() => page.text().includes('New rule'));
  return page;
}

async function editRule(ports: FakePorts): Promise<OpenPage> {
  ports.setRules(RULE);
  const page = await openPage(ports);
  await page.until(() => page.all('Row').length === 1);
  page.click('Label meeting notes');
  await page.until(() => page.text().includes('Version 1'));
  return page;
}

async function addAction(page: OpenPage, kind: string): Promise<void> {
  const before = page.all('Heading').length;
  page.pick('Add an action', kind);
  await page.until(() => page.all('Heading').length === before + 1);
}

describe('editor page', () => {
  it('makes a rule from an empty page: name, event, condition, action, saved and listed', async () => {
    const ports = createFakePorts();
    const page = await newRule(ports);
    page.type('Name', 'Label meeting notes');
    page.pick('Events', 'avi:confluence:created:page');
    page.click('Add a test');
    await page.until(() => page.text().includes('Remove test'));
    page.pick('Field', 'content.title');
    await page.until(() => page.text().includes('Test'));
    page.pick('Test', 'startsWith');
    await page.until(() => page.text().includes('Value'));
    page.type('Value', 'Meeting');
    await page.until(() => page.text().includes('title of the page starts with "Meeting"'));
    await addAction(page, 'label.add');
    page.type('Labels', 'meeting-notes, {{lower space.key}}');
    page.type('Only in these spaces', 'ENG, OPS');
    page.click('Save rule');
    await page.until(() => page.all('Row').length === 1);
    expect(ports.stored.rules.get('label-meeting-notes')?.rule).toEqual({
      id: 'label-meeting-notes',
      name: 'Label meeting notes',
      state: 'live',
      priority: 100,
      scope: { spaces: ['ENG', 'OPS'] },
      when: ['avi:confluence:created:page'],
      if: { startsWith: [{ var: 'content.title' }, 'Meeting'] },
      then: [
        {
          id: 'label-add',
          action: 'label.add',
          as: 'app',
          with: { labels: ['meeting-notes', '{{lower space.key}}'] },
          onError: 'stop',
        },
      ],
    });
    expect(page.flags.map((flag) => flag.title)).toEqual(['“Label meeting notes” was saved']);
  });

  it('refuses to save a rule with problems, and puts them beside their fields', async () => {
    const ports = createFakePorts();
    const page = await newRule(ports);
    page.click('Save rule');
    await page.until(() => page.text().includes('The rule cannot be saved yet'));
    expect(page.field('Name').props['isInvalid']).toBe(true);
    expect(page.field('Events').props['isInvalid']).toBe(true);
    expect(page.all('ErrorMessage').length).toBeGreaterThanOrEqual(3);
    expect(ports.stored.rules.size).toBe(0);
    expect(page.calls.some((call) => call.name === 'saveRule')).toBe(false);
  });

  it('shows no problems of fields that nobody has touched yet', async () => {
    const page = await newRule(createFakePorts());
    page.click('More: description, owner, order, limits');
    await page.until(() => page.text().includes('Description'));
    page.type('Description', 'Because.');
    await page.until(() => page.field('Description').props['defaultValue'] === 'Because.');
    expect(page.all('ErrorMessage')).toEqual([]);
  });

  it('says as one types that a condition is no JSON, and what the app has against one that is', async () => {
    const page = await editRule(createFakePorts());
    page.click('Condition as JSON');
    await page.until(() => page.text().includes('JSON Logic over the fields'));
    page.type('Condition', '{"startsWith": [');
    await page.until(() => page.text().includes('This is not valid JSON yet'));
    page.type('Condition', '{"startWith": [{"var": "content.title"}, "Meeting"]}');
    await page.until(() => page.text().includes('startWith'));
    expect(page.text()).not.toContain('This is not valid JSON yet');
  });

  it('offers an example of a condition that fits the event, and takes it', async () => {
    const page = await newRule(createFakePorts());
    page.pick('Events', 'avi:confluence:created:page');
    await page.until(() => page.text().includes('Use this example'));
    page.click('Use this example');
    await page.until(() => page.text().includes('The rule acts if'));
    expect(page.field('Value').props['defaultValue']).toBe('Meeting');
  });

  it('keeps the order of actions as they are moved, and takes one out', async () => {
    const ports = createFakePorts();
    const page = await editRule(ports);
    page.click('Move down');
    await page.until(() => page.text().includes('1. Add a comment'));
    expect(page.text()).toContain('2. Add labels');
    page.click('Remove');
    await page.until(() => !page.text().includes('Add a comment\n'));
    page.click('Save rule');
    await page.until(() => page.flags.length === 1);
    expect(ports.stored.rules.get('label-notes')?.rule.then.map((action) => action.id)).toEqual(['label']);
  });

  it('keeps everything that the form does not show when another field is saved', async () => {
    const ports = createFakePorts();
    ports.setRules({
      ...RULE,
      rule: { ...RULE.rule, labels: ['team-a'], offReason: 'holiday', chain: true },
    });
    const page = await openPage(ports);
    await page.until(() => page.all('Row').length === 1);
    page.click('Label meeting notes');
    await page.until(() => page.text().includes('Version 1'));
    page.type('Name', 'Label notes');
    page.click('Save rule');
    await page.until(() => page.flags.length === 1);
    expect(ports.stored.rules.get('label-notes')).toMatchObject({
      version: 2,
      rule: { ...RULE.rule, name: 'Label notes', labels: ['team-a'], offReason: 'holiday', chain: true },
    });
  });

  it('runs an action as a person of choice, with a way out', async () => {
    const ports = createFakePorts();
    const page = await editRule(ports);
    page.pick('Act as', 'named');
    await page.until(() => page.all('UserPicker').length === 1);
    const picker = page.all('UserPicker')[0]!;
    (picker.props['onChange'] as (user: unknown) => void)({ id: 'account-7', name: 'Ada', type: 'user' });
    page.check('Act as the app when that person cannot be used', true);
    page.click('Save rule');
    await page.until(() => page.flags.length === 1);
    expect(ports.stored.rules.get('label-notes')?.rule.then[0]).toMatchObject({
      as: { accountId: 'account-7' },
      fallback: 'app',
    });
  });

  it('sets retries under more options, and says which number is wrong', async () => {
    const ports = createFakePorts();
    const page = await editRule(ports);
    page.click('More options');
    await page.until(() => page.text().includes('Attempts in all'));
    page.type('Attempts in all', '99');
    page.click('Save rule');
    await page.until(() => page.field('Attempts in all').props['isInvalid'] === true);
    page.type('Attempts in all', '7');
    page.click('Save rule');
    await page.until(() => page.flags.length === 1);
    expect(ports.stored.rules.get('label-notes')?.rule.then[0]?.retry).toMatchObject({ attempts: 7 });
  });

  it('leaves at once when nothing was changed, and asks when something was', async () => {
    const page = await editRule(createFakePorts());
    page.click('Back to rules');
    await page.until(() => page.all('Row').length === 1);
    page.click('Label meeting notes');
    await page.until(() => page.text().includes('Version 1'));
    page.type('Name', 'Something else');
    page.click('Cancel');
    await page.until(() => page.text().includes('Leave without saving?'));
    page.click('Keep editing');
    await page.until(() => page.all('Modal').length === 0);
    page.click('Back to rules');
    await page.until(() => page.all('Modal').length === 1);
    page.click('Leave without saving');
    await page.until(() => page.all('Row').length === 1);
    expect(page.text()).toContain('Label meeting notes');
  });

  it('tells the second of two admins, who may overwrite', async () => {
    const ports = createFakePorts();
    const page = await editRule(ports);
    page.type('Name', 'Mine');
    await saveRule({ ...RULE.rule, name: 'Theirs', priority: 5 }, 1, { by: 'somebody-else', ports });
    page.click('Save rule');
    await page.until(() => page.text().includes('Somebody else has changed this rule'));
    expect(page.text()).toContain('Version 2 was saved while you were editing version 1');
    expect(page.text()).toContain('is called "Mine" (was "Theirs")');
    expect(page.text()).toContain('+   "name": "Mine"');
    expect(page.all('User').map((user) => user.props['accountId'])).toEqual(['somebody-else']);
    page.click('Overwrite with mine');
    await page.until(() => page.flags.length === 1);
    expect(ports.stored.rules.get('label-notes')).toMatchObject({ version: 3, rule: { name: 'Mine' } });
  });

  it('tells the second of two admins, who may go on with what the first saved', async () => {
    const ports = createFakePorts();
    const page = await editRule(ports);
    page.type('Name', 'Mine');
    await saveRule({ ...RULE.rule, name: 'Theirs' }, 1, { by: 'somebody-else', ports });
    page.click('Save rule');
    await page.until(() => page.all('Modal').length === 1);
    page.click('Use their version');
    await page.until(() => page.text().includes('Version 2'));
    expect(page.field('Name').props['defaultValue']).toBe('Theirs');
    page.click('Back to rules');
    await page.until(() => page.all('Row').length === 1);
  });

  it('makes a rule anew that somebody deleted meanwhile, after saying so', async () => {
    const ports = createFakePorts();
    const page = await editRule(ports);
    page.type('Name', 'Mine');
    ports.stored.rules.delete('label-notes');
    page.click('Save rule');
    await page.until(() => page.text().includes('somebody has deleted it meanwhile'));
    page.click('Save rule');
    await page.until(() => page.flags.length === 1);
    expect(ports.stored.rules.get('label-notes')).toMatchObject({ version: 1, rule: { name: 'Mine' } });
  });

  it('does not take the id of another rule', async () => {
    const ports = createFakePorts();
    ports.setRules(RULE);
    const page = await openPage(ports);
    await page.until(() => page.all('Row').length === 1);
    page.click('Create rule');
    await page.until(() => page.text().includes('New rule'));
    page.type('Name', 'Label notes');
    page.pick('Events', 'avi:confluence:created:page');
    await addAction(page, 'comment.add');
    page.type('Comment', 'Hello');
    page.click('Save rule');
    await page.until(() => page.text().includes('There is already a rule with the id “label-notes”'));
    expect(ports.stored.rules.get('label-notes')?.version).toBe(1);
  });

  it('shows the rule as JSON in the Frame, and takes back what was written there', async () => {
    const ports = createFakePorts();
    const page = await editRule(ports);
    page.click('JSON');
    await page.until(() => page.all('Frame').length === 1);
    page.report({ type: 'ready' });
    await page.until(() => page.commands.length === 1);
    const shown = page.commands[0]!;
    expect(shown).toMatchObject({ type: 'show-editor' });
    expect(JSON.parse(String(shown['text']))).toEqual(RULE.rule);
    const session = Number(shown['session']);
    page.report({ type: 'edited', session, text: '{ "id": ' });
    await page.until(() => page.text().includes('This is not valid JSON yet'));
    page.report({ type: 'edited', session, text: JSON.stringify({ ...RULE.rule, name: 'From JSON' }) });
    await page.until(() => !page.text().includes('This is not valid JSON yet'));
    page.click('Form');
    await page.until(() => page.all('Frame').length === 0);
    expect(page.field('Name').props['defaultValue']).toBe('From JSON');
    page.click('Save rule');
    await page.until(() => page.flags.length === 1);
    expect(ports.stored.rules.get('label-notes')?.rule.name).toBe('From JSON');
  });

  it('asks before saving a rule that there is only a warning about', async () => {
    const ports = createFakePorts();
    const page = await editRule(ports);
    page.click('Condition as JSON');
    await page.until(() => page.text().includes('JSON Logic over the fields'));
    page.type('Condition', '{"isMissing": {"var": "content.title"}}');
    page.click('Save rule');
    await page.until(() => page.text().includes('Save with warnings?'));
    expect(ports.stored.rules.get('label-notes')?.version).toBe(1);
    page.click('Save anyway');
    await page.until(() => page.flags.length === 1);
    expect(ports.stored.rules.get('label-notes')?.version).toBe(2);
  });

  it('says so when the rule cannot be loaded, and tries again', async () => {
    const ports = createFakePorts();
    ports.setRules(RULE);
    const page = await openPage(ports);
    await page.until(() => page.all('Row').length === 1);
    page.refuseNext('getRule', { ok: false, error: { code: 'failed', message: 'KVS is asleep.' } });
    page.click('Label meeting notes');
    await page.until(() => page.text().includes('KVS is asleep.'));
    page.click('Try again');
    await page.until(() => page.text().includes('Version 1'));
  });
});
