// Renders the operators part of docs/conditions.md from the operators' specifications, so that the page cannot
// say anything that the linter, the builder and the tests do not know.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { arityOf, OPERATOR_GROUPS } from '../src/core/conditions/operators/operator-spec';
import type { OperatorGroup, OperatorSpec } from '../src/core/conditions/operators/operator-spec';
import { OPERATORS } from '../src/core/conditions/operators/operators';

/** The page. What stands above the mark is written by hand and kept. */
export const CONDITION_DOCS = join(import.meta.dirname, '../docs/conditions.md');

const MARK = '<!-- From here on the page is generated: npm run docs:conditions -->';

const GROUP_TITLES: { readonly [K in OperatorGroup]: string } = {
  logic: 'Putting clauses together',
  comparison: 'Comparing',
  text: 'Texts',
  list: 'Lists and labels',
  date: 'Dates',
  presence: 'Missing and empty',
  number: 'Numbers',
  field: 'Fields',
};

/** The whole page as it should be. */
export async function renderConditionDocs(): Promise<string> {
  const [written = ''] = readFileSync(CONDITION_DOCS, 'utf8').split(MARK);
  const groups = OPERATOR_GROUPS.map(renderGroup).join('\n');
  const page = `${written}${MARK}\n\n## Operators\n\nThose marked with a star are Rulewright's own.\n\n${groups}`;
  return format(page, { ...(await resolveConfig(CONDITION_DOCS)), parser: 'markdown' });
}

function renderGroup(group: OperatorGroup): string {
  const specs = OPERATORS.filter((spec) => spec.group === group);
  return `### ${GROUP_TITLES[group]}\n\n${specs.map(renderOperator).join('\n')}`;
}

function renderOperator(spec: OperatorSpec): string {
  const { logic, facts, value } = spec.example;
  const refused = spec.refused === undefined ? '' : ` **Refused:** ${spec.refused}.`;
  return [
    `#### \`${spec.name}\`${spec.own ? ' ★' : ''}`,
    '',
    `Arguments: ${renderArguments(spec)}. ${spec.summary}${refused}`,
    '',
    `\`${JSON.stringify(logic)}\` for \`${JSON.stringify(facts)}\` is \`${JSON.stringify(value)}\`.`,
    '',
  ].join('\n');
}

function renderArguments(spec: OperatorSpec): string {
  const { least } = arityOf(spec);
  return spec.arguments
    .map(
      ({ name, repeats }, index) =>
        `${name}${repeats === true ? ' (any number)' : index >= least ? ' (may be left out)' : ''}`,
    )
    .join(', ');
}
