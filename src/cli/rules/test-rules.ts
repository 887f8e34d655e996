// `rules -- test FILE…`: executes the tests inside rule sets. Exit code 1 if one fails.

import { runRuleTests } from '../../core/rules/run-rule-tests';
import { readRuleSet } from './read-rules';
import type { ExitCode } from '../command';

export async function testRules(files: readonly string[], json: boolean): Promise<ExitCode> {
  const results = [];
  for (const file of files) {
    const ruleSet = await readRuleSet(file);
    results.push(...runRuleTests(ruleSet, Date.now()).map((result) => ({ file, ...result })));
  }
  const failed = results.filter(({ ok }) => !ok).length;
  const passed = results.length - failed;
  if (json) console.log(JSON.stringify({ passed, failed, results }));
  else {
    for (const { file, name, ok, problem } of results) {
      console.log(
        `${ok ? 'ok    ' : 'FAILED'} ${file}: ${name}${problem === undefined ? '' : `\n         ${problem}`}`,
      );
    }
    console.log(`${passed} passed, ${failed} failed`);
  }
  return failed === 0 ? 0 : 1;
}
