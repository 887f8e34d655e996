import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HELPER_NAMES } from '../../../src/core/templates/helpers/helper-table';
import { TEMPLATE_LIMITS } from '../../../src/core/templates/template';
import { DATE_FIELDS } from '../../../src/core/templates/date-format';
import { rendered } from './render';
import type { Facts } from '../../../src/core/events/event';

const DOCS = readFileSync(join(import.meta.dirname, '../../../docs/templates.md'), 'utf8');
const FACTS = JSON.parse(/```json facts\n([^]*?)```/.exec(DOCS)?.[1] ?? 'null') as Facts;

/** The last two cells of each row of a table whose head ends in "template | result", without their backticks. */
function examples(): readonly (readonly [template: string, result: string])[] {
  const tables = DOCS.split('\n\n').filter((block) => /\|\s*template\s*\|\s*result\s*\|\n/.test(block));
  return tables.flatMap((table) =>
    table
      .split('\n')
      .slice(table.startsWith('<!--') ? 3 : 2)
      .filter((row) => row.startsWith('|'))
      .map((row) => {
        // A bar inside a cell is written \|.
        const cells = row.split(/(?<!\\)\|/).slice(1, -1);
        const [template = '', result = ''] = cells
          .slice(-2)
          .map((cell) => cell.trim().slice(1, -1).replaceAll('\\|', '|'));
        return [template, result] as const;
      }),
  );
}

describe('docs/templates.md', () => {
  it('has examples', () => {
    expect(examples().length).toBeGreaterThan(45);
  });

  it.each(examples())('is true: %s', (template, result) => {
    expect(rendered(template, FACTS)).toBe(result);
  });

  it('shows every helper', () => {
    const shown = new Set(Array.from(DOCS.matchAll(/^\| `(\w+)` \|/gm), ([, name]) => name));
    expect([...shown].sort()).toEqual([...HELPER_NAMES].sort());
  });

  it('names the limits and the fields of dates', () => {
    const { MAX_LENGTH, MAX_DEPTH, MAX_EACH_DEPTH, MAX_STEPS, MAX_OUTPUT_LENGTH } = TEMPLATE_LIMITS;
    const numbers = [MAX_LENGTH, MAX_DEPTH, MAX_EACH_DEPTH, MAX_STEPS, MAX_OUTPUT_LENGTH].map((limit) =>
      limit.toLocaleString('en-US'),
    );
    const table = DOCS.slice(DOCS.indexOf('## Limits'), DOCS.indexOf('## Differences'));
    expect(Array.from(table.matchAll(/\| ([\d,]+)/g), ([, number]) => number)).toEqual(numbers);
    expect(DOCS).toContain(`\`${DATE_FIELDS.join(' ')}\``);
  });
});
