// The views beside the admin page, through the app's own resolvers on the host: what each user may see of a page and of a
// space is what Confluence lets that user see.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_ACCOUNTS } from '../../src/local/confluence/seed/people';
import { createAppHost, createPage } from './app-host';
import type { JsonObject } from '../../src/core/json';
import type { AppHost } from './app-host';

let host: AppHost;
let page: string;
let hidden: string;
beforeAll(async () => {
  host = await createAppHost();
  await host.addRules({
    id: 'label-meetings',
    when: ['avi:confluence:created:page', 'avi:confluence:updated:page'],
    if: { and: [{ startsWith: [{ var: 'content.title' }, 'Meeting'] }, { '!': { hasLabel: 'done' } }] },
    then: [{ id: 'label', action: 'label.add', as: 'app', onError: 'stop', with: { labels: ['seen'] } }],
  });
  page = await createPage(host, 'Meeting of Monday');
  hidden = await createPage(host, 'Meeting about pay');
  await host.rest('PUT', `/wiki/rest/api/content/${hidden}/restriction`, [
    {
      operation: 'read',
      restrictions: { user: [{ type: 'known', accountId: DEMO_ACCOUNTS.admin }], group: [] },
    },
  ]);
  await host.whenIdle();
});
afterAll(() => host.dispose());

async function ask(
  accountId: string,
  module: string,
  functionKey: string,
  extension: JsonObject,
  payload: JsonObject = {},
): Promise<any> {
  const response = await fetch(`${host.url}/_host/api/invoke`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Cookie: `rulewright-user=${encodeURIComponent(accountId)}`,
    },
    body: JSON.stringify({ module, functionKey, payload, extension }),
  });
  const { value } = (await response.json()) as { value: unknown };
  return value;
}

const onPage = (accountId: string, id: string, call: string) =>
  ask(accountId, 'page-automation', call, { content: { id } });
const inSpace = (accountId: string, key: string, call: string, payload?: JsonObject) =>
  ask(accountId, 'space-automation', call, { space: { key } }, payload);

describe('on a page', () => {
  it('tells a member what a rule did, and what it would do with fields that no event carries', async () => {
    const runs = await onPage(DEMO_ACCOUNTS.writer, page, 'pageRuns');
    expect(runs.data.items).toMatchObject([
      {
        ruleName: 'label-meetings',
        outcome: 'succeeded',
        actorAccountId: DEMO_ACCOUNTS.admin,
        steps: [{ action: 'label.add', as: 'app', outcome: 'done' }],
      },
    ]);
    const outlook = await onPage(DEMO_ACCOUNTS.writer, page, 'pageOutlook');
    expect(outlook.data.rules).toMatchObject([
      { rule: 'label-meetings', verdict: 'acts', clauses: { kind: 'all', truth: true } },
    ]);
  });

  it('says nothing of a page that the member cannot see', async () => {
    for (const call of ['pageRuns', 'pageOutlook', 'pageVerdicts']) {
      const refused = await onPage(DEMO_ACCOUNTS.writer, hidden, call);
      expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });
      expect(await onPage(DEMO_ACCOUNTS.admin, hidden, call)).toMatchObject({ ok: true });
    }
  });

  it('refuses a view that says nothing of where it stands', async () => {
    const refused = await ask(DEMO_ACCOUNTS.admin, 'page-automation', 'pageRuns', {});
    expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });
});

describe('in the settings of a space', () => {
  it('shows its administrator the rules, the pages and why not', async () => {
    const rules = await inSpace(DEMO_ACCOUNTS.admin, 'DEMO', 'spaceRules');
    expect(rules.data.items.map((rule: { id: string }) => rule.id)).toContain('label-meetings');
    const found = await inSpace(DEMO_ACCOUNTS.admin, 'DEMO', 'findPages', { text: 'of mon' });
    expect(found.data).toMatchObject([{ id: page, title: 'Meeting of Monday' }]);
    const verdicts = await inSpace(DEMO_ACCOUNTS.admin, 'DEMO', 'spaceVerdicts', { content: page });
    expect(verdicts).toMatchObject({ ok: true, data: { title: 'Meeting of Monday' } });
  });

  it('refuses a member, for every call', async () => {
    for (const call of ['spaceRules', 'findPages', 'spaceVerdicts']) {
      const refused = await inSpace(DEMO_ACCOUNTS.writer, 'DEMO', call, { text: '', content: page });
      expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
  });

  it('takes what is searched for as words and never as CQL', async () => {
    const text = 'x" or space != "DEMO';
    expect(await inSpace(DEMO_ACCOUNTS.admin, 'DEMO', 'findPages', { text })).toEqual({ ok: true, data: [] });
    const key = 'DEMO" or title ~ "x';
    expect(await inSpace(DEMO_ACCOUNTS.admin, key, 'findPages', { text: '' })).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
  });
});
