// Import and export through the app's resolver: a set with problems changes nothing, an export comes back unchanged.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAppHost } from './app-host';
import type { AppHost } from './app-host';

let host: AppHost;
beforeAll(async () => {
  host = await createAppHost();
});
afterAll(() => host.dispose());

const GOOD = {
  id: 'good',
  name: 'Good',
  when: ['avi:confluence:created:page'],
  then: [{ id: 'a', action: 'label.add', with: { labels: ['x'] } }],
};

async function ids(): Promise<string[]> {
  const listed = await host.admin('listRules', {});
  return listed.ok ? listed.data.items.map(({ id }) => id) : [];
}

it('refuses a malformed rule set with every problem and its path, and changes nothing', async () => {
  const before = await ids();
  const text = JSON.stringify({
    format: 'rulewright',
    version: 1,
    rules: [
      GOOD,
      { ...GOOD, id: 'Bad Id', wen: [], then: [{ id: 'a', action: 'label.ad', with: {} }] },
      {
        ...GOOD,
        id: 'third',
        when: [],
        if: { startWith: [{ var: 'content.title' }, 'x'] },
        then: [{ id: 'a', action: 'label.add', with: { labels: [] } }],
      },
    ],
  });
  const preview = await host.admin('previewImport', { text });
  const refused = await host.admin('importRules', { text, ids: ['good', 'Bad Id', 'third'] });
  if (!preview.ok || refused.ok) throw new Error('Expected a preview, and a refusal to import.');
  expect(preview.data.entries.map(({ change }) => change)).toEqual(['added', 'invalid', 'invalid']);
  for (const problems of [
    preview.data.entries.flatMap((entry) => entry.problems ?? []),
    refused.error.problems,
  ]) {
    const paths = problems?.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'rules[1].id',
        'rules[1].wen',
        'rules[1].then[0].action',
        'rules[2].when',
        'rules[2].then[0].with.labels',
      ]),
    );
    expect(paths?.some((path) => path.startsWith('rules[2].if'))).toBe(true);
    expect(paths?.some((path) => path.startsWith('rules[0]'))).toBe(false);
  }
  expect(await ids()).toEqual(before);
});

it('says where a text is not JSON', async () => {
  const refused = await host.admin('previewImport', { text: '{ "format": "rulewright",\n  "rules": [,] }' });
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect(JSON.stringify(refused)).toMatch(/line 2/);
});

it('previews, imports switched off, and exports what comes back unchanged', async () => {
  const text = JSON.stringify({ format: 'rulewright', version: 1, rules: [{ ...GOOD, state: 'live' }] });
  expect(await host.admin('previewImport', { text })).toMatchObject({
    ok: true,
    data: { entries: [{ id: 'good', change: 'added' }] },
  });
  expect(await host.admin('importRules', { text, ids: ['good'] })).toEqual({
    ok: true,
    data: { imported: ['good'] },
  });
  expect(await host.admin('getRule', { id: 'good' })).toMatchObject({
    ok: true,
    data: { version: 1, rule: { state: 'off' } },
  });
  const exported = await host.admin('exportRules', {});
  if (!exported.ok) throw new Error(exported.error.message);
  const preview = await host.admin('previewImport', { text: exported.data.text });
  expect(preview).toMatchObject({
    ok: true,
    data: { entries: [{ id: 'good', change: 'unchanged', differences: [] }] },
  });
});

it('tells the second of two admins that the first has changed the rule', async () => {
  const opened = await host.admin('getRule', { id: 'good' });
  if (!opened.ok) throw new Error(opened.error.message);
  const { rule, version } = opened.data;
  expect(
    await host.admin('saveRule', { rule: { ...rule, name: 'First' }, expectedVersion: version }),
  ).toMatchObject({ ok: true });
  expect(
    await host.admin('saveRule', { rule: { ...rule, name: 'Second' }, expectedVersion: version }),
  ).toMatchObject({ ok: false, error: { code: 'conflict' } });
  expect(await host.admin('getRule', { id: 'good' })).toMatchObject({
    data: { rule: { name: 'First' }, version: version + 1 },
  });
});
