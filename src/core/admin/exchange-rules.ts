// Export and import of rule sets. An import is read whole before anything is written, and a set with a problem
// changes nothing.

import { canonicalRuleSet } from '../rules/canonical-rule-set';
import { checkRule } from '../rules/check-rule';
import { diffRules } from '../rules/diff-rules';
import { parseRuleSet } from '../rules/parse-rule-set';
import { indexAllRules } from '../rules/store-rule';
import { err, ok } from '../result';
import { answer, refuse } from './answers';
import { toStored } from './manage-rules';
import type { Ports } from '../ports';
import type { Problem, Result } from '../result';
import type { Rule, RuleSet, StoredRule } from '../rules/rule';
import type { ImportPreview } from './api/exchange-api';
import type { AdminResult } from './api/result';
import type { Asked } from './calls/call';

/** The named rules, or all, as canonical JSON. */
export async function exportRules(
  ids: readonly string[] | undefined,
  ports: Ports,
): Promise<AdminResult<{ text: string; rules: readonly Rule[] }>> {
  const stored = await ports.rules.snapshot();
  const rules = stored.map(({ rule }) => rule).filter(({ id }) => ids?.includes(id) ?? true);
  return answer({ text: canonicalRuleSet({ format: 'rulewright', version: 1, rules }), rules });
}

/** What importing `text` would do, rule by rule; changes nothing. */
export async function previewImport(text: string, ports: Ports): Promise<AdminResult<ImportPreview>> {
  const read = readRuleSet(text);
  if (!read.ok) return invalid(read.error);
  const present = await presentRules(ports);
  const entries = read.value.ruleSet.rules.map((rule): ImportPreview['entries'][number] => {
    const current = present.get(rule.id);
    if (current === undefined) return { id: rule.id, name: rule.name, change: 'added', differences: [] };
    const differences = diffRules(current.rule, arriving(rule, current, true));
    return {
      id: rule.id,
      name: rule.name,
      change: differences.length === 0 ? 'unchanged' : 'changed',
      differences,
    };
  });
  return answer({ entries, warnings: read.value.warnings });
}

/** Imports the named rules of `text`. They arrive off (a rule that is there keeps its state) unless `keepState`. */
export async function importRules(
  {
    text,
    ids,
    keepState = false,
  }: { readonly text: string; readonly ids: readonly string[]; readonly keepState?: boolean },
  { by, ports }: Asked,
): Promise<AdminResult<{ imported: readonly string[] }>> {
  const read = readRuleSet(text);
  if (!read.ok) return invalid(read.error);
  const present = await presentRules(ports);
  const imported: string[] = [];
  for (const rule of read.value.ruleSet.rules.filter(({ id }) => ids.includes(id))) {
    const current = present.get(rule.id);
    const version = current?.version ?? 0;
    const written = await ports.rules.put(
      toStored(arriving(rule, current, keepState), version + 1, by, ports),
      version,
    );
    if (!written.ok) {
      await indexAllRules(ports);
      return refuse(
        'conflict',
        `Failed to import "${rule.name}": somebody else changed it just now. Imported before it: ${imported.join(', ') || 'nothing'}. Preview again.`,
      );
    }
    imported.push(rule.id);
  }
  await indexAllRules(ports);
  return answer({ imported });
}

/** The rule as it would be stored. */
function arriving(rule: Rule, current: StoredRule | undefined, keepState: boolean): Rule {
  return keepState ? rule : { ...rule, state: current?.rule.state ?? 'off' };
}

async function presentRules(ports: Ports): Promise<ReadonlyMap<string, StoredRule>> {
  return new Map((await ports.rules.snapshot()).map((stored) => [stored.rule.id, stored]));
}

function readRuleSet(text: string): Result<{ ruleSet: RuleSet; warnings: readonly Problem[] }> {
  const parsed = parseRuleSet(text);
  if (!parsed.ok) return parsed;
  const problems = parsed.value.rules.flatMap((rule, index) =>
    checkRule(rule).map((problem) => ({ ...problem, path: `rules[${index}].${problem.path}` })),
  );
  return problems.some(({ level }) => level === 'error')
    ? err(problems)
    : ok({ ruleSet: parsed.value, warnings: problems });
}

function invalid(problems: readonly Problem[]): AdminResult<never> {
  return refuse(
    'invalid',
    'Failed to read the rule set: it has problems. Nothing was changed. Correct them and import again.',
    problems,
  );
}
