// `rules -- plan --from FILE --to FILE`: what changed between two rule sets, in words. Exit code 0, changed or not.

import { diffRuleSets } from '../../core/rules/diff-rule-sets';
import { readRuleSet } from './read-rules';
import type { ExitCode } from '../command';

export async function plan(fromFile: string, toFile: string, json: boolean): Promise<ExitCode> {
  const { added, removed, changed, unchanged } = diffRuleSets(
    await readRuleSet(fromFile),
    await readRuleSet(toFile),
  );
  const named = (rules: readonly { id: string; name: string }[]) =>
    rules.map(({ id, name }) => ({ id, name }));
  if (json) {
    console.log(JSON.stringify({ added: named(added), removed: named(removed), changed, unchanged }));
    return 0;
  }
  for (const { id, name } of added) console.log(`+ ${id}: "${name}" is added`);
  for (const { id, name } of removed) console.log(`- ${id}: "${name}" is removed`);
  for (const { id, name, differences } of changed) {
    console.log(`~ ${id}: "${name}" changes`);
    for (const difference of differences) console.log(`    ${difference}`);
  }
  console.log(
    `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${unchanged.length} unchanged`,
  );
  return 0;
}
