import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseCondition } from '../../../src/core/conditions/parse-condition';
import { readInWords } from '../../../src/core/conditions/read-in-words';
import { CONDITION_DOCS, renderConditionDocs } from '../../../tools/render-condition-docs';

const page = readFileSync(CONDITION_DOCS, 'utf8');

it('docs/conditions.md is current: run `npm run docs:conditions`', async () => {
  expect(page).toBe(await renderConditionDocs());
});

it('the first example of docs/conditions.md is sound and reads as it says', () => {
  const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '') as unknown;
  expect(parseCondition(example).ok).toBe(true);
  expect(page).toContain(`_${readInWords(example)}_`);
});
