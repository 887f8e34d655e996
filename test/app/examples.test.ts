// Each example payload of Atlassian's event reference, fired at the product: accepted, matched, acted upon where
// the subject allows it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAppHost } from './app-host';
import type { AppHost } from './app-host';

const EXAMPLES = join(import.meta.dirname, '..', 'fixtures', 'events');

/** What the rule on each example is to do. The page of the examples does not exist here, so Confluence answers 404. */
const CASES = [
  { file: 'page-created', label: 'failed' },
  { file: 'comment-created', label: 'failed' },
  { file: 'attachment-created', label: 'failed' },
  { file: 'label-added-to-live-doc', label: 'failed' },
  { file: 'space-created', label: 'failed' },
  { file: 'label-added-to-space', label: 'failed' },
  { file: 'label-added-to-template', label: 'skipped' },
] as const;

let host: AppHost;
beforeAll(async () => {
  host = await createAppHost();
});
afterAll(() => host.dispose());

it.each(CASES)('$file is matched, and its label step ends $label', async ({ file, label }) => {
  const payload = JSON.parse(readFileSync(join(EXAMPLES, `${file}.json`), 'utf8'));
  await host.addRules({
    id: `on-${file}`,
    when: [payload.eventType],
    then: [{ id: 'label', action: 'label.add', as: 'app', onError: 'stop', with: { labels: ['x'] } }],
  });
  const report = await host.fire(payload, { clock: 'auto' });
  expect(report.verdicts).toContainEqual(expect.objectContaining({ rule: `on-${file}`, verdict: 'acts' }));
  const run = report.runs.find(({ rule }) => rule === `on-${file}`);
  expect(run?.steps).toMatchObject([{ id: 'label', action: 'label.add', outcome: label }]);
});
