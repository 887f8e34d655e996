// Each example payload of Atlassian's event reference, fired at the product on a site that has nothing of what they
// speak of: accepted, matched, acted upon where the subject allows it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commentsOf, createAppHost, labelsOf } from './app-host';
import type { AppHost } from './app-host';

const EXAMPLES = join(import.meta.dirname, '..', 'fixtures', 'events');
/** The page of the examples. */
const PAGE = '838205441';

/** What the two actions of the rule on each example come to. */
const CASES: readonly { readonly file: string; readonly label: string; readonly comment?: string }[] = [
  { file: 'page-created', label: 'done', comment: 'done' },
  { file: 'comment-created', label: 'done', comment: 'done' },
  { file: 'attachment-created', label: 'done', comment: 'done' },
  { file: 'label-added-to-live-doc', label: 'done', comment: 'done' },
  { file: 'space-created', label: 'done' },
  { file: 'label-added-to-space', label: 'done', comment: 'skipped' },
  { file: 'label-added-to-template', label: 'skipped', comment: 'skipped' },
];

let host: AppHost;
beforeAll(async () => {
  host = await createAppHost();
});
afterAll(() => host.dispose());

it.each(CASES)(
  '$file is matched; its label step ends $label, its comment step $comment',
  async ({ file, label, comment }) => {
    const payload = JSON.parse(readFileSync(join(EXAMPLES, `${file}.json`), 'utf8'));
    await host.addRules({
      id: `on-${file}`,
      when: [payload.eventType],
      then: [
        { id: 'label', action: 'label.add', as: 'app', onError: 'stop', with: { labels: [file] } },
        // A rule that can do nothing at all is refused when it is saved, and a space takes no comments.
        ...(comment === undefined
          ? []
          : [
              {
                id: 'comment',
                action: 'comment.add',
                as: 'app' as const,
                onError: 'stop' as const,
                with: { body: `<p>${file}</p>` },
              },
            ]),
      ],
    });
    const report = await host.fire(payload, { clock: 'auto' });
    expect(report.verdicts).toContainEqual(expect.objectContaining({ rule: `on-${file}`, verdict: 'acts' }));
    const run = report.runs.find(({ rule }) => rule === `on-${file}`);
    const wanted = comment === undefined ? [label] : [label, comment];
    expect(run?.steps.map(({ outcome }) => outcome)).toEqual(wanted);
    for (const { outcome, reason } of run?.steps ?? []) {
      if (outcome === 'skipped') expect(reason).toMatch(/takes no footer comments|has no labels that an app/);
    }
  },
);

it('leaves the labels and comments on what the examples speak of', async () => {
  const labels = await labelsOf(host, PAGE);
  expect(labels).toEqual(
    expect.arrayContaining([
      'page-created',
      'comment-created',
      'attachment-created',
      'label-added-to-live-doc',
    ]),
  );
  expect((await commentsOf(host, PAGE)).filter((body) => body.includes('comment-created'))).toHaveLength(1);
  const { results } = await host.rest('GET', '/wiki/rest/api/space/SP/label');
  expect(results.map(({ name }: { name: string }) => name)).toContain('space-created');
});
