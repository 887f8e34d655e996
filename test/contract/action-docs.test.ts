import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ACTION_KINDS } from '../../src/core/actions/index';
import { renderActionDocs } from '../../tools/render-action-docs';
import { ROOT } from './read-manifest';

const text = readFileSync(join(ROOT, 'docs/actions.md'), 'utf8');

it('docs/actions.md is what `npm run docs:actions` writes', async () => {
  expect(text).toBe(await renderActionDocs());
});

it('it has a section for every kind', () => {
  for (const kind of ACTION_KINDS) expect(text).toContain(`### ${kind}\n`);
});
